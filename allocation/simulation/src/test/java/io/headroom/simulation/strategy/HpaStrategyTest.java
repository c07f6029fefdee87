package io.headroom.simulation.strategy;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class HpaStrategyTest {

    private static ScalingController hpa(double target, double unit, Duration step) {
        return new HpaStrategy().start(new StrategyContext(SeenDemand.of(0), step, 5, unit, target, 1));
    }

    private static ScalingController hpa(double target) {
        return hpa(target, 1, Duration.ofMinutes(1));
    }

    /** One decision with an empty window; unit 1, target 0.5. */
    @ParameterizedTest
    @CsvSource({
        " 5.0, 10,  0, 10", // on target
        " 5.5, 10,  0, 11", // 5.5 / 10 / 0.5 is 1.1, whose distance from 1 in doubles is above 0.1
        " 5.4, 10,  0, 10", // within the tolerance
        " 4.6, 10,  0, 10", // within it below
        " 4.0, 10,  0,  8",
        "10.1, 10,  0, 21", // rounded up
        " 0.0, 10,  0,  0", // the replay raises it to 1
        "99.0,  1,  0, 16", // 198 wanted: four doublings
        "10.0, 10, 10, 20", // with the booting units idle the ratio is 1
        " 8.0, 10, 10, 20", // with them it would turn round: 0.8
        "15.0, 10, 10, 30", // 1.5 over 20 units
        " 4.0, 10, 10,  8", // shrinking counts ready units only
    })
    void sizesByTheRatio(double demand, int ready, int booting, int total) {
        assertEquals(total, hpa(0.5).total(SeenDemand.of(demand), ready, booting));
    }

    @Test
    void theEdgeOfTheToleranceIsThatOfDoubles() {
        // 77 % of a target of 70 %: 1.1 as a double is above 1.1.
        assertEquals(11, hpa(0.7).total(SeenDemand.of(7.7), 10, 0));
    }

    @Test
    void aLowerSizeWaitsForTheLargestOfThisAndFiveStepsBefore() {
        ScalingController hpa = hpa(0.5);
        assertEquals(20, hpa.total(SeenDemand.of(10), 10, 0));
        for (int step = 1; step <= 5; step++) {
            assertEquals(20, hpa.total(SeenDemand.of(2.5), 20, 0), "step " + step);
        }
        assertEquals(5, hpa.total(SeenDemand.of(2.5), 20, 0), "the 20 has left the window");
    }

    @Test
    void theWindowNeverGrowsTheFleet() {
        ScalingController hpa = hpa(0.5);
        // 160 units wanted, 16 allowed; then fewer wanted than there are, with the 160 still in the window.
        assertEquals(16, hpa.total(SeenDemand.of(80), 1, 0));
        assertEquals(16, hpa.total(SeenDemand.of(4), 16, 0));
    }

    @Test
    void theWindowIsFiveMinutesOfAnyStep() {
        ScalingController hpa = hpa(0.5, 1, Duration.ofMinutes(5));
        assertEquals(20, hpa.total(SeenDemand.of(10), 10, 0));
        assertEquals(20, hpa.total(SeenDemand.of(2.5), 20, 0));
        assertEquals(5, hpa.total(SeenDemand.of(2.5), 20, 0));
    }

    @Test
    void withoutACountedUnitTheFleetIsKept() {
        assertEquals(3, hpa(0.5).total(SeenDemand.of(10), 0, 3));
    }

    @Test
    void aTargetAboveOneIsRefused() {
        assertThrows(IllegalArgumentException.class, () -> hpa(70));
    }
}
