package io.headroom.simulation.strategy;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class EvaluationPlanTest {

    private static final Duration HOUR = Duration.ofHours(1);

    private static double[] rising(int n) {
        double[] values = new double[n];
        Arrays.setAll(values, t -> t + 1);
        return values;
    }

    @ParameterizedTest
    @CsvSource({
        "20160, 60, 10080", // 14 days of minutes: the middle
        "20159, 60, 10020", // rounded down to a whole hour
        "10080, 60, 5760", // 7 days: 4 days come before
        "4032, 300, 2016", // 14 days of 5 minutes
        "400, 3600, 200",
        "15, 86400, 7",
        "2700, 420, 1320", // steps of 7 minutes make whole hours every 60 steps
    })
    void evaluationStartsInTheMiddleOnAWholeHour(int n, int stepSeconds, int expected) {
        EvaluationPlan plan = EvaluationPlan.of(rising(n), Duration.ofSeconds(stepSeconds));
        assertEquals(expected, plan.firstStep());
        assertEquals(n - expected, plan.evaluated().length);
        assertEquals(expected + 1, plan.evaluated()[0]);
    }

    @Test
    void theUnitIsAHundredthOfTheQuantile() {
        EvaluationPlan plan = EvaluationPlan.of(rising(400), HOUR);
        // 200 evaluated values 201..400: position 0.999 * 199 = 198.801.
        assertEquals((201 + 198.801) / 100, plan.unit(), 1e-12);
        assertEquals(0.9 * plan.unit(), plan.unitCapacity());
        EvaluationPlan other = plan.withUnitCapacity(1.8);
        assertEquals(1.8, other.unitCapacity());
        assertEquals(2, other.unit(), 1e-12);
        assertEquals(plan.firstStep(), other.firstStep());
    }

    @Test
    void missingValuesAreCutOutsideAndInterpolatedInside() {
        double[] values = rising(403);
        values[0] = Double.NaN;
        values[1] = Double.NaN;
        values[402] = Double.NaN;
        values[10] = Double.NaN;
        values[11] = Double.NaN;
        values[300] = Double.NaN;
        EvaluationPlan plan = EvaluationPlan.of(values, HOUR);
        assertEquals(400, plan.series().size());
        assertEquals(2, plan.cutBefore());
        assertEquals(200, plan.firstStep());
        for (int t = 0; t < 400; t++) {
            assertEquals(t + 3, plan.series().at(t), 1e-12);
        }
        assertEquals(198, EvaluationPlan.from(values, HOUR, 200).firstStep());
        assertTrue(Double.isNaN(values[10]), "the input is left alone");
    }

    @Test
    void aSeriesOfUnknownStepStartsAfterFourDaysOfMinutes() {
        EvaluationPlan plan = EvaluationPlan.ofUnknownStep(rising(10_000));
        assertEquals(5_760, plan.firstStep());
        assertEquals(Duration.ofMinutes(1), plan.step());
    }

    @Test
    void leadsAndWindowsAreRoundedUpToSteps() {
        assertEquals(List.of(1, 5, 15), FrontierProtocol.leadSteps(Duration.ofMinutes(1)));
        assertEquals(List.of(1, 3), FrontierProtocol.leadSteps(Duration.ofMinutes(5)));
        assertEquals(List.of(1), FrontierProtocol.leadSteps(HOUR));
        assertEquals(2, FrontierProtocol.steps(Duration.ofSeconds(61), Duration.ofMinutes(1)));
        assertEquals(1, FrontierProtocol.steps(Duration.ZERO, HOUR));
    }

    @Test
    void theContextEndsBeforeTheEvaluatedPart() {
        EvaluationPlan plan = EvaluationPlan.of(rising(400), HOUR).withUnitCapacity(0.9);
        StrategyContext context = plan.context(3, 0.5, 0.5);
        assertEquals(200, context.firstStep());
        assertEquals(200, context.training().last());
        assertThrows(IndexOutOfBoundsException.class, () -> context.training().at(200));
        assertEquals(402, context.startFleet());
        assertEquals(3, context.leadSteps());
    }

    @Test
    void copiesLeaveThePlanAlone() {
        double[] values = rising(400);
        EvaluationPlan plan = EvaluationPlan.of(values, HOUR);
        values[200] = 9e9;
        plan.evaluated()[0] = 9e9;
        assertArrayEquals(Arrays.copyOfRange(rising(400), 200, 400), plan.evaluated());
    }

    @Test
    void impossiblePlansAreRefusedWithTheBound() {
        IllegalArgumentException shortSeries =
                assertThrows(IllegalArgumentException.class, () -> EvaluationPlan.of(rising(167), HOUR));
        assertTrue(shortSeries.getMessage().contains("167")
                && shortSeries.getMessage().contains("168"));
        assertTrue(shortSeries.getMessage().contains("\nMaybe "));
        assertThrows(IllegalArgumentException.class, () -> EvaluationPlan.of(new double[400], HOUR));
        assertThrows(IllegalArgumentException.class, () -> EvaluationPlan.from(rising(10), HOUR, 0));
        assertThrows(IllegalArgumentException.class, () -> EvaluationPlan.from(rising(10), HOUR, 10));
        assertThrows(IllegalArgumentException.class, () -> EvaluationPlan.from(new double[] {1, -1}, HOUR, 1));
        assertThrows(IllegalArgumentException.class, () -> EvaluationPlan.ofUnknownStep(rising(5_760)));
        EvaluationPlan plan = EvaluationPlan.of(rising(400), HOUR);
        assertThrows(IllegalArgumentException.class, () -> plan.withUnitCapacity(Double.NaN));
        assertThrows(IllegalArgumentException.class, () -> plan.context(1, 0.7, 1.1));
        assertThrows(IllegalArgumentException.class, () -> plan.context(0, 0.7, 0.7));
        assertThrows(IllegalArgumentException.class, () -> plan.context(1, 0, 0.7));
    }

    @Test
    void classesFollowTheBurstIndex() {
        double[] smooth = new double[500];
        Arrays.setAll(smooth, t -> 100 + t % 10);
        double[] spikes = new double[500];
        Arrays.setAll(spikes, t -> t % 20 == 0 ? 100 : 10);
        Duration minute = Duration.ofMinutes(1);
        assertEquals(DemandClass.REGULAR, DemandClass.of(smooth, minute));
        assertEquals(DemandClass.BURSTY, DemandClass.of(spikes, minute));
        assertEquals(0, DemandClass.burstIndex(new double[] {0, 0, 0}, minute));
        assertEquals(0, DemandClass.burstIndex(new double[] {1, 9, 1, 9, 1}, minute));
        assertThrows(IllegalArgumentException.class, () -> DemandClass.of(new double[0], minute));
    }
}
