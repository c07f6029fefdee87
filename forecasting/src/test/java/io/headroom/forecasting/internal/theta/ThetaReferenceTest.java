package io.headroom.forecasting.internal.theta;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * The standard form with factors against R's thetaf. R's limits do not multiply the errors by the season, ours do: there
 * only the deviation without season is compared, sigma sqrt(1 + (h - 1) alpha^2).
 */
class ThetaReferenceTest {
    private static final double SCORE = 1.959963984540054;
    private static final int HORIZON = 12;

    record Reference(String series, int period, String quantity, double value, double tolerance) {
        int step() {
            return Integer.parseInt(quantity.substring(quantity.indexOf("_h") + 2));
        }
    }

    static List<String> lines(String resource) {
        try (BufferedReader reader = new BufferedReader(new InputStreamReader(
                ThetaReferenceTest.class.getResourceAsStream(resource), StandardCharsets.UTF_8))) {
            return reader.lines().skip(1).toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static List<Reference> references() {
        return lines("thetaf.csv").stream()
                .map(line -> line.split(",", -1))
                .map(row -> new Reference(
                        row[0],
                        Integer.parseInt(row[1]),
                        row[2],
                        Double.parseDouble(row[3]),
                        Double.parseDouble(row[4])))
                .toList();
    }

    static double[] series(String name) {
        return lines("../ets/series.csv").stream()
                .map(line -> line.split(",", -1))
                .filter(row -> row[0].equals(name))
                .findFirst()
                .map(row -> Arrays.stream(row[2].split(" ", -1))
                        .mapToDouble(Double::parseDouble)
                        .toArray())
                .orElseThrow();
    }

    private static double mean(Reference r) {
        String name = "mean_h" + r.step();
        return references().stream()
                .filter(other ->
                        other.series().equals(r.series()) && other.quantity().equals(name))
                .findFirst()
                .orElseThrow()
                .value();
    }

    @ParameterizedTest
    @MethodSource("references")
    void agreesWithR(Reference r) {
        double[] y = series(r.series());
        List<Integer> periods = r.period() > 1 ? List.of(r.period()) : List.of();
        ThetaModel model = new ThetaFitter(periods)
                .fit(y, ThetaForm.STANDARD, Adjustment.FACTOR)
                .orElseThrow();
        ThetaState state = model.beginning();
        for (double value : y) {
            state.observe(value);
        }
        if (r.quantity().startsWith("mean")) {
            assertThat(state.means(HORIZON)[r.step() - 1]).isCloseTo(r.value(), within(r.tolerance()));
        } else {
            double deviation = model.sigma() * Math.sqrt(1 + (r.step() - 1) * model.alpha() * model.alpha());
            assertThat(SCORE * deviation).isCloseTo(Math.abs(r.value() - mean(r)), within(1.5 * r.tolerance()));
        }
    }
}
