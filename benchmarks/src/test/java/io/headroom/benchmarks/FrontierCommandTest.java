package io.headroom.benchmarks;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.headroom.benchmarks.data.ScoresFile;
import io.headroom.simulation.strategy.frontier.FrontierSweep;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FrontierCommandTest {
    @TempDir
    Path folder;

    private Bench frontier(Path out, Object... more) {
        List<Object> args = new ArrayList<>(List.of(
                "frontier",
                "--in",
                Bench.file("hourly.csv"),
                "--series",
                "load",
                "--step",
                "PT1H",
                "--start",
                "30",
                "--out",
                out));
        args.addAll(List.of(more));
        return Bench.run(args.toArray());
    }

    @Test
    void everyPointIsWhatAllocateDoes() {
        Path out = folder.resolve("sweep");
        Bench run = frontier(out, "--strategies", "hpa,static-peak,oracle", "--safeties", "0.5,0.8", "--leads", "PT2H")
                .done();
        assertThat(run.summary())
                .containsEntry("points", "5")
                .containsEntry("series", "1")
                .containsEntry("failed", "0");
        Path alone = folder.resolve("alone.csv");
        Bench allocate = Bench.run(
                        "allocate",
                        "--in",
                        Bench.file("hourly.csv"),
                        "--series",
                        "load",
                        "--step",
                        "PT1H",
                        "--start",
                        "30",
                        "--lead",
                        "PT2H",
                        "--strategy",
                        "hpa",
                        "--safety",
                        "0.8",
                        "--out",
                        alone)
                .done();
        assertThat(out.resolve("hpa-L120-0.8-s1.csv")).hasSameTextualContentAs(alone);
        assertThat(out.resolve("units.csv")).hasSameTextualContentAs(folder.resolve("alone-units.csv"));
        List<List<String>> summary = Bench.rows(out.resolve("summary.csv"));
        assertThat(Bench.lines(out.resolve("summary.csv")).get(0))
                .startsWith(
                        "strategy,lead_min,param,class,series,viol_median,viol_mean,cost_ratio_median,cost_ratio_mean,");
        assertThat(summary).hasSize(10);
        assertThat(summary.stream().map(row -> String.join(" ", row.subList(0, 5))))
                .startsWith("hpa 120 0.5 all 1", "hpa 120 0.5 regular 1", "hpa 120 0.8 all 1")
                .contains("oracle 120 1.0 all 1");
        assertThat(Double.parseDouble(summary.get(2).get(5)))
                .isEqualTo(Double.parseDouble(allocate.summary().get("violation_pct")), within(5e-5));
        assertThat(summary.get(8).subList(5, 9)).containsExactly("0.000000", "0.000000", "1.000000", "1.000000");
    }

    @Test
    void leadsAreWholeStepsWithoutDuplicates() {
        Path out = folder.resolve("sweep");
        Bench run = frontier(
                        out, "--strategies", "hpa", "--safeties", "0.7", "--leads", "PT1M,PT1H,PT90M", "--runs", "NONE")
                .done();
        assertThat(run.summary()).containsEntry("points", "2");
        assertThat(Bench.rows(out.resolve("series.csv")).stream().map(row -> row.get(1)))
                .containsExactly("60", "120");
        assertThat(out.toFile().list())
                .containsExactlyInAnyOrder("summary.csv", "series.csv", "units.csv", "verdicts.txt");
    }

    @Test
    void quantilesAndTargetsMayDiffer() {
        Path out = folder.resolve("sweep");
        frontier(
                        out,
                        "--strategies",
                        "headroom,hpa",
                        "--safeties",
                        "0.9,0.99",
                        "--targets",
                        "0.4,0.6,1",
                        "--leads",
                        "PT1H",
                        "--predictor",
                        "seasonal-naive",
                        "--seed",
                        "7",
                        "--runs",
                        "GZ",
                        "--threads",
                        "2",
                        "--compare",
                        "hpa")
                .done();
        assertThat(Bench.rows(out.resolve("series.csv")).stream().map(row -> row.get(0) + " " + row.get(2)))
                .containsExactly("headroom 0.9", "headroom 0.99", "hpa 0.4", "hpa 0.6", "hpa 1.0");
        Path packed = out.resolve("headroom-L60-0.9-s7.csv.gz");
        assertThat(unpacked(packed)).startsWith("series,step,demand,ready,paid\nload,30,");
    }

    private static String unpacked(Path file) {
        try (InputStream bytes = new GZIPInputStream(Files.newInputStream(file))) {
            return new String(bytes.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Test
    void defaultsAreTheProtocols() {
        Path out = folder.resolve("sweep");
        frontier(out, "--strategies", "tracking", "--leads", "PT1H", "--runs", "NONE")
                .done();
        assertThat(Bench.rows(out.resolve("series.csv"))).hasSize(14);
    }

    @Test
    void filesOfSeveralStepsAreScoredApartAndTheirTwinsToldApart() throws IOException {
        Path second = Files.copy(Bench.file("hourly.csv"), folder.resolve("second.csv"));
        Path out = folder.resolve("sweep");
        Bench run = Bench.run(
                        "frontier",
                        "--in",
                        Bench.file("hourly.csv") + "," + second,
                        "--series",
                        "load",
                        "--step",
                        "PT1H,PT30M",
                        "--start",
                        "30",
                        "--strategies",
                        "hpa",
                        "--safeties",
                        "0.6",
                        "--leads",
                        "PT30M,PT1H",
                        "--out",
                        out)
                .done();
        assertThat(run.summary()).containsEntry("points", "2").containsEntry("series", "2");
        assertThat(Bench.rows(out.resolve("series.csv")).stream().map(row -> row.get(1) + " " + row.get(4)))
                .containsExactly("30 second/load", "60 hourly/load", "60 second/load");
        assertThat(Bench.rows(out.resolve("hpa-L60-0.6-s1-PT1H.csv"))).hasSize(42);
        assertThat(Bench.rows(out.resolve("hpa-L60-0.6-s1-PT30M.csv"))).hasSize(42);
        assertThat(out.resolve("hpa-L30-0.6-s1-PT1H.csv")).doesNotExist();
    }

    @Test
    void rowsCutTheInput() {
        Path out = folder.resolve("sweep");
        frontier(out, "--rows", "6:50", "--strategies", "hpa", "--safeties", "0.6", "--leads", "PT1H")
                .done();
        List<List<String>> rows = Bench.rows(out.resolve("hpa-L60-0.6-s1.csv"));
        assertThat(rows).hasSize(14);
        assertThat(rows.get(0).get(1)).isEqualTo("30");
    }

    @Test
    void aSeriesWithoutDemandFailsAloneAndSaysSo() {
        Path out = folder.resolve("sweep");
        Bench run = Bench.run(
                "frontier",
                "--in",
                Bench.file("hourly.csv"),
                "--step",
                "PT1H",
                "--start",
                "24",
                "--strategies",
                "hpa",
                "--safeties",
                "0.6",
                "--leads",
                "PT1H",
                "--out",
                out);
        assertThat(run.status()).isEqualTo(1);
        assertThat(run.summary())
                .containsEntry("points", "1")
                .containsEntry("series", "2")
                .containsEntry("failed", "1");
        assertThat(run.err()).anyMatch(line -> line.contains("'idle'") && line.contains("all zero"));
    }

    @Test
    void earlierRunsJoinTheComparison() {
        Path before = folder.resolve("before");
        frontier(before, "--strategies", "hpa", "--targets", "0.4,0.6,0.8", "--leads", "PT1H", "--runs", "NONE")
                .done();
        List<FrontierSweep> read = ScoresFile.read(before.resolve("series.csv"));
        assertThat(read).hasSize(1);
        assertThat(read.get(0).lead()).isEqualTo(Duration.ofHours(1));
        assertThat(read.get(0).points()).hasSize(3);
        Path now = folder.resolve("now");
        Path html = folder.resolve("charts.html");
        Bench run = frontier(
                        now,
                        "--strategies",
                        "tracking-predictive",
                        "--targets",
                        "0.5,0.7",
                        "--leads",
                        "PT1H",
                        "--runs",
                        "NONE",
                        "--also",
                        before.resolve("series.csv"),
                        "--compare",
                        "hpa",
                        "--html",
                        html)
                .done();
        assertThat(run.out()).hasSize(1);
        assertThat(run.err())
                .anyMatch(line -> line.startsWith("lead 60 min, all (1 series), median"))
                .anyMatch(line -> line.startsWith("tracking-predictive over hpa, lead 60 min, all (1 series): "));
        assertThat(html).content().contains("Lead 60 min, all (1 series), median");
        assertThat(now.resolve("verdicts.txt")).content().contains("tracking-predictive over hpa");
    }

    @Test
    void otherDemandOrATwiceRunStrategyIsNotCompared() {
        Path before = folder.resolve("before");
        frontier(before, "--strategies", "hpa", "--targets", "0.6", "--leads", "PT1H", "--runs", "NONE")
                .done();
        Path file = before.resolve("series.csv");
        Bench twice = frontier(
                folder.resolve("a"), "--strategies", "hpa", "--leads", "PT1H", "--runs", "NONE", "--also", file);
        assertThat(twice.status()).isEqualTo(2);
        assertThat(twice.err()).anyMatch(line -> line.contains("strategy hpa at lead 60 is there twice"));
        Bench other = frontier(
                folder.resolve("b"),
                "--rows",
                "1:60",
                "--strategies",
                "tracking",
                "--leads",
                "PT1H",
                "--runs",
                "NONE",
                "--also",
                file);
        assertThat(other.status()).isEqualTo(2);
        assertThat(other.err()).anyMatch(line -> line.contains("series load") && line.contains("other demand"));
    }

    @Test
    void moreThreadsChangeNothing() {
        Path one = folder.resolve("one");
        Path two = folder.resolve("two");
        for (Path out : List.of(one, two)) {
            frontier(
                            out,
                            "--strategies",
                            "hpa,tracking,tracking-predictive,static-peak",
                            "--leads",
                            "PT1H,PT2H",
                            "--runs",
                            "NONE",
                            "--threads",
                            out.equals(one) ? 1 : 4)
                    .done();
        }
        for (String table : List.of("summary.csv", "series.csv", "units.csv", "verdicts.txt")) {
            assertThat(one.resolve(table)).hasSameTextualContentAs(two.resolve(table));
        }
    }
}
