package io.headroom.forecasting.internal.ets;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Means, variances and impulse weights against simulated paths and nudged errors. */
class EtsMomentsTest {

    private static final int HORIZON = 15;
    private static final int PATHS = 60_000;
    private static final long SEED = 20_240_517;

    static List<EtsForm> forms() {
        return Stream.concat(EtsForm.admissible(true, true).stream(), Stream.of(EtsForm.parse("A,Ad,M")))
                .toList();
    }

    @ParameterizedTest
    @MethodSource("forms")
    void agreeWithSimulatedPaths(EtsForm form) {
        EtsModel model = model(form);
        EtsState state = model.start();
        double[] means = model.means(state, HORIZON);
        double[] variances = model.variances(state, HORIZON);
        double[] sum = new double[HORIZON];
        double[] squares = new double[HORIZON];
        Random random = new Random(SEED);
        double[] shocks = new double[HORIZON];
        for (int i = 0; i < PATHS; i++) {
            for (int h = 0; h < HORIZON; h++) {
                shocks[h] = random.nextGaussian();
            }
            double[] path = model.simulate(state, shocks);
            for (int h = 0; h < HORIZON; h++) {
                double d = path[h] - means[h];
                sum[h] += d;
                squares[h] += d * d;
            }
        }
        double linear = form.isStable() ? 0 : 0.02;
        for (int h = 0; h < HORIZON; h++) {
            double deviation = Math.sqrt(variances[h]);
            assertThat(sum[h] / PATHS)
                    .as("mean of step %d, seed %d", h + 1, SEED)
                    .isCloseTo(0, within((4 / Math.sqrt(PATHS) + linear) * deviation));
            assertThat(Math.sqrt(squares[h] / PATHS))
                    .as("deviation of step %d, seed %d", h + 1, SEED)
                    .isCloseTo(deviation, within(0.015 * deviation));
        }
    }

    @ParameterizedTest
    @MethodSource("forms")
    void impulseWeightsAreResponsesToANudge(EtsForm form) {
        EtsModel model = model(form);
        EtsState state = model.start();
        for (int step : new int[] {1, 4}) {
            double[] weights = model.impulseWeights(state, step, HORIZON);
            double nudge = 1e-4;
            double[] deviations = model.errorDeviations(state, step);
            double[] shocks = new double[step - 1 + HORIZON];
            shocks[step - 1] = nudge / deviations[step - 1];
            double[] up = model.simulate(state, shocks);
            double[] plain = model.simulate(state, new double[shocks.length]);
            for (int j = 0; j < HORIZON; j++) {
                double response = (up[step - 1 + j] - plain[step - 1 + j]) / nudge;
                assertThat(weights[j]).as("step %d, weight %d", step, j).isCloseTo(response, within(1e-4));
            }
        }
    }

    @Test
    void additiveVarianceIsTheSumOfSquaredWeights() {
        EtsModel model = model(EtsForm.parse("A,A,A"));
        double[] weights = model.impulseWeights(model.start(), 1, HORIZON);
        double[] variances = model.variances(model.start(), HORIZON);
        double sum = 0;
        for (int h = 0; h < HORIZON; h++) {
            sum += weights[h] * weights[h];
            assertThat(variances[h]).isCloseTo(model.sigma2() * sum, within(1e-12 * variances[h]));
        }
        assertThat(weights[0]).isEqualTo(1);
    }

    @Test
    void misuseIsRefused() {
        EtsModel model = model(EtsForm.parse("A,N,N"));
        EtsState other = model(EtsForm.parse("A,N,A")).start();
        assertThatThrownBy(() -> model.means(other, 3))
                .hasMessageContaining("A,N,A")
                .hasMessageContaining("Maybe");
        assertThatThrownBy(() -> model.impulseWeights(model.start(), 0, 3)).hasMessageContaining("Maybe");
    }

    private static EtsModel model(EtsForm form) {
        double[] season = {1.3, 0.8, 1.1, 0.9, 0.9};
        double[] y = new double[60];
        Random random = new Random(5);
        for (int t = 0; t < y.length; t++) {
            y[t] = (100 + 0.3 * t) * season[t % 5] * (1 + 0.05 * random.nextGaussian());
        }
        for (int i = 0; i < 5; i++) {
            season[i] = form.hasSeasonFactors() ? season[i] : 100 * (season[i] - 1);
        }
        EtsParameters parameters = new EtsParameters(0.3, 0.05, 0.25, form.isDamped() ? 0.9 : 1);
        EtsStates states = new EtsStates(100, form.hasTrend() ? 0.3 : 0, form.hasSeason() ? season : new double[0]);
        return EtsModel.evaluate(form, parameters, states, y);
    }
}
