package io.headroom.simulation.strategy;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.OptionalInt;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * The size one metric proposes. The figures of the cases are those of the case tables by which the original's replica
 * calculator is tested (Kubernetes, Apache-2.0).
 */
class HpaSizingTest {

    private static final HpaSettings SETTINGS = HpaSettings.between(0, 1000).build();
    private static final int MISSING = -1;
    private static final int INVALID = -1;

    private static OptionalInt size(HpaSituation situation) {
        return new HpaSizing(SETTINGS, situation).propose(situation.metrics().get(0));
    }

    record Case(String name, int expected, HpaSituation situation) {
        @Override
        public String toString() {
            return name;
        }
    }

    private static Case of(String name, int expected, int current, HpaFleet fleet, HpaMetric metric) {
        return new Case(name, expected, fleet.facing(current, metric));
    }

    static Stream<Case> upwards() {
        return Stream.of(
                of("up", 5, 3, HpaFleet.of(3), HpaFleet.cpu(30, 300, 500, 700)),
                of("unready: less", 4, 3, new HpaFleet().unready(1).ready(2), HpaFleet.cpu(30, 300, 500, 700)),
                of("hot: less", 4, 3, new HpaFleet().hot(1).ready(2), HpaFleet.cpu(30, 300, 500, 700)),
                of("unready: not at all", 3, 3, HpaFleet.of(1).unready(2), HpaFleet.cpu(30, 400, 500, 700)),
                of("hot: not at all", 3, 3, HpaFleet.of(1).hot(2), HpaFleet.cpu(30, 400, 500, 700)),
                of("failed are ignored", 4, 2, HpaFleet.of(2).failed(2), HpaFleet.cpu(30, 500, 700)),
                of("deleting are ignored", 4, 2, HpaFleet.of(2).deleting(2), HpaFleet.cpu(30, 500, 700)),
                of("plain", 4, 3, HpaFleet.of(3), HpaFleet.perUnit(15_000, 20_000, 10_000, 30_000)),
                of(
                        "plain trusts unready",
                        6,
                        3,
                        HpaFleet.of(2).unready(1),
                        HpaFleet.perUnit(15_000, 50_000, 10_000, 30_000)),
                of("plain trusts hot", 7, 3, HpaFleet.of(1).hot(2), HpaFleet.perUnit(15_000, 50_000, 15_000, 30_000)),
                of("total", 4, 3, HpaFleet.of(3), new HpaMetric.Total("qps", 15_000, 20_000L)),
                of(
                        "total counts ready units",
                        5,
                        3,
                        HpaFleet.of(1).unready(2),
                        new HpaMetric.Total("qps", 10_000, 50_000L)),
                of("total per unit", 4, 3, HpaFleet.of(3), new HpaMetric.TotalPerUnit("qps", 5_000, 20_000L)),
                of("external per unit", 4, 3, HpaFleet.of(3), new HpaMetric.TotalPerUnit("qps", 2_150, 8_600L)),
                of(
                        "external shrinks with one ready",
                        2,
                        3,
                        HpaFleet.of(1).unready(2),
                        new HpaMetric.Total("qps", 4_400, 8_600L)),
                of(
                        "samples of unknown units",
                        24,
                        4,
                        HpaFleet.of(4),
                        HpaFleet.cpu(100, 4_000, 9_500, 3_000, 7_000, 3_200, 2_000)),
                of("fewer units than asked for", 2, 4, HpaFleet.of(1), HpaFleet.cpu(50, 1_000)));
    }

    static Stream<Case> downwards() {
        long[] five = {100, 300, 500, 250, 250};
        return Stream.of(
                of("down", 3, 5, HpaFleet.of(5), HpaFleet.cpu(50, five)),
                of("plain", 3, 5, HpaFleet.of(5), HpaFleet.perUnit(20_000, 12_000, 12_000, 12_000, 12_000, 12_000)),
                of("total", 3, 5, HpaFleet.of(5), new HpaMetric.Total("qps", 20_000, 12_000L)),
                of("external", 3, 5, HpaFleet.of(5), new HpaMetric.Total("qps", 14_334, 8_600L)),
                of("total per unit", 3, 5, HpaFleet.of(5), new HpaMetric.TotalPerUnit("qps", 2_000, 6_000L)),
                of("external per unit", 3, 5, HpaFleet.of(5), new HpaMetric.TotalPerUnit("qps", 2_867, 8_600L)),
                of("unready go", 2, 5, HpaFleet.of(3).unready(2), HpaFleet.cpu(50, five)),
                of("hot go", 2, 5, HpaFleet.of(3).hot(2), HpaFleet.cpu(50, five)),
                of("pending go", 1, 5, HpaFleet.of(1).pending(4), HpaFleet.cpu(50, 100)),
                of("failed are ignored", 3, 5, HpaFleet.of(5).failed(2), HpaFleet.cpu(50, five)),
                of("deleting are ignored", 3, 5, HpaFleet.of(5).deleting(2), HpaFleet.cpu(50, five)),
                of("to zero", 0, 3, HpaFleet.of(3), HpaFleet.cpu(90, 0, 0, 0)));
    }

    static Stream<Case> toleranceAndZero() {
        return Stream.of(
                of("cpu", 3, 3, HpaFleet.of(3), HpaFleet.cpu(100, 1_010, 1_030, 1_020)),
                of("plain", 3, 3, HpaFleet.of(3), HpaFleet.perUnit(20_000, 20_000, 21_000, 21_000)),
                of("total", 3, 3, HpaFleet.of(3), new HpaMetric.Total("qps", 20_000, 20_666L)),
                of("total below", 3, 3, HpaFleet.of(3), new HpaMetric.Total("qps", 8_888, 8_600L)),
                of("total per unit", 4, 4, HpaFleet.of(4), new HpaMetric.TotalPerUnit("qps", 5_000, 20_166L)),
                of("total per unit below", 3, 3, HpaFleet.of(3), new HpaMetric.TotalPerUnit("qps", 2_900, 8_600L)),
                of("110 of 100 is above 0.1 in doubles", 4, 3, HpaFleet.of(3), HpaFleet.cpu(100, 1_100, 1_100, 1_100)),
                of("77 of 70 is above 0.1 in doubles", 4, 3, HpaFleet.of(3), HpaFleet.cpu(70, 770, 770, 770)),
                of("60.9 % counts as 60", 3, 3, HpaFleet.of(3), HpaFleet.cpu(55, 609, 609, 609)),
                of("a mean of 104.7 counts as 104", 3, 3, HpaFleet.of(3), HpaFleet.perUnit(95, 104, 105, 105)),
                of("0.9 is within", 20, 20, HpaFleet.of(20), new HpaMetric.Total("qps", 1_000, 900L)),
                of("0.899 is not", 18, 20, HpaFleet.of(20), new HpaMetric.Total("qps", 1_000, 899L)),
                of(
                        "surge: current, not the units there are",
                        4,
                        4,
                        HpaFleet.of(5),
                        HpaFleet.cpu(50, 500, 500, 500, 500, 500)),
                of("total from zero", 2, 0, new HpaFleet(), new HpaMetric.Total("qps", 1_000, 1_500L)),
                of("total at zero", 0, 0, new HpaFleet(), new HpaMetric.Total("qps", 1_000, 0L)),
                of("total per unit from zero", 2, 0, new HpaFleet(), new HpaMetric.TotalPerUnit("qps", 1_000, 1_500L)),
                of("total per unit at zero", 0, 0, new HpaFleet(), new HpaMetric.TotalPerUnit("qps", 1_000, 0L)));
    }

    static Stream<Case> missingSamples() {
        return Stream.of(
                of("full when shrinking", 3, 4, HpaFleet.of(4), HpaFleet.cpu(100, 400, 95)),
                of("on target", 2, 2, HpaFleet.of(2), HpaFleet.cpu(100, 1_000)),
                of("idle when growing", 2, 2, HpaFleet.of(2), HpaFleet.cpu(100, 1_900)),
                of("no shrinking", 2, 2, HpaFleet.of(2), HpaFleet.cpu(100, 600)),
                of("no turn upwards", 3, 3, HpaFleet.of(3), HpaFleet.cpu(50, 450)),
                of("no turn of direction", 3, 3, new HpaFleet().unready(1).ready(2), HpaFleet.cpu(50, 100, 450)),
                of("nor with hot", 3, 3, new HpaFleet().hot(1).ready(2), HpaFleet.cpu(50, 100, 450)),
                of("unready, up", 4, 3, new HpaFleet().unready(1).ready(2), HpaFleet.cpu(50, 100, 2_000)),
                of("hot, up", 4, 3, new HpaFleet().hot(1).ready(2), HpaFleet.cpu(50, 100, 2_000)),
                of("unready, down", 3, 4, new HpaFleet().unready(1).ready(3), HpaFleet.cpu(50, 100, 100, 100)),
                of("surge must not grow", 2, 2, HpaFleet.of(3), HpaFleet.cpu(50, 100, 100)),
                of("growing must not shrink", 6, 6, HpaFleet.of(3), HpaFleet.cpu(50, 2_000, MISSING, 200)),
                of("plain at the target stays", 3, 3, HpaFleet.of(3), HpaFleet.perUnit(1_000, 1_000, 1_000)),
                of("plain is full at its target", 3, 4, HpaFleet.of(4), HpaFleet.perUnit(1_000, 400, 95)));
    }

    static Stream<Case> invalidMetrics() {
        return Stream.of(
                of("no sample", INVALID, 4, HpaFleet.of(4), HpaFleet.cpu(100)),
                of("samples of unknown units only", INVALID, 1, HpaFleet.of(1), HpaFleet.cpu(100, MISSING, 100)),
                of(
                        "no request",
                        INVALID,
                        1,
                        HpaFleet.of(1),
                        new HpaMetric.Utilisation("cpu", true, 100, Map.of(), HpaFleet.samples(200))),
                of(
                        "requests of nothing",
                        INVALID,
                        1,
                        HpaFleet.of(1),
                        new HpaMetric.Utilisation("cpu", true, 100, Map.of("u0", 0L), HpaFleet.samples(200))),
                of("all unready", INVALID, 2, new HpaFleet().unready(2), HpaFleet.cpu(100, 500, 500)),
                of("readiness never reported", INVALID, 1, new HpaFleet().unreported(), HpaFleet.cpu(100, 500)),
                of("no report", INVALID, 2, HpaFleet.of(2), HpaFleet.invalid()),
                of("no report per unit", INVALID, 2, HpaFleet.of(2), new HpaMetric.TotalPerUnit("qps", 1, null)),
                of("a total without units", INVALID, 2, new HpaFleet(), new HpaMetric.Total("qps", 1_000, 5_000L)));
    }

    @ParameterizedTest
    @MethodSource({"upwards", "downwards", "toleranceAndZero", "missingSamples", "invalidMetrics"})
    void proposes(Case c) {
        assertEquals(c.expected() == INVALID ? OptionalInt.empty() : OptionalInt.of(c.expected()), size(c.situation()));
    }

    @Test
    void tolerancesMayDifferByDirection() {
        HpaSettings settings = HpaSettings.between(1, 9).tolerance(0.5, 0).build();
        HpaSituation above = HpaFleet.of(2).facing(2, HpaFleet.cpu(100, 1_500, 1_500));
        HpaSituation below = HpaFleet.of(2).facing(2, HpaFleet.cpu(100, 400, 500));
        assertEquals(
                OptionalInt.of(2),
                new HpaSizing(settings, above).propose(above.metrics().get(0)));
        assertEquals(
                OptionalInt.of(1),
                new HpaSizing(settings, below).propose(below.metrics().get(0)));
    }

    @Test
    void aCpuSampleIsTrustedFromOneWindowAfterReadinessOn() {
        Instant now = HpaFleet.NOW;
        Instant started = now.minus(Duration.ofMinutes(4));
        assertEquals(1, counted(new HpaFleet().unit(true, started, now.minusSeconds(60))), "a whole window since");
        assertEquals(0, counted(new HpaFleet().unit(true, started, now.minusSeconds(59))), "not yet a window");
        assertEquals(0, counted(new HpaFleet().unit(false, started, now.minusSeconds(60))), "young and not ready");
        Instant old = now.minus(Duration.ofMinutes(5));
        assertEquals(1, counted(new HpaFleet().unit(true, old, now)), "past the initialisation period");
        assertEquals(1, counted(new HpaFleet().unit(false, old, old.plusSeconds(30))), "was ready once");
        assertEquals(0, counted(new HpaFleet().unit(false, old, old.plusSeconds(29))), "was never ready");
    }

    private static int counted(HpaFleet fleet) {
        HpaSituation situation = fleet.facing(1, HpaFleet.cpu(50, 100));
        HpaMetric.Sampled metric = (HpaMetric.Sampled) situation.metrics().get(0);
        return HpaGroups.of(situation, metric, SETTINGS).counted().size();
    }
}
