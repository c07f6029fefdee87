package io.headroom.simulation.strategy;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Laws that hold for all strategies. */
class StrategyLawsTest {

    private static final Duration MINUTE = Duration.ofMinutes(1);
    private static final Duration LEAD = Duration.ofMinutes(5);
    private static final EvaluationPlan PLAN = EvaluationPlan.of(BaselineReferenceTest.draw(60, 9), MINUTE);

    static List<ScalingStrategy> baselines() {
        return List.of(
                new HpaStrategy(),
                new TargetTrackingStrategy(),
                new PredictiveTrackingStrategy(),
                new StaticPeakStrategy());
    }

    private static RunScore score(ScalingStrategy strategy, double safety) {
        return RunScore.of(FleetReplay.run(PLAN, strategy, LEAD, safety), ScoreSettings.of(PLAN, 5));
    }

    @ParameterizedTest
    @MethodSource("baselines")
    void aHigherTargetCostsLessAndViolatesMore(ScalingStrategy strategy) {
        RunScore before = score(strategy, 0.3);
        for (double target : new double[] {0.4, 0.5, 0.6, 0.7, 0.8, 0.9}) {
            RunScore after = score(strategy, target);
            assertTrue(after.cost() < before.cost(), strategy.name() + " at " + target);
            assertTrue(after.violationPercent() >= before.violationPercent(), strategy.name() + " at " + target);
            before = after;
        }
        assertTrue(before.violationPercent() > 0 || strategy instanceof StaticPeakStrategy, strategy.name());
    }

    @ParameterizedTest
    @MethodSource("baselines")
    void runsRepeatExactly(ScalingStrategy strategy) {
        assertArrayEquals(
                FleetReplay.run(PLAN, strategy, LEAD, 0.7).paid(),
                FleetReplay.run(PLAN, strategy, LEAD, 0.7).paid());
    }

    @ParameterizedTest
    @MethodSource("baselines")
    void theFutureChangesNothing(ScalingStrategy strategy) {
        int change = 300;
        double[] demand = PLAN.series().copy(0, PLAN.series().size());
        for (int t = PLAN.firstStep() + change; t < demand.length; t++) {
            demand[t] = 5 * demand[t] + 50;
        }
        EvaluationPlan other =
                EvaluationPlan.from(demand, MINUTE, PLAN.firstStep()).withUnitCapacity(PLAN.unitCapacity());
        EvaluationPlan same = PLAN.withUnitCapacity(PLAN.unitCapacity());
        int[] expected = FleetReplay.run(same, strategy, LEAD, 0.7).paid();
        int[] actual = FleetReplay.run(other, strategy, LEAD, 0.7).paid();
        assertArrayEquals(Arrays.copyOf(expected, change + 1), Arrays.copyOf(actual, change + 1), strategy.name());
        boolean reacts = !Arrays.equals(expected, actual);
        assertEquals(!(strategy instanceof StaticPeakStrategy), reacts, strategy.name());
    }

    @ParameterizedTest
    @ValueSource(longs = {11, 12, 13})
    void noRunWithoutViolationIsCheaperThanTheOracle(long seed) {
        Random random = new Random(seed);
        for (int i = 0; i < 200; i++) {
            int lead = 1 + random.nextInt(6);
            int[] need = random.ints(10 + random.nextInt(60), 1, 7).toArray();
            int hold = random.nextInt(8);
            int spare = random.nextInt(2);
            String replay = "seed " + seed + ", case " + i;
            SeenDemand demand = withTraining(need);
            ReplayRun oracle = oracleRun(need, lead);
            // Foresight that sizes by hand: what the lead needs, held a while, and perhaps a spare.
            ReplayRun other = new FleetReplay(lead).run(demand, 1, largest(need, 0, lead) + spare, (seen, r, b) -> {
                int now = seen.size() - 1;
                return largest(need, now - hold, now + lead) + spare;
            });
            assertFalse(violated(oracle, need), replay);
            if (!violated(other, need)) {
                assertTrue(oracle.cost() <= other.cost(), replay);
            }
        }
    }

    @ParameterizedTest
    @ValueSource(longs = {21, 22, 23})
    void theOracleRunPaysExactlyTheOptimum(long seed) {
        Random random = new Random(seed);
        for (int i = 0; i < 300; i++) {
            int lead = 1 + random.nextInt(8);
            int[] need = random.ints(1 + random.nextInt(50), 1, 2 + random.nextInt(8))
                    .toArray();
            String replay = "seed " + seed + ", case " + i + ": lead " + lead + ", need " + Arrays.toString(need);
            OraclePlan optimum = OracleStrategy.of(need).optimum(lead);
            ReplayRun run = oracleRun(need, lead);
            assertEquals(optimum.cost(), (double) run.cost(), replay);
            assertArrayEquals(optimum.trajectory(), run.ready(), replay);
        }
    }

    @Test
    void theOracleOfAPlanScoresOne() {
        RunScore score = score(OracleStrategy.of(PLAN), 1);
        assertEquals(1, score.costRatio());
        assertEquals(1, score.movesRatio());
        assertEquals(0, score.violationPercent());
    }

    @Test
    void theOracleKnowsItsStepsOnly() {
        OracleStrategy oracle = OracleStrategy.of(1, 2);
        StrategyContext context = new StrategyContext(SeenDemand.of(1), MINUTE, 1, 1, 1, 1);
        ScalingController controller = oracle.start(context);
        SeenDemand beyond = SeenDemand.of(1, 1, 1);
        assertEquals(2, controller.total(SeenDemand.of(1), 1, 0));
        assertThrows(IndexOutOfBoundsException.class, () -> controller.total(beyond, 1, 0));
        assertThrows(IllegalArgumentException.class, () -> OracleStrategy.of(1, 0));
        assertThrows(IllegalArgumentException.class, OracleStrategy::of);
        assertThrows(IllegalArgumentException.class, () -> oracle.optimum(0));
    }

    @Test
    void namesAreThoseOfTheReports() {
        assertEquals(
                List.of("hpa", "tracking", "tracking-predictive", "static-peak"),
                baselines().stream().map(ScalingStrategy::name).toList());
        assertEquals("oracle", OracleStrategy.of(1).name());
        assertEquals(0.7, OracleStrategy.of(1).startTarget(0.9), "a strategy without a target starts at 0.7");
        assertEquals(0.9, new HpaStrategy().startTarget(0.9));
    }

    private static ReplayRun oracleRun(int[] need, int lead) {
        OracleStrategy strategy = OracleStrategy.of(need);
        SeenDemand demand = withTraining(need);
        StrategyContext context = new StrategyContext(demand.first(1), MINUTE, lead, 1, 1, 1);
        return new FleetReplay(lead).run(demand, 1, strategy.startFleet(context), strategy.start(context));
    }

    /** Demand that needs so many units of capacity 1, after one step of training. */
    private static SeenDemand withTraining(int[] need) {
        double[] demand = new double[need.length + 1];
        for (int t = 0; t < need.length; t++) {
            demand[t + 1] = need[t];
        }
        return SeenDemand.of(demand);
    }

    private static int largest(int[] need, int from, int to) {
        return Arrays.stream(need, Math.max(0, from), Math.min(need.length, to + 1))
                .max()
                .orElseThrow();
    }

    private static boolean violated(ReplayRun run, int[] need) {
        int[] ready = run.ready();
        for (int t = 0; t < need.length; t++) {
            if (ready[t] < need[t]) {
                return true;
            }
        }
        return false;
    }
}
