package io.headroom.benchmarks;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TrackCommandTest {
    @TempDir
    Path folder;

    private Bench track(Path out, Object... more) {
        Object[] args = {
            "track",
            "--in",
            Bench.file("wide.csv"),
            "--warmup",
            5,
            "--horizon",
            2,
            "--stride",
            2,
            "--predictor",
            "naive",
            "--out",
            out
        };
        Object[] all = new Object[args.length + more.length];
        System.arraycopy(args, 0, all, 0, args.length);
        System.arraycopy(more, 0, all, args.length, more.length);
        return Bench.run(all);
    }

    @Test
    void forecastsTheLastValueThatItHasObservedAtEachOrigin() {
        Path out = folder.resolve("out.csv");
        Bench run = track(out).done();
        assertThat(Bench.lines(out).get(0)).isEqualTo("series,origin,step,mean,q0.025,q0.5,q0.975");
        List<List<String>> rows = Bench.rows(out);
        assertThat(rows.subList(0, 6).stream().map(r -> String.join(" ", r.subList(0, 4))))
                .containsExactly(
                        "EU>US 5 1 7.0",
                        "EU>US 5 2 7.0",
                        "EU>US 7 1 9.0",
                        "EU>US 7 2 9.0",
                        "EU>US 9 1 7.0",
                        "EU>US 9 2 7.0");
        assertThat(rows).hasSize(12);
        assertThat(run.summary())
                .containsEntry("predictor", "naive")
                .containsEntry("series", "2")
                .containsEntry("origins", "6")
                .containsEntry("failed", "0")
                .containsKeys("update_ns_mean", "forecast_us_mean");
    }

    @Test
    void aWindowAddsARowOfItsMaximumWhoseMeanIsTheMedian() {
        Path out = folder.resolve("out.csv");
        track(out, "--window", "1:3").done();
        List<List<String>> maxima =
                Bench.rows(out).stream().filter(r -> r.get(2).equals("max")).toList();
        assertThat(maxima).hasSize(6);
        for (List<String> row : maxima) {
            assertThat(row.get(3)).as(row.toString()).isEqualTo(row.get(5));
            assertThat(Double.parseDouble(row.get(5)))
                    .as(row.toString())
                    .isBetween(Double.valueOf(row.get(4)), Double.valueOf(row.get(6)));
        }
    }

    @Test
    void aSeriesThatIsTooShortFailsAloneAndSaysSo() {
        Path out = folder.resolve("out.csv");
        Bench run = Bench.run(
                "track",
                "--in",
                Bench.file("long.csv"),
                "--warmup",
                8,
                "--horizon",
                1,
                "--stride",
                1,
                "--predictor",
                "naive",
                "--out",
                out);
        assertThat(run.status()).isEqualTo(1);
        assertThat(run.summary()).containsEntry("series", "3").containsEntry("failed", "2");
        assertThat(run.err()).anyMatch(line -> line.contains("'B'") && line.contains("8 points"));
        assertThat(Bench.rows(out).stream().map(r -> r.get(0)).distinct()).containsExactly("A");
    }
}
