package io.headroom.forecasting.internal.additive;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.IntStream;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/**
 * The mode against where R prophet stops, on public series: never above it. Needs the folder of public data sets, which
 * is no part of the repository: point the environment variable {@code HEADROOM_SHARED} or the system property
 * {@code headroom.shared} to {@code ../shared}. Without it the tests are skipped with a message; {@link ReferenceTest}
 * covers the same code on made series.
 */
class ProphetTest {
    private static final AdditiveOptions DAILY = AdditiveOptions.of(Season.ofRatio(1461, 4, 10), Season.of(7, 3));

    private Path data = Path.of("");

    @BeforeEach
    void findData() {
        Optional<Path> shared = Optional.ofNullable(System.getProperty("headroom.shared"))
                .or(() -> Optional.ofNullable(System.getenv("HEADROOM_SHARED")))
                .map(Path::of);
        assumeTrue(
                shared.isPresent(),
                "SKIPPED: Prophet's end points were not checked; set HEADROOM_SHARED to the folder of public data");
        data = shared.orElseThrow().resolve("data");
    }

    /** A daily series and the day of its first value. */
    private record Daily(List<Double> values, long first) {}

    private Daily daily(String name) throws IOException {
        TreeMap<Long, Double> days = new TreeMap<>();
        for (String[] row : rows(data.resolve("prophet/" + name + ".csv.gz"))) {
            if (!row[1].isEmpty() && !row[1].equals("NA")) {
                days.put(LocalDate.parse(row[0].substring(0, 10)).toEpochDay(), Double.parseDouble(row[1]));
            }
        }
        long first = days.firstKey();
        double[] values = new double[(int) (days.lastKey() - first + 1)];
        Arrays.fill(values, Double.NaN);
        days.forEach((day, value) -> values[(int) (day - first)] = value);
        return new Daily(Arrays.stream(values).boxed().toList(), first);
    }

    private static List<String[]> rows(Path file) throws IOException {
        try (BufferedReader reader = new BufferedReader(
                new InputStreamReader(new GZIPInputStream(Files.newInputStream(file)), StandardCharsets.UTF_8))) {
            return reader.lines().skip(1).map(line -> line.split(",", -1)).toList();
        }
    }

    private AdditiveFit fit(String name, AdditiveOptions options) throws IOException {
        Daily series = daily(name);
        double[] values =
                series.values().stream().mapToDouble(Double::doubleValue).toArray();
        return new AdditiveFitter(options).fit(values, series.first(), () -> false);
    }

    /** Values of reference/prophet_map.csv. */
    @Test
    void peytonManning() throws IOException {
        AdditiveFit fit = fit("wp_log_peyton_manning", DAILY);
        assertThat(fit.objective()).isCloseTo(-8005.15916465, within(1e-6)).isLessThan(-8004.60149614);
        assertThat(fit.sigma()).isCloseTo(0.0376069222251, within(1e-9));
        assertThat(Arrays.stream(fit.changes()).filter(change -> change != 0)).hasSize(10);
    }

    @Test
    void theArticleOnR() throws IOException {
        AdditiveFit fit = fit("wp_log_R", DAILY);
        assertThat(fit.objective()).isCloseTo(-9100.46543933, within(1e-6)).isLessThan(-9099.1253);
        assertThat(Arrays.stream(fit.changes()).filter(change -> change != 0)).hasSize(13);
        long end = LocalDate.parse("2015-12-31").toEpochDay();
        assertThat(fit.model().mean(end + 1)).isCloseTo(7.58342769786, within(1e-5));
        assertThat(fit.model().mean(end + 2)).isCloseTo(7.23527977018, within(1e-5));
        assertThat(fit.model().mean(end + 365)).isCloseTo(7.57493832176, within(1e-5));
        assertThat(Math.sqrt(fit.model().uncertainty().variance(30))).isCloseTo(0.00798287780902, within(1e-9));
        assertThat(Math.sqrt(fit.model().uncertainty().variance(365))).isCloseTo(0.338779323413, within(1e-8));
    }

    /** Stan's end point with growth = "logistic" and cap = 8.5, by benchmarks/peers/prophet_objective.R: -9019.66. */
    @Test
    void logisticGrowthOfTheArticleOnR() throws IOException {
        AdditiveFit fit = fit("wp_log_R", DAILY.withCapacity(8.5));
        assertThat(fit.complete()).isTrue();
        assertThat(fit.objective()).isLessThan(-9019.6627);
        assertThat(fit.model().trend(LocalDate.parse("2040-01-01").toEpochDay()))
                .isBetween(0.0, 8.5);
    }

    @Test
    void neverAboveStanOnHourlySeries() throws IOException {
        Map<String, List<Double>> all = new LinkedHashMap<>();
        for (String[] row : rows(data.resolve("m4_hourly/m4_hourly_train.csv.gz"))) {
            all.computeIfAbsent(row[0], name -> new ArrayList<>()).add(Double.parseDouble(row[2]));
        }
        String[][] reached = Made.table("prophet_m4.csv");
        AdditiveFitter fitter = new AdditiveFitter(Made.options("hourly"));
        double[] gains = IntStream.range(0, reached.length)
                .mapToDouble(i -> {
                    double[] values = all.get(reached[i][0]).stream()
                            .mapToDouble(Double::doubleValue)
                            .toArray();
                    return Double.parseDouble(reached[i][2])
                            - fitter.fit(values, 0, () -> false).objective();
                })
                .toArray();
        System.out.printf(
                Locale.ROOT,
                "prophet's objective minus ours on %d series: least %.4f, mean %.4f, most %.4f%n",
                gains.length,
                Arrays.stream(gains).min().orElseThrow(),
                Arrays.stream(gains).average().orElseThrow(),
                Arrays.stream(gains).max().orElseThrow());
        assertThat(gains).hasSizeGreaterThanOrEqualTo(50);
        assertThat(Arrays.stream(gains).min().orElseThrow()).isGreaterThanOrEqualTo(0);
    }
}
