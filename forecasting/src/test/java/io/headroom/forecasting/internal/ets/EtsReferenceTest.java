package io.headroom.forecasting.internal.ets;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The filter and the forecasts against other programs, at their parameters: no optimiser is involved. */
class EtsReferenceTest {

    static List<ReferencePoint> points() {
        return ReferencePoint.all();
    }

    /**
     * R's picks but M,Ad,M: there R's analytic means start from level + slope instead of level + phi slope, against its
     * own filter (AirPassengers: 441.8018 for the first mean, where its filter goes on at 441.7692).
     */
    static List<ReferencePoint> picks() {
        List<String> picked = Classics.rows("picks.csv").stream()
                .map(row -> "R " + row.get(0) + " " + Classics.form(row.get(1)))
                .distinct()
                .toList();
        return ReferencePoint.all().stream()
                .filter(point -> picked.contains(point.toString()))
                .filter(point -> !point.form().equals(EtsForm.parse("M,Ad,M")))
                .toList();
    }

    @Test
    void everyPointIsThere() {
        assertThat(points()).hasSize(274);
        assertThat(picks()).hasSize(7);
    }

    @ParameterizedTest
    @MethodSource("points")
    void likelihoodAgrees(ReferencePoint point) {
        assertThat(point.evaluate().logLikelihood())
                .isCloseTo(point.logLikelihood(), within(1e-6 * Math.abs(point.logLikelihood())));
    }

    @ParameterizedTest
    @MethodSource("points")
    void bestPointsAreAdmissible(ReferencePoint point) {
        int period = point.evaluate().period();
        if (point.source().equals("best")) {
            assertThat(point.parameters().inUsualRegion(point.form())).isTrue();
            assertThat(point.parameters().isAdmissible(point.form(), period)).isTrue();
        }
    }

    @ParameterizedTest
    @MethodSource("picks")
    void forecastsOfRAgree(ReferencePoint point) {
        EtsModel model = point.evaluate();
        double[] means = model.means(model.start(), 12);
        double[] variances = model.variances(model.start(), 12);
        for (List<String> row : Classics.rows("picks.csv")) {
            if (row.get(0).equals(point.series())) {
                String quantity = row.get(2);
                int step =
                        quantity.contains("_h") ? Integer.parseInt(quantity.substring(quantity.indexOf("_h") + 2)) : 0;
                double ours = switch (quantity.substring(0, Math.min(4, quantity.length()))) {
                    case "aicc" -> model.aicc();
                    case "sigm" -> model.sigma2();
                    case "mse" -> Math.pow(model.residuals().rootMeanSquare(), 2);
                    case "mean" -> means[step - 1];
                    default -> means[step - 1] - 1.959963984540054 * Math.sqrt(variances[step - 1]);
                };
                double tolerance = 2 * Double.parseDouble(row.get(4));
                assertThat(ours)
                        .as(point + " " + quantity)
                        .isCloseTo(Double.parseDouble(row.get(3)), within(tolerance));
            }
        }
    }
}
