package io.headroom.core;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Random traffic through {@link RateMeter} and through {@link NaiveMeter}: every verdict and every series is the same.
 */
class RateMeterFuzzTest {
    private static final String[] REGIONS = {"a", "b", "c", "d"};

    static IntStream seeds() {
        return IntStream.range(0, 100);
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void meterDoesWhatTheRulesSay(int seed) {
        SplittableRandom random = new SplittableRandom(seed);
        TimeGrid grid =
                new TimeGrid(Instant.ofEpochSecond(random.nextInt(100)), Duration.ofSeconds(random.nextInt(1, 20)));
        Duration lateness = Duration.ofMillis(random.nextBoolean() ? 0 : random.nextInt(60_000));
        Duration jump = Duration.ofSeconds(random.nextInt(1, 400));
        int retained = random.nextInt(1, 40);
        int maximumFlows = random.nextInt(1, 30);
        boolean declaredOnly = random.nextBoolean();
        RateMeterBuilder builder = RateMeter.builder(grid)
                .lateness(lateness)
                .maximumJump(jump)
                .retainedSteps(retained)
                .maximumFlows(maximumFlows);
        RateMeter meter = (declaredOnly ? builder.declaredCoverage() : builder).build();
        NaiveMeter reference = new NaiveMeter(grid, lateness, jump, retained, maximumFlows, declaredOnly);
        long now = random.nextLong(-200_000, 200_000);
        for (int i = 0; i < 1_000; i++) {
            String place = "seed " + seed + ", operation " + i;
            if (random.nextInt(20) == 0) {
                Instant from = Instant.ofEpochMilli(now - random.nextInt(100_000));
                Instant to = from.plusMillis(random.nextInt(100_000));
                meter.covered(from, to);
                reference.covered(from, to);
            } else {
                TransactionRecord r = traffic(random, now);
                assertThat(meter.record(r)).as(place).isEqualTo(reference.record(r));
            }
            // Mostly a steady pace, now and then a silence that is longer than the ring.
            now += random.nextInt(200) == 0 ? random.nextInt(500_000) : random.nextInt(2_000);
            if (i % 50 == 0) {
                compare(meter, reference, place);
            }
        }
        compare(meter, reference, "seed " + seed + ", end");
    }

    private static TransactionRecord traffic(SplittableRandom random, long now) {
        int source = random.nextInt(REGIONS.length);
        int destination = (source + random.nextInt(1, REGIONS.length)) % REGIONS.length;
        String flow = REGIONS[source] + ">" + REGIONS[destination] + "/t" + random.nextInt(3);
        long at = now + (random.nextInt(5) == 0 ? random.nextLong(-90_000, 90_000) : random.nextLong(-5_000, 5_000));
        // Often exactly on the border of a step.
        Instant timestamp = Instant.ofEpochMilli(random.nextInt(4) == 0 ? Math.floorDiv(at, 1000) * 1000 : at);
        TransactionRecord r = Records.record(flow, timestamp);
        r = random.nextInt(3) == 0 ? r.withVolumeBytes(random.nextInt(5_000)) : r;
        return random.nextInt(3) == 0 ? r.withId("id-" + (now / 20_000) + "-" + random.nextInt(10)) : r;
    }

    private static void compare(RateMeter meter, NaiveMeter reference, String place) {
        assertThat(meter.flows()).as(place).isEqualTo(reference.flows());
        assertThat(meter.closedBefore()).as(place).isEqualTo(reference.closedBefore());
        assertThat(meter.stats()).as(place).isEqualTo(reference.stats());
        for (Flow flow : reference.flows()) {
            assertThat(meter.transactions(flow).toArray())
                    .as("%s, %s", place, flow)
                    .containsExactly(reference.transactions(flow).toArray());
            assertThat(meter.transactions(flow)).as("%s, %s", place, flow).isEqualTo(reference.transactions(flow));
            assertThat(meter.bytes(flow)).as("%s, bytes of %s", place, flow).isEqualTo(reference.bytes(flow));
            compareFromALaterStep(meter, flow, reference.transactions(flow), reference.bytes(flow));
        }
        compareStranger(meter, reference, place);
    }

    private static void compareFromALaterStep(
            RateMeter meter, Flow flow, RateSeries rates, Optional<RateSeries> bytes) {
        int n = rates.length();
        for (int skipped : new int[] {0, n / 3, n}) {
            long from = rates.firstIndex() + skipped;
            assertThat(meter.transactions(flow, from)).isEqualTo(rates.slice(skipped, n));
            assertThat(meter.bytes(flow, from)).isEqualTo(bytes.map(b -> b.slice(skipped, n)));
        }
        assertThat(meter.transactions(flow, rates.firstIndex() - 1_000)).isEqualTo(rates);
        assertThat(meter.transactions(flow, rates.endIndex() + 1_000).length()).isZero();
    }

    private static void compareStranger(RateMeter meter, NaiveMeter reference, String place) {
        Flow stranger = Flow.of("x", "y", "z");
        assertThat(meter.transactions(stranger)).as(place).isEqualTo(reference.transactions(stranger));
        assertThat(meter.bytes(stranger)).isEmpty();
    }
}
