package io.headroom.simulation.strategy;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.time.Duration;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class RunScoreTest {

    private static final Duration MINUTE = Duration.ofMinutes(1);

    static List<ReferenceTable.Row> cases() {
        return ReferenceTable.read("score_reference.csv");
    }

    /** Values by the public scorer, see score_reference.py; equal operations in equal order give equal doubles. */
    @ParameterizedTest
    @MethodSource("cases")
    void equalsTheScorer(ReferenceTable.Row row) {
        RunScore score = RunScore.of(
                draw(row),
                new ScoreSettings(
                        row.number("capacity"),
                        row.number("beta"),
                        Duration.ofSeconds((long) row.number("step_seconds")),
                        row.number("overload"),
                        row.whole("min_units"),
                        Duration.ofMinutes((long) row.number("window_minutes"))));
        assertEquals(row.whole("steps"), score.steps());
        assertEquals(row.number("viol"), score.violationPercent());
        assertEquals(row.number("unserved"), score.unservedPercent());
        assertEquals(row.whole("cost"), score.cost());
        assertEquals(row.number("oracle_cost"), score.oracleCost());
        assertEquals(row.number("cost_ratio"), score.costRatio());
        assertEquals(row.number("theta_u"), score.thetaUnder());
        assertEquals(row.number("theta_o"), score.thetaOver());
        assertEquals(row.number("tau_u"), score.tauUnder());
        assertEquals(row.number("tau_o"), score.tauOver());
        assertEquals(row.whole("moves"), score.moves());
        assertEquals(row.whole("oracle_moves"), score.oracleMoves());
        assertEquals(row.number("moves_ratio"), score.movesRatio());
        assertEquals(row.number("reversals"), score.reversalsPerUnitDay());
        assertEquals(row.number("burst_index"), score.burstIndex());
        assertEquals(row.text("class"), score.demandClass().name().toLowerCase(Locale.ROOT));
    }

    private static ReplayRun draw(ReferenceTable.Row row) {
        ReferenceTable.Lcg random = new ReferenceTable.Lcg(row.whole("seed"));
        int n = row.whole("steps");
        double[] demand = new double[n];
        int[] ready = new int[n];
        int[] paid = new int[n];
        for (int t = 0; t < n; t++) {
            int factor = random.below(40) == 0 ? row.whole("spike_factor") : 1;
            demand[t] = (20 + t % 50 + random.below(30)) * factor / 8.0 * 3;
            ready[t] = 1 + random.below(9);
            paid[t] = ready[t] + random.below(3);
        }
        return new ReplayRun(demand, ready, paid);
    }

    @Test
    void allFiguresByHand() {
        // Capacity 10, overload 1.2: need 1 2 3 2 1; short by one unit at step 2, one spare at step 4.
        ReplayRun run =
                new ReplayRun(new double[] {10, 15, 30, 20, 5}, new int[] {1, 2, 2, 2, 2}, new int[] {1, 2, 3, 2, 2});
        RunScore score = RunScore.of(run, new ScoreSettings(10, 1, MINUTE, 1.2, 1, FrontierProtocol.REVERSAL_WINDOW));
        assertEquals(20.0, score.violationPercent());
        assertEquals(100 * 6 / 80.0, score.unservedPercent());
        assertEquals(100 / 3.0 / 5, score.thetaUnder(), 1e-12);
        assertEquals(100 * 1.0 / 5, score.thetaOver());
        assertEquals(10, score.cost());
        assertEquals(11.0, score.oracleCost());
        assertEquals(3, score.moves());
        assertEquals(3, score.oracleMoves());
        // One unit started at step 2 and stopped at step 3; ten unit-minutes paid.
        assertEquals(144.0, score.reversalsPerUnitDay(), 1e-12);
    }

    @Test
    void aRunWithoutDemandOrCostIsDefined() {
        ReplayRun idle = new ReplayRun(new double[] {0, 0}, new int[] {0, 0}, new int[] {0, 0});
        RunScore score = RunScore.of(idle, new ScoreSettings(1, 1, MINUTE, 1, 0, FrontierProtocol.REVERSAL_WINDOW));
        assertEquals(0, score.violationPercent());
        assertEquals(0, score.unservedPercent());
        assertEquals(1, score.costRatio());
        assertEquals(0, score.reversalsPerUnitDay());
        ReplayRun wasteful = new ReplayRun(new double[] {0, 0}, new int[] {1, 1}, new int[] {1, 1});
        assertEquals(
                Double.POSITIVE_INFINITY,
                RunScore.of(wasteful, new ScoreSettings(1, 1, MINUTE, 1, 0, FrontierProtocol.REVERSAL_WINDOW))
                        .costRatio());
    }

    @Test
    void roundingInventsNoViolation() {
        ReplayRun run = new ReplayRun(new double[] {0.1 * 3}, new int[] {3}, new int[] {3});
        RunScore score = RunScore.of(run, new ScoreSettings(0.1, 1, MINUTE, 1, 1, FrontierProtocol.REVERSAL_WINDOW));
        assertEquals(0, score.violationPercent());
        assertEquals(3.0, score.oracleCost());
    }

    @Test
    void aRunKeepsCopies() {
        double[] demand = {1, 2};
        int[] units = {1, 1};
        ReplayRun run = new ReplayRun(demand, units, units);
        demand[0] = 9;
        units[0] = 9;
        run.demand()[1] = 9;
        run.ready()[1] = 9;
        run.paid()[1] = 9;
        assertEquals(1, run.demand()[0]);
        assertEquals(2, run.demand()[1]);
        assertEquals(1, run.ready()[0]);
        assertEquals(1, run.ready()[1]);
        assertEquals(2, run.cost());
    }

    @Test
    void badRunsAndSettingsAreRefused() {
        double[] one = {1};
        assertThrows(IllegalArgumentException.class, () -> new ReplayRun(one, new int[] {2}, new int[] {1}));
        assertThrows(IllegalArgumentException.class, () -> new ReplayRun(one, new int[] {-1}, new int[] {1}));
        assertThrows(IllegalArgumentException.class, () -> new ReplayRun(one, new int[0], new int[] {1}));
        assertThrows(
                IllegalArgumentException.class,
                () -> new ReplayRun(new double[] {Double.NaN}, new int[] {1}, new int[] {1}));
        assertThrows(
                IllegalArgumentException.class,
                () -> new ScoreSettings(0, 1, MINUTE, 1, 1, FrontierProtocol.REVERSAL_WINDOW));
        assertThrows(
                IllegalArgumentException.class,
                () -> new ScoreSettings(1, -1, MINUTE, 1, 1, FrontierProtocol.REVERSAL_WINDOW));
    }
}
