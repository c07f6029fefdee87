package io.headroom.simulation.strategy;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.Duration;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The baselines agree with a second implementation in Python over a synthetic series; see baseline_reference.py. */
class BaselineReferenceTest {

    static List<ReferenceTable.Row> cases() {
        return ReferenceTable.read("baseline_reference.csv");
    }

    @ParameterizedTest
    @MethodSource("cases")
    void everyFigureAgrees(ReferenceTable.Row row) {
        Duration step = Duration.ofSeconds(row.whole("step_seconds"));
        double[] demand = draw(row.whole("step_seconds"), row.whole("days"));
        EvaluationPlan plan = EvaluationPlan.of(demand, step);
        int leadSteps = row.whole("lead_steps");
        ReplayRun run = FleetReplay.run(
                plan, strategy(row.text("strategy")), step.multipliedBy(leadSteps), row.number("target"));
        RunScore score = RunScore.of(run, ScoreSettings.of(plan, leadSteps));
        double sum = 0;
        for (double value : demand) {
            sum += value;
        }
        assertEquals(row.number("demand_sum"), sum, "both drew the same series");
        assertEquals(row.number("unit"), plan.unit());
        assertEquals(row.whole("cost"), score.cost());
        assertEquals(row.number("oracle_cost"), score.oracleCost());
        assertEquals(row.whole("moves"), score.moves());
        assertEquals(row.whole("oracle_moves"), score.oracleMoves());
        assertEquals(row.number("viol"), score.violationPercent());
        assertEquals(row.number("unserved"), score.unservedPercent());
        assertEquals(row.number("reversals"), score.reversalsPerUnitDay());
    }

    static ScalingStrategy strategy(String name) {
        return switch (name) {
            case "hpa" -> new HpaStrategy();
            case "tracking" -> new TargetTrackingStrategy();
            case "tracking-predictive" -> new PredictiveTrackingStrategy();
            case "static-peak" -> new StaticPeakStrategy();
            default -> throw new IllegalArgumentException(name);
        };
    }

    /** A triangular day, weekends at half, a little noise, and rare bursts that last a few minutes. */
    static double[] draw(int step, int days) {
        ReferenceTable.Lcg random = new ReferenceTable.Lcg(7);
        double[] demand = new double[days * 86_400 / step];
        int burst = 0;
        for (int t = 0; t < demand.length; t++) {
            int second = t * step;
            int ofDay = second % 86_400;
            int level = 200 + Math.min(ofDay, 86_400 - ofDay) / 108;
            if (second / 86_400 % 7 >= 5) {
                level /= 2;
            }
            if (burst == 0 && random.below(86_400 / step / 4) == 0) {
                burst = 1 + 900 / step;
            }
            int factor = burst > 0 ? 2 : 1;
            burst = Math.max(0, burst - 1);
            demand[t] = (level + random.below(level / 4)) * factor / 8.0;
        }
        return demand;
    }
}
