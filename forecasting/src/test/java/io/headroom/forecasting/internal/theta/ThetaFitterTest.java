package io.headroom.forecasting.internal.theta;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

/** The choice among the members, gaps, and time that runs out. */
class ThetaFitterTest {
    private static final int DAY = 24;
    private static final int WEEK = 168;

    private static double[] weekly(int n) {
        Random random = new Random(8);
        double[] y = new double[n];
        for (int t = 0; t < n; t++) {
            double weekend = t % WEEK < 5 * DAY ? 1 : 0.4;
            y[t] = weekend * (100 + 60 * StrictMath.sin(2 * Math.PI * (t % DAY) / DAY)) + 2 * random.nextGaussian();
        }
        return y;
    }

    private static double[] ahead(ThetaModel model, double[] y, int horizon) {
        ThetaState state = model.beginning();
        for (double value : y) {
            state.observe(value);
        }
        return state.means(horizon);
    }

    @Test
    void takesTheWeekWhereTheDayIsNotEnough() {
        double[] all = weekly(5 * WEEK + 2 * DAY);
        double[] y = Arrays.copyOf(all, 5 * WEEK);
        ThetaFit fit = new ThetaFitter(List.of(DAY, WEEK)).select(y, () -> false);
        assertThat(fit.complete()).isTrue();
        ThetaModel model = fit.model().orElseThrow();
        assertThat(model.beginning().period()).isEqualTo(WEEK);
        double[] means = ahead(model, y, 2 * DAY);
        for (int h = 0; h < means.length; h++) {
            assertThat(means[h]).isCloseTo(all[5 * WEEK + h], within(15.0));
        }
    }

    /** Growth by a tenth a step: a straight line from the end falls behind, a rate does not. */
    @Test
    void takesLogarithmsWhereGrowthIsARate() {
        double[] y = new double[40];
        Random random = new Random(9);
        for (int t = 0; t < y.length; t++) {
            y[t] = StrictMath.exp(0.1 * t + 0.01 * random.nextGaussian());
        }
        ThetaModel model =
                new ThetaFitter(List.of()).select(y, () -> false).model().orElseThrow();
        assertThat(model.beginning().adjustment()).isEqualTo(Adjustment.LOGARITHM);
        assertThat(model.form()).isEqualTo(ThetaForm.DYNAMIC_OPTIMISED);
    }

    @Test
    void gapsAreLeftOut() {
        double[] y = weekly(5 * WEEK);
        double[] holes = y.clone();
        for (int t = 0; t < y.length; t += 11) {
            holes[t] = Double.NaN;
        }
        for (int t = 300; t < 340; t++) {
            holes[t] = Double.POSITIVE_INFINITY;
        }
        ThetaFitter fitter = new ThetaFitter(List.of(DAY, WEEK));
        double[] full =
                ahead(fitter.fit(y, ThetaForm.STANDARD, Adjustment.FACTOR).orElseThrow(), y, DAY);
        double[] masked =
                ahead(fitter.fit(holes, ThetaForm.STANDARD, Adjustment.FACTOR).orElseThrow(), holes, DAY);
        for (int h = 0; h < DAY; h++) {
            assertThat(masked[h]).isCloseTo(full[h], within(0.06 * full[h]));
        }
    }

    @Test
    void endsWhenTimeIsUp() {
        double[] y = weekly(5 * WEEK);
        ThetaFitter fitter = new ThetaFitter(List.of(DAY, WEEK));
        assertThat(fitter.select(y, () -> true).model()).isEmpty();
        assertThat(fitter.select(y, () -> true).complete()).isFalse();
        AtomicInteger asked = new AtomicInteger();
        ThetaFit cut = fitter.select(y, () -> asked.incrementAndGet() > 3);
        assertThat(cut.complete()).isFalse();
        assertThat(cut.model()).isPresent();
        assertThat(asked).hasValue(4);
    }

    @Test
    void fewValuesGiveNoModel() {
        ThetaFitter fitter = new ThetaFitter(List.of(DAY));
        double[] four = {1, Double.NaN, 2, 3, 4};
        assertThat(fitter.fit(four, ThetaForm.DYNAMIC, Adjustment.LOGARITHM)).isEmpty();
        assertThat(fitter.select(four, () -> false)).isEqualTo(new ThetaFit(Optional.empty(), true));
        double[] five = {0, 1, 2, 3, 4};
        assertThat(fitter.fit(five, ThetaForm.DYNAMIC, Adjustment.LOGARITHM)).isPresent();
        assertThat(fitter.select(five, () -> false).model()).isPresent();
    }
}
