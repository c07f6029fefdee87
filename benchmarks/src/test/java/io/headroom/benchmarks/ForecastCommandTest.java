package io.headroom.benchmarks;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ForecastCommandTest {
    @TempDir
    Path folder;

    private Bench forecast(Path out, Object... more) {
        Object[] args = {
            "forecast",
            "--in",
            Bench.file("long.csv"),
            "--horizon",
            5,
            "--predictor",
            "seasonal-naive",
            "--periods",
            4,
            "--out",
            out
        };
        Object[] all = new Object[args.length + more.length];
        System.arraycopy(args, 0, all, 0, args.length);
        System.arraycopy(more, 0, all, args.length, more.length);
        return Bench.run(all);
    }

    @Test
    void writesTheLastSeasonForEverySeriesInItsOrder() {
        Path out = folder.resolve("out.csv");
        Bench run = forecast(out).done();
        assertThat(Bench.lines(out).get(0)).isEqualTo("series,step,mean,q0.025,q0.5,q0.975");
        List<List<String>> rows = Bench.rows(out);
        assertThat(rows).hasSize(15);
        assertThat(rows.subList(0, 5).stream().map(r -> r.get(0) + " " + r.get(1) + " " + r.get(2)))
                .containsExactly("A 1 12.0", "A 2 22.0", "A 3 32.0", "A 4 42.0", "A 5 12.0");
        assertThat(rows.stream().map(r -> r.get(0)).distinct()).containsExactly("A", "B", "C");
        assertThat(run.summary())
                .containsEntry("predictor", "seasonal-naive")
                .containsEntry("series", "3")
                .containsEntry("failed", "0")
                .containsKeys("wall_s", "ms_per_series_mean", "ms_per_series_max");
    }

    @Test
    void moreRoundsWriteTheSame() {
        Path once = folder.resolve("once.csv");
        Path thrice = folder.resolve("thrice.csv");
        forecast(once).done();
        assertThat(forecast(thrice, "--rounds", 3).done().summary()).containsEntry("series", "3");
        assertThat(thrice).hasSameTextualContentAs(once);
        Bench none = forecast(once, "--rounds", 0);
        assertThat(none.status()).isEqualTo(2);
        assertThat(none.err().get(0)).contains("--rounds");
    }

    @ParameterizedTest
    @CsvSource({
        "long_timestamp.csv, 'art/one 22.0, art/two 7.0'",
        "classics.csv, passengers 132.0",
        "wide.csv, 'EU>US 6.0, US>EU 60.0'",
        "steps.csv, '0>1 2.0, 1>0 30.0'"
    })
    void tellsEachLayoutFromItsHeader(String file, String lastValues) {
        Path out = folder.resolve("out.csv");
        Bench.run("forecast", "--in", Bench.file(file), "--horizon", 1, "--predictor", "naive", "--out", out)
                .done();
        assertThat(Bench.rows(out).stream().map(r -> r.get(0) + " " + r.get(2)))
                .containsExactly(lastValues.split(", ", -1));
    }

    @Test
    void quantilesAreThoseAskedForAndRise() {
        Path out = folder.resolve("out.csv");
        forecast(out, "--quantiles", "0.05,0.25,0.75,0.95").done();
        assertThat(Bench.lines(out).get(0)).isEqualTo("series,step,mean,q0.05,q0.25,q0.75,q0.95");
        for (List<String> row : Bench.rows(out)) {
            List<Double> quantiles =
                    row.subList(3, 7).stream().map(Double::valueOf).toList();
            assertThat(quantiles).as(row.toString()).isSorted();
        }
    }

    @Test
    void takesEachKthSeriesOrThoseNamed() {
        Path out = folder.resolve("out.csv");
        forecast(out, "--every", 2).done();
        assertThat(Bench.rows(out).stream().map(r -> r.get(0)).distinct()).containsExactly("A", "C");
        forecast(out, "--series", "B,C").done();
        assertThat(Bench.rows(out).stream().map(r -> r.get(0)).distinct()).containsExactly("B", "C");
    }

    @Test
    void threadsChangeNothingInTheFile() {
        Path one = folder.resolve("one.csv");
        Path three = folder.resolve("three.csv");
        forecast(one, "--threads", 1).done();
        forecast(three, "--threads", 3).done();
        assertThat(Bench.lines(three)).isEqualTo(Bench.lines(one));
    }

    @Test
    void gzipsByTheNameOfTheFile() throws IOException {
        Path plain = folder.resolve("out.csv");
        Path packed = folder.resolve("out.csv.gz");
        forecast(plain).done();
        forecast(packed).done();
        try (InputStream in = new GZIPInputStream(Files.newInputStream(packed))) {
            String text = new String(in.readAllBytes(), StandardCharsets.UTF_8);
            assertThat(text).isEqualTo(Files.readString(plain));
        }
    }

    @Test
    void aDeadlineThatHasPassedStillYieldsAForecast() {
        Path out = folder.resolve("out.csv");
        Bench run = Bench.run(
                "forecast",
                "--in",
                Bench.file("long.csv"),
                "--horizon",
                2,
                "--predictor",
                "ets",
                "--periods",
                "4",
                "--deadline-ms",
                0,
                "--out",
                out);
        assertThat(run.done().summary()).containsEntry("failed", "0");
        assertThat(Bench.rows(out)).hasSize(6);
    }

    @Test
    void aGlobalPredictorIsFittedOnceToAllSeries() {
        Path out = folder.resolve("out.csv");
        Bench run = Bench.run(
                "forecast",
                "--in",
                Bench.file("wide.csv"),
                "--horizon",
                2,
                "--predictor",
                "lstm",
                "--grid",
                "PT1H",
                "--deadline-ms",
                0,
                "--out",
                out);
        assertThat(run.done().summary()).containsEntry("failed", "0").containsKeys("fit_s", "rung");
        assertThat(Bench.rows(out)).hasSize(4);
    }
}
