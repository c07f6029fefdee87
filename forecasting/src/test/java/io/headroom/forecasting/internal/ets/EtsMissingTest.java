package io.headroom.forecasting.internal.ets;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Missing values leave the likelihood alone and move the state by its own forecast. */
class EtsMissingTest {

    @Test
    void likelihoodLeavesMissingValuesOut() {
        double[] y = {10, 12, Double.NaN, 11, Double.POSITIVE_INFINITY, 13};
        EtsForm form = EtsForm.parse("A,A,N");
        EtsModel model =
                EtsModel.evaluate(form, new EtsParameters(0.5, 0.1, 0, 1), new EtsStates(9, 1, new double[0]), y);
        double level = 9;
        double slope = 1;
        double squares = 0;
        for (double value : y) {
            double mean = level + slope;
            boolean seen = Math.abs(value) < 1e9;
            double d = seen ? value - mean : 0;
            squares += d * d;
            level = mean + 0.5 * d;
            slope += 0.1 * d;
        }
        assertThat(model.logLikelihood()).isCloseTo(-0.5 * 4 * Math.log(squares), within(1e-12));
        assertThat(model.residuals().count()).isEqualTo(4);
        assertThat(model.start().level()).isCloseTo(level, within(1e-12));
    }

    @ParameterizedTest
    @ValueSource(strings = {"A,Ad,A", "M,A,M", "M,Ad,A"})
    void maskedSeriesGivesNearlyTheSameForecast(String form) {
        double[] y = Classics.series("AirPassengers").values();
        EtsModel whole = fit(y, form);
        EtsModel masked = fit(mask(y, 0.1, 7), form);
        EtsModel filled = fit(fillWithMean(mask(y, 0.1, 7)), form);
        double[] expected = whole.means(whole.start(), 12);
        double[] actual = masked.means(masked.start(), 12);
        double[] naive = filled.means(filled.start(), 12);
        double error = 0;
        double naiveError = 0;
        for (int h = 0; h < 12; h++) {
            error += Math.abs(actual[h] / expected[h] - 1) / 12;
            naiveError += Math.abs(naive[h] / expected[h] - 1) / 12;
        }
        assertThat(error).isLessThan(0.03);
        assertThat(naiveError).isGreaterThan(2 * error);
    }

    @Test
    void seasonWithAStepThatIsNeverSeenIsStillFitted() {
        double[] y = Classics.series("nottem").values();
        for (int t = 5; t < y.length; t += 12) {
            y[t] = Double.NaN;
        }
        EtsModel model = fit(y, "A,N,A");
        double[] means = model.means(model.start(), 12);
        double[] last = Classics.series("nottem").values();
        for (int h = 0; h < 12; h++) {
            if (h != 5) {
                assertThat(means[h]).isCloseTo(last[last.length - 12 + h], within(8.0));
            }
        }
        assertThat(means[5]).isFinite();
    }

    @Test
    void choiceCopesWithALongGap() {
        double[] y = Classics.series("co2").values();
        for (int t = 100; t < 160; t++) {
            y[t] = Double.NaN;
        }
        EtsFit fit = new EtsFitter(EtsOptions.defaults()).select(y, 12, () -> false);
        EtsModel model = fit.model().orElseThrow();
        assertThat(model.form().hasSeason()).isTrue();
        assertThat(model.residuals().count()).isEqualTo(y.length - 60);
        assertThat(model.means(model.start(), 1)[0]).isCloseTo(365.0, within(1.0));
    }

    private static EtsModel fit(double[] y, String form) {
        return new EtsFitter(EtsOptions.defaults())
                .fit(y, 12, EtsForm.parse(form), () -> false)
                .model()
                .orElseThrow();
    }

    private static double[] mask(double[] y, double share, long seed) {
        Random random = new Random(seed);
        double[] masked = y.clone();
        for (int t = 0; t < y.length; t++) {
            masked[t] = random.nextDouble() < share ? Double.NaN : y[t];
        }
        return masked;
    }

    private static double[] fillWithMean(double[] y) {
        double sum = 0;
        int count = 0;
        for (double value : y) {
            if (!Double.isNaN(value)) {
                sum += value;
                count++;
            }
        }
        double[] filled = y.clone();
        for (int t = 0; t < y.length; t++) {
            filled[t] = Double.isNaN(y[t]) ? sum / count : y[t];
        }
        return filled;
    }
}
