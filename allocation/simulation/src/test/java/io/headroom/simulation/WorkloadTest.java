package io.headroom.simulation;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.headroom.core.Flow;
import io.headroom.core.RateSeries;
import io.headroom.core.TimeGrid;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.OptionalDouble;
import org.junit.jupiter.api.Test;

class WorkloadTest {
    private static final Instant START = Instant.parse("2026-03-01T00:00:00Z");
    private static final Duration MINUTE = Duration.ofMinutes(1);
    private static final Flow FLOW = Flow.of("eu", "us", "api");
    private static final Flow OTHER = Flow.of("us", "eu", "api");

    private static double at(Workload workload, Flow flow, int minute) {
        return workload.rate(flow, START.plus(MINUTE.multipliedBy(minute)), MINUTE)
                .getAsDouble();
    }

    @Test
    void aDailyWaveHasItsMeanItsSwingAndAPeriodOfADay() {
        Workload wave = Workload.daily(100, 0.5, 0, 3);
        double sum = 0;
        double lowest = Double.MAX_VALUE;
        double highest = 0;
        for (int minute = 0; minute < 1440; minute++) {
            double rate = at(wave, FLOW, minute);
            sum += rate;
            lowest = Math.min(lowest, rate);
            highest = Math.max(highest, rate);
            assertEquals(rate, at(wave, FLOW, minute + 1440), 1e-6);
        }
        assertEquals(100, sum / 1440, 0.01);
        assertEquals(50, lowest, 0.01);
        assertEquals(150, highest, 0.01);
    }

    @Test
    void noiseDependsOnSeedFlowAndTimeAlone() {
        Workload noisy = Workload.daily(100, 0, 0.1, 3);
        double sum = 0;
        double squares = 0;
        for (int minute = 0; minute < 5000; minute++) {
            double rate = at(noisy, FLOW, minute);
            assertEquals(rate, at(Workload.daily(100, 0, 0.1, 3), FLOW, minute));
            sum += rate;
            squares += (rate - 100) * (rate - 100);
        }
        assertEquals(100, sum / 5000, 1);
        assertEquals(10, Math.sqrt(squares / 5000), 0.5);
        assertNotEquals(at(noisy, FLOW, 0), at(noisy, OTHER, 0));
        assertNotEquals(at(noisy, FLOW, 0), at(Workload.daily(100, 0, 0.1, 4), FLOW, 0));
        assertTrue(at(Workload.daily(1, 1, 50, 3), FLOW, 7) >= 0, "never negative");
    }

    @Test
    void aRecordIsPlayedWhereItHasDataAndNowhereElse() {
        TimeGrid grid = TimeGrid.of(MINUTE);
        RateSeries series = RateSeries.of(grid, grid.index(START), 5, Double.NaN, 7);
        Workload recorded = Workload.recorded(Map.of(FLOW, series));
        assertEquals(5, at(recorded, FLOW, 0));
        assertEquals(7, at(recorded, FLOW, 2));
        for (int minute : new int[] {-1, 1, 3}) {
            assertEquals(OptionalDouble.empty(), recorded.rate(FLOW, START.plus(MINUTE.multipliedBy(minute)), MINUTE));
        }
        assertEquals(OptionalDouble.empty(), recorded.rate(OTHER, START, MINUTE));
    }

    @Test
    void aChangeHoldsInsideItsHalfOpenSpan() {
        Workload base = (flow, start, step) -> flow.equals(FLOW) ? OptionalDouble.of(10) : OptionalDouble.empty();
        Workload changed = base.during(START, START.plus(MINUTE), 3);
        assertEquals(30, at(changed, FLOW, 0));
        assertEquals(10, at(changed, FLOW, 1));
        assertEquals(10, at(changed, FLOW, -1));
        assertEquals(OptionalDouble.empty(), changed.rate(OTHER, START, MINUTE));
    }

    @Test
    void settingsOutsideTheirRangeAreRefused() {
        assertThrows(IllegalArgumentException.class, () -> Workload.daily(0, 0.5, 0.1, 1));
        assertThrows(IllegalArgumentException.class, () -> Workload.daily(1, 1.5, 0.1, 1));
        assertThrows(IllegalArgumentException.class, () -> Workload.daily(1, 0.5, -1, 1));
        Workload any = Workload.daily(1, 0.5, 0.1, 1);
        assertThrows(IllegalArgumentException.class, () -> any.during(START, START.plus(MINUTE), -1));
        assertThrows(IllegalArgumentException.class, () -> any.during(START, START.plus(MINUTE), Double.NaN));
    }
}
