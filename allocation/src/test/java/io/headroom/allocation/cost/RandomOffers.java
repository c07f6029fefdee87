package io.headroom.allocation.cost;

import io.headroom.core.Location;
import io.headroom.core.NodeGroup;
import io.headroom.core.Region;
import io.headroom.core.Resources;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.SplittableRandom;

/** Requests made by chance. The same seed makes the same request. */
final class RandomOffers {
    static final Instant NOW = Instant.parse("2026-03-01T12:00:00Z");

    private final SplittableRandom random;

    RandomOffers(long seed) {
        random = new SplittableRandom(seed);
    }

    /** One location, few offers of few units, all features: small enough to try every mix. */
    CostRequest small() {
        Region place = Region.of("eu");
        CostRequestBuilder request = CostRequest.builder(NOW).spotShare(random.nextInt(5) / 4.0);
        boolean decimals = random.nextBoolean();
        int offers = random.nextInt(1, 5);
        for (int i = 0; i < offers; i++) {
            Offer offer = smallOffer("offer-" + i, place, decimals);
            request.offer(offer);
            if (random.nextInt(4) == 0) {
                request.held(heldUnits(offer));
            }
        }
        if (random.nextInt(6) == 0) {
            request.held(heldUnits(smallOffer("withdrawn", place, decimals)));
        }
        return request.need(place, minutes(1, 48 * 60), resources(decimals, 14)).build();
    }

    private Offer smallOffer(String name, Location place, boolean decimals) {
        Resources unit = Resources.NONE;
        while (unit.isNone()) {
            unit = resources(decimals, 8);
        }
        OfferBuilder b = Offer.builder(new NodeGroup(name, place, NodeGroup.Kind.VM, unit), price());
        switch (random.nextInt(5)) {
            case 0 -> b.reserved(minutes(1, 72 * 60));
            case 1 -> b.spot(random.nextInt(10) / 20.0);
            case 2 -> b.minimumTerm(minutes(0, 120));
            default -> b.billing(Billing.onDemand());
        }
        while (random.nextInt(3) == 0) {
            b.priceFrom(NOW.plus(Duration.ofMinutes(random.nextInt(-60, 50 * 60))), price());
        }
        return random.nextInt(4) == 0 ? b.build() : b.quota(random.nextInt(6)).build();
    }

    private HeldUnits heldUnits(Offer offer) {
        return new HeldUnits(offer, random.nextInt(4), random.nextBoolean() ? Duration.ZERO : minutes(1, 50 * 60));
    }

    private double price() {
        return random.nextInt(3) == 0 ? random.nextDouble() : random.nextInt(0, 8) / 4.0;
    }

    private Duration minutes(int low, int high) {
        return Duration.ofMinutes(random.nextInt(low, high + 1));
    }

    private Resources resources(boolean decimals, int most) {
        return new Resources(amount(decimals, most), amount(decimals, most), amount(decimals, most));
    }

    private double amount(boolean decimals, int most) {
        if (random.nextInt(3) == 0) {
            return 0;
        }
        return decimals ? most * random.nextDouble() : random.nextInt(1, 2 * most) / 2.0;
    }

    /**
     * Catalogues as clouds have them: families of machines of one ratio of compute to storage to bandwidth in sizes of powers of two, each
     * on demand, reserved for an hour and as spot; nearly proportional prices; quotas on some. Needs of some thousand units of compute for
     * six hours.
     */
    CostRequest regions(int regions, int offers) {
        CostRequestBuilder request = CostRequest.builder(NOW);
        for (int r = 0; r < regions; r++) {
            Region region = Region.of(String.format(Locale.ROOT, "region-%02d", r));
            List<double[]> families = new ArrayList<>();
            for (int f = 0; f < 6; f++) {
                families.add(new double[] {half(8), half(32), half(8), 0.85 + 0.3 * random.nextDouble()});
            }
            for (int i = 0; i < offers; i++) {
                request.offer(machine(region, i, families.get(random.nextInt(families.size()))));
            }
            double need = random.nextInt(200, 2200);
            Resources actual = new Resources(need, need * (1 + 3 * random.nextDouble()), need * random.nextDouble());
            request.need(CapacityNeed.of(region, Duration.ofHours(6), actual, actual.times(1.3)));
        }
        return request.build();
    }

    private double half(int most) {
        return random.nextInt(1, most + 1) / 2.0;
    }

    private Offer machine(Region region, int index, double[] family) {
        int size = 1 << random.nextInt(6);
        Resources unit = new Resources(family[0] * size, family[1] * size, family[2] * size);
        double base = (0.04 * unit.compute() + 0.005 * unit.storage() + 0.01 * unit.bandwidth()) * family[3];
        int billing = random.nextInt(3);
        double price = Math.rint(base * List.of(1.0, 0.62, 0.35).get(billing) * 1e4) / 1e4;
        String name = String.format(Locale.ROOT, "%s-offer-%02d", region.name(), index);
        OfferBuilder b = Offer.builder(new NodeGroup(name, region, NodeGroup.Kind.VM, unit), price);
        if (billing == 1) {
            b.reserved(Duration.ofHours(1 + random.nextInt(24)));
        } else if (billing == 2) {
            b.spot(0.05);
        }
        return random.nextInt(2) == 0 ? b.quota(1 + random.nextInt(50)).build() : b.build();
    }
}
