package io.headroom.benchmarks;

import static org.assertj.core.api.Assertions.assertThat;

import io.headroom.forecasting.anomaly.AnomalyDetector;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class AnomaliesCommandTest {
    @TempDir
    Path folder;

    private Path write(String name, List<String> lines) throws IOException {
        return Files.write(folder.resolve(name), lines);
    }

    /** Two series by turns, negative, with repeated and backward time stamps, a missing value and a spike in the second. */
    private static List<String> rows() {
        Random random = new Random(1);
        List<String> rows = new ArrayList<>(List.of("series,timestamp,value"));
        for (int i = 0; i < 600; i++) {
            String time = "2026-01-01T00:" + (i % 10) + "0";
            rows.add("a/1," + time + "," + -random.nextDouble());
            rows.add("b," + time + "," + (i == 300 ? "" : i == 500 ? "99" : "" + random.nextInt(3)));
        }
        return rows;
    }

    @Test
    void scoresEveryRowInTheOrderOfTheInput() throws IOException {
        List<String> rows = rows();
        Path out = folder.resolve("out.csv");
        Bench run = Bench.run("anomalies", "--in", write("in.csv", rows), "--out", out)
                .done();
        assertThat(Bench.lines(out).get(0)).isEqualTo("series,timestamp,value,score,anomaly");
        List<List<String>> scored = Bench.rows(out);
        assertThat(scored.stream().map(r -> String.join(",", r.subList(0, 3)))).isEqualTo(rows.subList(1, rows.size()));
        assertThat(run.summary().keySet()).containsExactly("series", "points", "ms_per_point");
        assertThat(run.summary()).containsEntry("series", "2").containsEntry("points", "1200");
        assertThat(scored.get(2 * 300 + 1).subList(3, 5)).containsExactly("", "0");
        assertThat(scored.stream().filter(r -> r.get(4).equals("1"))).contains(scored.get(2 * 500 + 1));
        assertThat(Double.parseDouble(scored.get(2 * 500 + 1).get(3))).isGreaterThan(6.5);
    }

    @Test
    void eachSeriesHasADetectorOfItsOwnThatSeesThePastOnly() throws IOException {
        List<String> rows = rows();
        Path out = folder.resolve("out.csv");
        Bench.run("anomalies", "--in", write("in.csv", rows.subList(0, 900)), "--out", out)
                .done();
        AnomalyDetector detector = AnomalyDetector.ofValues();
        for (List<String> row : Bench.rows(out)) {
            if (row.get(0).equals("a/1")) {
                detector.observe(Double.parseDouble(row.get(2)));
                assertThat(row.get(3)).isEqualTo(Double.toString(detector.score()));
            }
        }
        Path all = folder.resolve("all.csv");
        Bench.run("anomalies", "--in", write("all-in.csv", rows), "--out", all).done();
        assertThat(Bench.lines(all).subList(0, 900)).isEqualTo(Bench.lines(out));
    }

    @Test
    void aWideFileIsScoredRowByRow() {
        Path out = folder.resolve("out.csv");
        Bench.run("anomalies", "--in", Bench.file("wide.csv"), "--out", out).done();
        List<List<String>> rows = Bench.rows(out);
        assertThat(rows.get(0).get(0)).isEqualTo("EU>US");
        assertThat(rows.get(0).get(1)).isEqualTo(rows.get(1).get(1));
        assertThat(rows.get(0).get(0))
                .isEqualTo(rows.get(2).get(0))
                .isNotEqualTo(rows.get(1).get(0));
    }

    @Test
    void theThresholdDecidesWhatAnAnomalyIs() throws IOException {
        Path in = write("in.csv", rows());
        Path out = folder.resolve("out.csv");
        for (double threshold : new double[] {0.5, 4, 1000}) {
            Bench.run("anomalies", "--in", in, "--out", out, "--threshold", threshold)
                    .done();
            for (List<String> row : Bench.rows(out)) {
                boolean above = !row.get(3).isEmpty() && Double.parseDouble(row.get(3)) >= threshold;
                assertThat(row.get(4)).as(row.toString()).isEqualTo(above ? "1" : "0");
            }
        }
    }
}
