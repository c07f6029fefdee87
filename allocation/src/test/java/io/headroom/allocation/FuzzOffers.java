package io.headroom.allocation;

import io.headroom.allocation.cost.Billing;
import io.headroom.allocation.cost.Offer;
import io.headroom.allocation.cost.Spending;
import io.headroom.core.Location;
import io.headroom.core.NodeGroup;
import io.headroom.spi.PriceSchedule;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.TreeMap;

/** Random offers and spending, from ordinary to absurd: prices of nothing, caps of nothing, quotas below what is there. */
final class FuzzOffers {
    private final SplittableRandom random;
    private final Map<String, ChangeHistory.Last> grown = new TreeMap<>();

    FuzzOffers(SplittableRandom random) {
        this.random = random;
    }

    /** Offers for all groups of some locations, now and then none. */
    void add(AllocationPolicyBuilder policy) {
        if (random.nextInt(3) == 0) {
            return;
        }
        Map<Location, List<NodeGroup>> placement = new TreeMap<>(Location.ORDER);
        placement.putAll(policy.placement);
        placement.forEach((location, groups) -> {
            if (random.nextInt(4) > 0) {
                groups.forEach(group -> policy.offers.put(group, offer(group)));
            }
        });
        Spending spending = new Spending(Double.POSITIVE_INFINITY, pick(0, 0.5, 1, random.nextDouble()), horizon());
        boolean capped = random.nextBoolean() && !policy.offers.isEmpty();
        policy.spending(capped ? spending.withCap(pick(0, 1, 20, 100 * random.nextDouble(), 1e6)) : spending);
    }

    /** A history that knows when groups last grew. */
    ChangeHistory history(ChangeHistory before) {
        Map<String, ChangeHistory.Last> last = new TreeMap<>(before.last());
        last.putAll(grown);
        return new ChangeHistory(last, before.recent(), before.failures());
    }

    private double pick(double... of) {
        return of[random.nextInt(of.length)];
    }

    private Duration horizon() {
        return Duration.ofMinutes((long) pick(1, 60, 60, 60 * 24 * 30));
    }

    private Offer offer(NodeGroup group) {
        Duration term = random.nextInt(3) > 0 ? Duration.ZERO : Duration.ofMinutes(1 + random.nextInt(3_000));
        Billing billing = switch (random.nextInt(4)) {
            case 0 -> Billing.spot(pick(0, 0.05, 0.3, random.nextDouble()));
            case 1 -> term.isZero() ? Billing.onDemand() : Billing.reserved();
            default -> Billing.onDemand();
        };
        PriceSchedule price = PriceSchedule.flat(pick(0, 1, 0.3, 5, 1e-9, 1e9, random.nextDouble()));
        if (random.nextInt(5) == 0) {
            price = price.from(FuzzCase.NOW.plusSeconds(random.nextInt(7_200) - 3_600), pick(0, 0.5, 2));
        }
        if (random.nextBoolean()) {
            grown.put(
                    group.name(),
                    new ChangeHistory.Last(
                            FuzzCase.NOW.minusSeconds(random.nextInt(90_000)),
                            FuzzCase.NOW.minusSeconds(random.nextInt(90_000))));
        }
        return new Offer(group, billing, price, term, random.nextInt(4) == 0 ? random.nextInt(15) : Offer.UNLIMITED);
    }
}
