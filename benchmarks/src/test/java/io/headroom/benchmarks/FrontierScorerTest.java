package io.headroom.benchmarks;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.headroom.benchmarks.data.ScoresFile;
import io.headroom.simulation.strategy.frontier.FrontierPoint;
import io.headroom.simulation.strategy.frontier.PairClaim;
import io.headroom.simulation.strategy.frontier.PairedBootstrap;
import io.headroom.simulation.strategy.frontier.PairedBootstrap.Difference;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * The frontier command against the public scorer and its published figures. Needs the folder of public data and Python 3; without them
 * the tests are skipped with a message, and {@link FrontierCommandTest} covers the same code on small inputs.
 */
class FrontierScorerTest {
    /** The summary has six decimals. */
    private static final double PRINTED = 1e-6;

    private static final double ROUNDING = 1e-9;

    @TempDir
    Path folder;

    private void sweepAbilene() {
        Bench.run(
                        "frontier",
                        "--in",
                        Shared.file("data/abilene/abilene_5min_2004-03-01_14d.csv.gz"),
                        "--every",
                        12,
                        "--step",
                        "PT5M",
                        "--leads",
                        "PT1M,PT15M",
                        "--strategies",
                        "hpa,tracking-predictive",
                        "--safeties",
                        "0.5,0.7",
                        "--out",
                        folder)
                .done();
    }

    private JsonNode score(String run, int leadSteps, String... more) throws IOException, InterruptedException {
        Path json = folder.resolve("score.json");
        List<String> command = new ArrayList<>(List.of(
                "python3",
                Shared.file("eval/score_allocation.py").toString(),
                folder.resolve(run).toString(),
                "--unit-capacity",
                folder.resolve("units.csv").toString(),
                "--overload-factor",
                "1.1111111",
                "--boot-cost-steps",
                Integer.toString(leadSteps),
                "--step-seconds",
                "300",
                "--classes",
                "auto",
                "--json",
                json.toString()));
        command.addAll(List.of(more));
        int status = new ProcessBuilder(command)
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start()
                .waitFor();
        assertThat(status).isZero();
        return new ObjectMapper().readTree(json.toFile());
    }

    @Test
    void everyRowAgreesWithTheScorer() throws IOException, InterruptedException {
        sweepAbilene();
        Map<String, Map<String, String>> summary = rows("summary.csv", "strategy", "lead_min", "param", "class");
        Map<String, Map<String, String>> series = rows("series.csv", "strategy", "lead_min", "param", "series");
        int checked = 0;
        for (String point :
                List.of("hpa-L5-0.5", "hpa-L15-0.7", "tracking-predictive-L5-0.7", "tracking-predictive-L15-0.5")) {
            String key = point.replaceFirst("-L(\\d+)-", ",$1,");
            JsonNode scored = score(point + "-s1.csv", key.contains(",15,") ? 3 : 1);
            for (String group : List.of("all", "regular", "bursty")) {
                Map<String, String> row = summary.getOrDefault(key + "," + group, Map.of());
                JsonNode expected = scored.get("summary").get(group);
                assertThat(row)
                        .as(key + " " + group)
                        .containsEntry("series", expected.get("series").asText());
                for (String statistic : List.of("median", "mean")) {
                    for (Map.Entry<String, JsonNode> e : expected.get(statistic).properties()) {
                        assertThat(number(row, e.getKey() + "_" + statistic))
                                .as(key + " " + group + " " + e.getKey())
                                .isCloseTo(e.getValue().asDouble(), within(PRINTED));
                    }
                }
            }
            for (Map.Entry<String, JsonNode> one : scored.get("series").properties()) {
                Map<String, String> row = series.getOrDefault(key + "," + one.getKey(), Map.of());
                assertThat(row)
                        .containsEntry(
                                "class", scored.get("classes").get(one.getKey()).asText());
                for (Map.Entry<String, JsonNode> e : one.getValue().properties()) {
                    double expected = e.getValue().asDouble();
                    assertThat(number(row, e.getKey()))
                            .as(key + " " + one.getKey() + " " + e.getKey())
                            .isCloseTo(expected, within(ROUNDING * (1 + expected)));
                }
                checked++;
            }
        }
        assertThat(checked).isEqualTo(44);
    }

    @Test
    void intervalsAreTheScorers() throws IOException, InterruptedException {
        sweepAbilene();
        JsonNode compared = score(
                        "tracking-predictive-L5-0.5-s1.csv",
                        1,
                        "--compare",
                        folder.resolve("hpa-L5-0.7-s1.csv").toString())
                .get("compare");
        PairClaim claim = PairClaim.of(
                PairClaim.Gain.VIOLATION,
                point("tracking-predictive", 0.5),
                point("hpa", 0.7),
                PairedBootstrap.standard());
        assertInterval(claim.violationMedian(), compared.get("viol_median"));
        assertInterval(claim.violationMean(), compared.get("viol_mean"));
        assertInterval(claim.costMedian(), compared.get("cost_ratio_median"));
        assertInterval(claim.costMean(), compared.get("cost_ratio_mean"));
    }

    private FrontierPoint point(String strategy, double safety) {
        return ScoresFile.read(folder.resolve("series.csv")).stream()
                .filter(s -> s.strategy().equals(strategy) && s.leadMinutes() == 5)
                .flatMap(s -> s.points().stream())
                .filter(p -> p.safety() == safety)
                .findFirst()
                .orElseThrow();
    }

    private static void assertInterval(Difference difference, JsonNode expected) {
        PairedBootstrap.Interval interval = difference.interval().orElseThrow();
        assertThat(difference.value()).isCloseTo(expected.get("difference").asDouble(), within(ROUNDING));
        assertThat(interval.low()).isCloseTo(expected.get("low").asDouble(), within(ROUNDING));
        assertThat(interval.high()).isCloseTo(expected.get("high").asDouble(), within(ROUNDING));
    }

    /** The table of the protocol's page, section 6: violation, unit-steps, cost ratio, moves, reversals. */
    @Test
    void publishedFiguresAreReproduced() {
        Bench.run(
                        "frontier",
                        "--in",
                        Shared.file("data/nasa_http/nasa_http_1min.csv.gz"),
                        "--rows",
                        "5760:25920",
                        "--step",
                        "PT1M",
                        "--strategies",
                        "hpa,tracking,tracking-predictive",
                        "--safeties",
                        "0.7",
                        "--runs",
                        "NONE",
                        "--threads",
                        2,
                        "--out",
                        folder)
                .done();
        assertThat(Bench.rows(folder.resolve("units.csv")).get(0).get(2)).isEqualTo("10080");
        Map<String, Map<String, String>> rows = rows("series.csv", "strategy", "lead_min");
        assertRow(rows, "hpa,1", "4.157 341107 1.4969 12946 44.081");
        assertRow(rows, "tracking,1", "6.637 330823 1.4517 4732 10.851");
        assertRow(rows, "tracking-predictive,1", "2.857 360387 1.5815 2870 4.939");
        assertRow(rows, "hpa,5", "7.202 345988 1.2892 12154 40.296");
        assertRow(rows, "tracking-predictive,15", "4.494 373269 1.2323 3053 4.676");
    }

    private static void assertRow(Map<String, Map<String, String>> rows, String key, String figures) {
        Map<String, String> row = rows.getOrDefault(key, Map.of());
        String[] expected = figures.split(" ", -1);
        List<String> columns = List.of("viol", "cost", "cost_ratio", "moves", "reversals");
        for (int i = 0; i < expected.length; i++) {
            int point = expected[i].indexOf('.');
            int decimals = point < 0 ? 0 : expected[i].length() - point - 1;
            String printed = String.format(Locale.ROOT, "%." + decimals + "f", number(row, columns.get(i)));
            assertThat(printed).as(key + " " + columns.get(i)).isEqualTo(expected[i]);
        }
    }

    private static double number(Map<String, String> row, String column) {
        assertThat(row).containsKey(column);
        return Double.parseDouble(row.getOrDefault(column, ""));
    }

    /** The rows of a table as maps, by the values of some columns joined with commas. */
    private Map<String, Map<String, String>> rows(String table, String... key) {
        Map<String, Map<String, String>> rows = new TreeMap<>();
        List<String> header = List.of(Bench.lines(folder.resolve(table)).get(0).split(",", -1));
        for (List<String> fields : Bench.rows(folder.resolve(table))) {
            Map<String, String> row = new TreeMap<>();
            for (int i = 0; i < fields.size(); i++) {
                row.put(header.get(i), fields.get(i));
            }
            List<String> name = new ArrayList<>();
            for (String column : key) {
                name.add(row.getOrDefault(column, ""));
            }
            rows.put(String.join(",", name), row);
        }
        return rows;
    }
}
