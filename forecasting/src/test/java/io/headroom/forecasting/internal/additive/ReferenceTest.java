package io.headroom.forecasting.internal.additive;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The mode that an independent program found. */
class ReferenceTest {
    static Stream<String> names() {
        return Stream.of(Made.NAMES);
    }

    @ParameterizedTest
    @MethodSource("names")
    void objectiveParametersAndMeansAreThoseOfTheReference(String name) {
        double[] y = Made.series(name);
        AdditiveFit fit = Made.fit(Made.options(name), y);
        Map<String, Double> reference = Made.reference(name);
        assertThat(fit.complete()).isTrue();
        assertThat(fit.objective()).isCloseTo(reference.get("objective"), within(1e-6));
        assertThat(fit.sigma()).isCloseTo(reference.get("sigma"), within(1e-8));
        double[] coefficients = fit.coefficients();
        assertThat(coefficients[0]).isCloseTo(reference.get("k"), within(1e-5));
        assertThat(coefficients[1]).isCloseTo(reference.get("m"), within(1e-5));
        double[] changes = fit.changes();
        for (int j = 0; j < changes.length; j++) {
            assertThat(changes[j]).as("delta %d", j).isCloseTo(reference.get("delta_" + j), within(1e-5));
        }
        for (int j = 2; j < coefficients.length; j++) {
            assertThat(coefficients[j]).as("beta").isCloseTo(reference.get("beta_" + (j - 2)), within(1e-6));
        }
        assertThat(Arrays.stream(changes).filter(change -> change != 0).count())
                .isEqualTo(Math.round(reference.get("bends")));
        for (int h : new int[] {1, 2, 7, 30, 100}) {
            assertThat(fit.model().mean(y.length - 1 + h))
                    .as("mean %d steps ahead", h)
                    .isCloseTo(reference.get("mean_" + h), within(1e-5 * Math.abs(reference.get("mean_" + h))));
        }
    }
}
