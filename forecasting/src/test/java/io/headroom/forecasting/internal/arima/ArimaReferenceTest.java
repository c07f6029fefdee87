package io.headroom.forecasting.internal.arima;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The likelihood against dense Cholesky factors, at the coefficients of R and at the maximum, and the forecasts of R. */
class ArimaReferenceTest {
    private final ArimaFitter fitter = new ArimaFitter();

    static List<Classics.Point> points() {
        return Classics.points();
    }

    /** The fits whose forecasts are known. */
    static List<Classics.Point> picks() {
        return Classics.points().stream()
                .filter(point -> Classics.picks().stream()
                        .anyMatch(pick -> pick.series().equals(point.series())
                                && pick.order().equals(point.order())
                                && pick.constant() == point.constant()))
                .toList();
    }

    @Test
    void everyPointIsThere() {
        assertThat(points()).hasSize(21);
        assertThat(picks()).hasSize(15);
    }

    /** Coefficients have 12 digits, so likelihoods agree to about 11. */
    @ParameterizedTest
    @MethodSource("points")
    void likelihoodAgrees(Classics.Point point) {
        ArimaModel model = at(point);
        assertThat(model.logLikelihood()).isCloseTo(point.there(), within(1e-10 * Math.abs(point.there())));
    }

    @ParameterizedTest
    @MethodSource("points")
    void maximumIsReached(Classics.Point point) {
        ArimaFit fit = fitter.fit(
                Classics.values(point.series()), point.regressors(), point.order(), point.constant(), () -> false);
        assertThat(fit.outcome()).isEqualTo(ArimaOutcome.COMPLETE);
        assertThat(fit.model().orElseThrow().logLikelihood()).isGreaterThanOrEqualTo(point.most() - 1e-4);
        assertThat(new Coefficients(point.order(), false)
                        .clearOf(fit.model().orElseThrow().coefficients(), 1))
                .isTrue();
    }

    /**
     * Forecasts come from a state that started from values predicted backwards, R's from an exact filter: beyond R's
     * tolerance there is the difference of the two, 1 % of a standard error.
     */
    @ParameterizedTest
    @MethodSource("picks")
    void forecastsOfRAgree(Classics.Point point) {
        ArimaState state = at(point).beginning();
        for (double value : Classics.values(point.series())) {
            state.observe(value);
        }
        double[] means = state.means(12);
        double[] psi = state.impulseWeights(12);
        double squares = 0;
        int compared = 0;
        for (List<String> row : Classics.rows("forecasts.csv")) {
            int step = Integer.parseInt(row.get(1));
            if (row.get(0).equals(point.series())) {
                squares = step == 1 ? 1 : squares + psi[step - 1] * psi[step - 1];
                double tolerance = 2 * Double.parseDouble(row.get(3));
                assertThat(means[step - 1])
                        .as("mean %d", step)
                        .isCloseTo(Double.parseDouble(row.get(2)), within(tolerance));
                if (!row.get(4).isEmpty()) {
                    double lower = means[step - 1] - 1.959963984540054 * Math.sqrt(state.sigma2() * squares);
                    assertThat(lower)
                            .as("lower limit %d", step)
                            .isCloseTo(
                                    Double.parseDouble(row.get(4)), within(tolerance + Double.parseDouble(row.get(5))));
                }
                compared++;
            }
        }
        assertThat(compared).isEqualTo(12);
    }

    private ArimaModel at(Classics.Point point) {
        return fitter.evaluate(
                        Classics.values(point.series()),
                        point.regressors(),
                        point.order(),
                        point.constant(),
                        point.coefficientArray())
                .model()
                .orElseThrow();
    }
}
