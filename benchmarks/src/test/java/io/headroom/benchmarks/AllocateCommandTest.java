package io.headroom.benchmarks;

import static org.assertj.core.api.Assertions.assertThat;

import io.headroom.benchmarks.data.SeriesFile;
import io.headroom.simulation.strategy.EvaluationPlan;
import io.headroom.simulation.strategy.FleetReplay;
import io.headroom.simulation.strategy.HpaStrategy;
import io.headroom.simulation.strategy.OracleStrategy;
import io.headroom.simulation.strategy.ReplayRun;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class AllocateCommandTest {
    private static final Duration HOUR = Duration.ofHours(1);

    @TempDir
    Path folder;

    private Bench allocate(Path out, String strategy, Object... more) {
        List<Object> args = new ArrayList<>(List.of(
                "allocate",
                "--in",
                Bench.file("hourly.csv"),
                "--series",
                "load",
                "--step",
                "PT1H",
                "--lead",
                "PT2H",
                "--strategy",
                strategy,
                "--out",
                out));
        args.addAll(List.of(more));
        return Bench.run(args.toArray());
    }

    private static double[] load() {
        return SeriesFile.read(Bench.file("hourly.csv"), Set.of("load"))
                .series()
                .get(0)
                .rates()
                .toArray();
    }

    /** Rows as the command writes them. */
    private static List<List<String>> rows(ReplayRun run, int firstRow) {
        List<List<String>> rows = new ArrayList<>();
        for (int t = 0; t < run.steps(); t++) {
            rows.add(List.of(
                    "load",
                    Integer.toString(firstRow + t),
                    Double.toString(run.demand()[t]),
                    Integer.toString(run.ready()[t]),
                    Integer.toString(run.paid()[t])));
        }
        return rows;
    }

    @Test
    void hpaIsTheStrategyOfTheSimulationPackage() {
        Path out = folder.resolve("run.csv");
        Bench run = allocate(out, "hpa", "--safety", 0.6, "--start", 30).done();
        EvaluationPlan plan = EvaluationPlan.from(load(), HOUR, 30);
        ReplayRun expected = FleetReplay.run(plan, new HpaStrategy(), Duration.ofHours(2), 0.6);
        assertThat(Bench.lines(out).get(0)).isEqualTo("series,step,demand,ready,paid");
        assertThat(Bench.rows(out)).isEqualTo(rows(expected, 30));
        assertThat(Bench.lines(folder.resolve("run-units.csv")))
                .containsExactly("series,unit_capacity,t0_index", "load," + plan.unitCapacity() + ",30");
        assertThat(run.summary())
                .containsEntry("strategy", "hpa")
                .containsEntry("safety", "0.6")
                .containsEntry("series", "1")
                .containsKeys("violation_pct", "cost_ratio", "moves");
    }

    @Test
    void unitsReplaceTheComputedSizeAndStart() {
        Path out = folder.resolve("run.csv.gz");
        Path units = folder.resolve("u.csv");
        allocate(out, "hpa", "--safety", 0.6, "--units", Bench.file("units.csv"), "--start", 30, "--units-out", units)
                .done();
        assertThat(Bench.rows(units)).containsExactly(List.of("load", "4.5", "36"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"0.5", "0.9"})
    void aConstantFleetPaysTheSameAtEachStep(String target) {
        Path out = folder.resolve("run.csv");
        Bench run =
                allocate(out, "static-peak", "--safety", target, "--start", 30).done();
        List<List<String>> rows = Bench.rows(out);
        double unit = EvaluationPlan.from(load(), HOUR, 30).unit();
        double peak = 0;
        for (int t = 0; t < 30; t++) {
            peak = Double.isNaN(load()[t]) ? peak : Math.max(peak, load()[t]);
        }
        String fleet = Integer.toString((int) Math.ceil(peak / (Double.parseDouble(target) * unit)));
        assertThat(rows)
                .hasSize(42)
                .allSatisfy(row -> assertThat(row.subList(3, 5)).containsExactly(fleet, fleet));
        assertThat(run.summary()).containsEntry("moves", "0");
    }

    @Test
    void theOracleNeedsNoSafetyAndCostsOne() {
        Path out = folder.resolve("run.csv");
        Bench run = allocate(out, "oracle", "--start", 30).done();
        assertThat(run.summary())
                .containsEntry("violation_pct", "0.0000")
                .containsEntry("cost_ratio", "1.0000")
                .containsEntry(
                        "moves",
                        Long.toString(OracleStrategy.of(EvaluationPlan.from(load(), HOUR, 30))
                                .optimum(2)
                                .moves()));
    }

    @Test
    void headroomRunsTheLibraryAndAHigherQuantileNeverViolatesMore() {
        double before = 100;
        for (String safety : List.of("0.5", "0.9", "0.999")) {
            Path out = folder.resolve("run-" + safety + ".csv");
            Bench run = allocate(out, "headroom", "--safety", safety, "--start", 30, "--predictor", "seasonal-naive")
                    .done();
            double violations = Double.parseDouble(run.summary().get("violation_pct"));
            assertThat(violations).as("safety " + safety).isLessThanOrEqualTo(before);
            before = violations;
            assertThat(Bench.rows(out)).hasSize(42).allSatisfy(row -> {
                int ready = Integer.parseInt(row.get(3));
                assertThat(ready).isPositive();
                assertThat(Integer.parseInt(row.get(4))).isGreaterThanOrEqualTo(ready);
            });
        }
        assertThat(before).as("violations at 0.999").isLessThan(15);
    }

    @Test
    void aSeriesWithoutDemandFailsAloneAndSaysSo() {
        Path out = folder.resolve("run.csv");
        Bench run = Bench.run(
                "allocate",
                "--in",
                Bench.file("hourly.csv"),
                "--step",
                "PT1H",
                "--lead",
                "PT1H",
                "--strategy",
                "tracking",
                "--safety",
                "0.7",
                "--start",
                "24",
                "--out",
                out);
        assertThat(run.status()).isEqualTo(1);
        assertThat(run.summary()).containsEntry("series", "2").containsEntry("failed", "1");
        assertThat(run.err()).anyMatch(line -> line.contains("'idle'") && line.contains("all zero"));
        assertThat(Bench.rows(out).stream().map(r -> r.get(0)).distinct()).containsExactly("load");
    }

    @Test
    void withoutAStartASeriesMustHaveSevenDays() {
        Bench run = allocate(folder.resolve("run.csv"), "tracking-predictive", "--safety", "0.7");
        assertThat(run.status()).isEqualTo(1);
        assertThat(run.err()).anyMatch(line -> line.contains("7 days"));
    }
}
