package io.headroom.benchmarks.jmh;

import io.headroom.allocation.cost.CapacityNeed;
import io.headroom.allocation.cost.CostOptimiser;
import io.headroom.allocation.cost.CostPlan;
import io.headroom.allocation.cost.CostRequest;
import io.headroom.allocation.cost.CostRequestBuilder;
import io.headroom.allocation.cost.Offer;
import io.headroom.allocation.cost.OfferBuilder;
import io.headroom.core.NodeGroup;
import io.headroom.core.Region;
import io.headroom.core.Resources;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.SplittableRandom;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/** Time to choose the cheapest mix of every region. A mean over several catalogues of a kind: single ones differ by a factor of three. */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Warmup(iterations = 3, time = 2)
@Measurement(iterations = 5, time = 4)
@Fork(1)
public class CostBenchmark {
    private static final Instant NOW = Instant.parse("2026-03-01T12:00:00Z");
    private static final int CATALOGUES = 10;

    /** The kinds of catalogue. */
    public enum Catalogue {
        /** Machine families in sizes of powers of two, each on demand, reserved and as spot, quotas on half of them. */
        FAMILIES,
        /** Bundles by chance, prices within 10 % of proportional, quotas on a quarter. */
        BUNDLES,
        /** Bundles by chance at exactly proportional prices: nothing but the rounding to whole units tells mixes apart. */
        PROPORTIONAL
    }

    /** The kind of catalogue. */
    @Param
    public Catalogue catalogue = Catalogue.FAMILIES;

    /** Number of regions. */
    @Param("20")
    public int regions;

    /** Number of offers in each region. */
    @Param("50")
    public int offers;

    /** Whether a spending cap takes half of the headroom. */
    @Param({"false", "true"})
    public boolean capped;

    private final CostOptimiser optimiser = new CostOptimiser();
    private final List<CostRequest> requests = new ArrayList<>();
    private int next;

    /** For JMH. */
    public CostBenchmark() {}

    /** Makes the requests. */
    @Setup
    public void setUp() {
        requests.clear();
        for (int seed = 0; seed < CATALOGUES; seed++) {
            CostRequest request = request(new SplittableRandom(seed));
            if (capped) {
                double cost = optimiser.plan(request).cost();
                request = new CostRequest(
                        NOW, request.offers(), request.held(), request.needs(), request.spotShare(), 0.9 * cost);
            }
            requests.add(request);
        }
    }

    /**
     * Plans the next request, over and over.
     *
     * @return the plan
     */
    @Benchmark
    public CostPlan plan() {
        next = next + 1 == requests.size() ? 0 : next + 1;
        return optimiser.plan(requests.get(next));
    }

    private CostRequest request(SplittableRandom random) {
        CostRequestBuilder request = CostRequest.builder(NOW);
        for (int r = 0; r < regions; r++) {
            Region region = Region.of(String.format(Locale.ROOT, "region-%02d", r));
            Resources[] families = new Resources[6];
            for (int f = 0; f < families.length; f++) {
                families[f] = new Resources(half(random, 8), half(random, 32), half(random, 8));
            }
            for (int i = 0; i < offers; i++) {
                String name = String.format(Locale.ROOT, "%s-offer-%02d", region.name(), i);
                request.offer(
                        catalogue == Catalogue.FAMILIES
                                ? machine(random, name, region, families)
                                : bundle(random, name, region));
            }
            double need = random.nextInt(200, 2200);
            Resources actual = new Resources(need, need * (1 + 3 * random.nextDouble()), need * random.nextDouble());
            request.need(CapacityNeed.of(region, Duration.ofHours(6), actual, actual.times(1.3)));
        }
        return request.build();
    }

    private static double half(SplittableRandom random, int most) {
        return random.nextInt(1, most + 1) / 2.0;
    }

    private static double proportional(Resources unit) {
        return 0.04 * unit.compute() + 0.005 * unit.storage() + 0.01 * unit.bandwidth();
    }

    private static OfferBuilder offer(String name, Region region, Resources unit, double price) {
        return Offer.builder(new NodeGroup(name, region, NodeGroup.Kind.VM, unit), Math.rint(price * 1e4) / 1e4);
    }

    private static Offer machine(SplittableRandom random, String name, Region region, Resources[] families) {
        int family = random.nextInt(families.length);
        Resources unit = families[family].times(1 << random.nextInt(6));
        double price = proportional(unit) * (0.85 + 0.05 * family);
        OfferBuilder b = switch (random.nextInt(3)) {
            case 0 -> offer(name, region, unit, price);
            case 1 -> offer(name, region, unit, 0.62 * price).reserved(Duration.ofHours(1 + random.nextInt(24)));
            default -> offer(name, region, unit, 0.35 * price).spot(0.05);
        };
        return random.nextBoolean() ? b.quota(1 + random.nextInt(50)).build() : b.build();
    }

    private Offer bundle(SplittableRandom random, String name, Region region) {
        Resources unit = new Resources(random.nextInt(1, 65), random.nextInt(1, 65), random.nextInt(1, 65));
        double noise = catalogue == Catalogue.PROPORTIONAL ? 1 : 0.9 + 0.2 * random.nextDouble();
        OfferBuilder b = offer(name, region, unit, noise * proportional(unit));
        return random.nextInt(4) == 0 ? b.quota(1 + random.nextInt(20)).build() : b.build();
    }
}
