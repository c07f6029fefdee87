package io.headroom.allocation.cost;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.headroom.core.NodeGroup;
import io.headroom.core.Region;
import io.headroom.core.Resources;
import io.headroom.spi.PriceSchedule;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.SplittableRandom;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;

/** Numbers that can't be meant are refused; all others have a plan. */
class CostRefusalsTest {
    private static final Region EU = Region.of("eu");
    private static final NodeGroup VM = new NodeGroup("vm", EU, NodeGroup.Kind.VM, Resources.compute(4));
    private static final Offer OFFER = Offer.builder(VM, 1).build();
    private static final Duration HOUR = Duration.ofHours(1);
    private static final double[] NO_PRICES = {Double.NaN, -1, 1e13, Double.POSITIVE_INFINITY};

    private static void refused(ThrowingCallable call, String part) {
        assertThatIllegalArgumentException()
                .isThrownBy(call)
                .withMessageContaining(part)
                .withMessageContaining("Maybe");
    }

    @Test
    void offers() {
        for (double price : NO_PRICES) {
            refused(() -> Offer.builder(VM, price).build(), "price");
            refused(() -> Offer.builder(VM, 1).priceFrom(Instant.EPOCH, price).build(), "price");
        }
        refused(() -> Offer.builder(VM, 1).quota(-1).build(), "quota");
        refused(() -> Offer.builder(VM, 1).minimumTerm(HOUR.negated()).build(), "minimum term");
        refused(
                () -> Offer.builder(VM, 1)
                        .minimumTerm(Duration.ofSeconds(Long.MAX_VALUE))
                        .build(),
                "minimum term");
        refused(() -> Offer.builder(VM, 1).billing(Billing.reserved()).build(), "longer than zero");
        for (double risk : new double[] {Double.NaN, -0.1, 1, 5}) {
            refused(() -> Billing.spot(risk), "interruption risk");
        }
        refused(() -> Billing.spot(Double.NaN, HOUR), "interruptions");
        refused(() -> Billing.spot(1, HOUR.negated()), "time away");
        NodeGroup huge = new NodeGroup("huge", EU, NodeGroup.Kind.VM, Resources.compute(1e16));
        refused(() -> Offer.builder(huge, 1).build(), "COMPUTE");
        refused(() -> PriceSchedule.flat(Double.NaN), "price");
    }

    @Test
    void needs() {
        refused(() -> CapacityNeed.of(EU, Duration.ZERO, Resources.NONE, Resources.NONE), "duration");
        refused(() -> CapacityNeed.of(EU, Duration.ofDays(40_000), Resources.NONE, Resources.NONE), "duration");
        refused(() -> CapacityNeed.of(EU, HOUR, Resources.compute(1e16), Resources.NONE), "COMPUTE");
        refused(() -> CapacityNeed.of(EU, HOUR, Resources.NONE, Resources.storage(1e300)), "STORAGE");
        refused(() -> new HeldUnits(OFFER, -1, HOUR), "held units");
        refused(() -> new HeldUnits(OFFER, 1, HOUR.negated()), "remaining term");
    }

    @Test
    void requests() {
        CostRequestBuilder twice =
                CostRequest.builder(Instant.EPOCH).offer(OFFER).offer(OFFER);
        refused(twice::build, "offer vm");
        refused(() -> CostRequest.builder(Instant.EPOCH).spotShare(Double.NaN).build(), "spot share");
        refused(() -> CostRequest.builder(Instant.EPOCH).cap(Double.NaN).build(), "spending cap");
        refused(() -> CostRequest.builder(Instant.EPOCH).cap(-1).build(), "spending cap");
        CapacityNeed need = CapacityNeed.of(EU, HOUR, Resources.NONE, Resources.NONE);
        refused(() -> CostRequest.builder(Instant.EPOCH).need(need).need(need).build(), "need of eu");
        NodeGroup other = new NodeGroup("vm", EU, NodeGroup.Kind.VM, Resources.compute(8));
        HeldUnits changed = HeldUnits.free(Offer.builder(other, 1).build(), 1);
        refused(
                () -> CostRequest.builder(Instant.EPOCH)
                        .offer(OFFER)
                        .held(changed)
                        .build(),
                "held units of vm");
        HeldUnits many = HeldUnits.free(OFFER, Integer.MAX_VALUE);
        refused(() -> CostRequest.builder(Instant.EPOCH).held(many).held(many).build(), "held units of vm");
        refused(() -> new CostOptimiser(0), "search limit");
    }

    /** From ordinary to absurd; the plan is finite, and covers what it does not name as short. */
    @Test
    void everyValidRequestHasAPlan() {
        for (long seed = 0; seed < 2_000; seed++) {
            CostRequest request = absurd(new SplittableRandom(seed));
            CostPlan plan = new CostOptimiser(200).plan(request);
            String replay = "seed " + seed + " " + request + " " + plan;
            assertThat(plan.cost()).as(replay).isFinite().isNotNegative();
            for (LocationMix mix : plan.mixes()) {
                assertThat(mix.cost()).as(replay).isFinite().isNotNegative();
                assertThat(mix.lowerBound()).as(replay).isBetween(0.0, mix.cost());
                for (OfferUnits u : mix.units()) {
                    assertThat(u.added())
                            .as(replay)
                            .isLessThanOrEqualTo(Math.max(0, u.offer().quota() - u.kept()));
                }
            }
            if (plan.shortfalls().isEmpty()) {
                LocationMix mix = plan.mixes().get(0);
                assertThat(mix.supply().compute())
                        .as(replay)
                        .isGreaterThanOrEqualTo(mix.required().compute() * (1 - 2e-9));
            }
            assertThat(plan.isWithinCap() || plan.mixes().stream().allMatch(m -> m.cost() == 0))
                    .as(replay)
                    .isTrue();
        }
    }

    private static CostRequest absurd(SplittableRandom random) {
        CostRequestBuilder request = CostRequest.builder(
                random.nextInt(10) == 0 ? Instant.MAX : Instant.ofEpochSecond(random.nextLong(1L << 33)));
        for (int i = random.nextInt(5); i > 0; i--) {
            Resources unit = new Resources(amount(random, 15), amount(random, 15), amount(random, 15));
            if (!unit.isNone()) {
                NodeGroup group = new NodeGroup("group-" + i, EU, NodeGroup.Kind.CONTAINER_INSTANCE, unit);
                OfferBuilder b = Offer.builder(group, amount(random, 12)).minimumTerm(time(random));
                if (random.nextInt(3) == 0) {
                    b.spot(random.nextDouble());
                }
                if (random.nextInt(3) == 0) {
                    b.priceFrom(random.nextBoolean() ? Instant.MIN : Instant.MAX, amount(random, 12));
                }
                Offer offer = b.quota(random.nextBoolean() ? Offer.UNLIMITED : random.nextInt(9))
                        .build();
                request.offer(offer);
                if (random.nextInt(3) == 0) {
                    request.held(new HeldUnits(offer, random.nextInt(1 << random.nextInt(1, 31)), time(random)));
                }
            }
        }
        Resources actual = new Resources(amount(random, 14), amount(random, 14), amount(random, 14));
        Resources target = new Resources(amount(random, 14), amount(random, 14), amount(random, 14));
        request.need(CapacityNeed.of(EU, time(random).plusNanos(1), actual, target));
        return request.cap(random.nextBoolean() ? Double.POSITIVE_INFINITY : amount(random, 20))
                .build();
    }

    private static Duration time(SplittableRandom random) {
        return random.nextInt(4) == 0
                ? Duration.ZERO
                : Duration.ofMillis((long) Math.pow(10, 12 * random.nextDouble()));
    }

    private static double amount(SplittableRandom random, int mostDigits) {
        return switch (random.nextInt(4)) {
            case 0 -> 0;
            case 1 -> random.nextInt(100);
            default -> Math.pow(10, random.nextDouble(-30, mostDigits));
        };
    }

    @Test
    void plansOfNothingAreEmpty() {
        assertThat(new CostOptimiser()
                        .plan(CostRequest.builder(Instant.EPOCH).build())
                        .mixes())
                .isEqualTo(List.of());
    }
}
