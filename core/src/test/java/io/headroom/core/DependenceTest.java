package io.headroom.core;

import static io.headroom.core.Refusals.assertRefused;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

class DependenceTest {
    private static final int SCENARIOS = 20_000;
    private static final Dependence ALONE = Dependence.independent(7, "eu>us/order");
    private static final Dependence A =
            Dependence.independent(7, "a").with("world", 0.6).with("eu", 0.5);
    private static final Dependence B =
            Dependence.independent(7, "b").with("eu", -0.7).with("world", 0.4);

    /**
     * Golden values: the same bits on every machine. The uniform numbers below them were computed with Python's
     * integers.
     */
    @Test
    void shocksAreTheSameOnEveryMachine() {
        assertThat(shocks(Dependence.independent(7, "g"), 100, 0, 2))
                .containsExactly(0x1.42041f231b5c5p-2, 0x1.85c81ea108b98p0);
        assertThat(shocks(Dependence.independent(7, "g"), -3, 5, 1)).containsExactly(-0x1.91e0502d41f86p-3);
        assertThat(shocks(Dependence.independent(-1, "A>B/order"), 0, 1, 1)).containsExactly(-0x1.c7a27df95a60bp-1);
        assertThat(shocks(A, 1000, 3, 2)).containsExactly(-0x1.ed8d286f3011cp-1, 0x1.93a7322d91da0p-6);
    }

    @Test
    void shocksBelongToTheirStepNotToTheirPlaceInTheForecast() {
        double[] early = shocks(A, 50, 12, 10);
        double[] late = shocks(A, 53, 12, 10);
        assertThat(Arrays.copyOfRange(early, 3, 10)).containsExactly(Arrays.copyOfRange(late, 0, 7));
    }

    @Test
    void correlationIsTheSumOfTheProductsOfLoadings() {
        double expected = 0.6 * 0.4 + 0.5 * -0.7;
        assertThat(correlation(A, B, 0)).isCloseTo(expected, within(tolerance(expected)));
        assertThat(correlation(A, ALONE, 0)).isCloseTo(0, within(tolerance(0)));
        Dependence twin = Dependence.independent(7, "twin").with("world", 1);
        Dependence other = Dependence.independent(7, "other").with("world", 1);
        assertThat(shocks(twin, 5, 9, 20)).containsExactly(shocks(other, 5, 9, 20));
    }

    @Test
    void stepsAndSeedsAreUnrelated() {
        assertThat(correlation(A, A, 1)).isCloseTo(0, within(tolerance(0)));
        Dependence otherSeed = new Dependence(8, A.own(), A.factors(), A.loadings());
        assertThat(correlation(A, otherSeed, 0)).isCloseTo(0, within(tolerance(0)));
    }

    @Test
    void shocksAreStandardNormal() {
        double[] values = new double[SCENARIOS];
        for (int s = 0; s < SCENARIOS; s++) {
            values[s] = shocks(A, 0, s, 1)[0];
        }
        double mean = Arrays.stream(values).average().orElseThrow();
        double variance = Arrays.stream(values).map(v -> v * v).average().orElseThrow() - mean * mean;
        // Five standard errors.
        assertThat(mean).isCloseTo(0, within(5 / Math.sqrt(SCENARIOS)));
        assertThat(variance).isCloseTo(1, within(5 * Math.sqrt(2.0 / SCENARIOS)));
        Arrays.sort(values);
        for (int i = 0; i < SCENARIOS; i++) {
            // Kolmogorov-Smirnov at a level of about 1e-6.
            assertThat(StandardNormal.cdf(values[i]))
                    .isCloseTo((i + 0.5) / SCENARIOS, within(2.7 / Math.sqrt(SCENARIOS)));
        }
    }

    @Test
    void ownLoadingTakesTheRest() {
        assertThat(ALONE.ownLoading()).isEqualTo(1);
        assertThat(A.ownLoading()).isCloseTo(Math.sqrt(1 - 0.36 - 0.25), within(1e-15));
        assertThat(ALONE.with("x", 1).ownLoading()).isZero();
        assertThat(ALONE.with("x", -0.6).with("y", 0.8).ownLoading()).isCloseTo(0, within(1e-7));
    }

    @Test
    void isACopy() {
        List<String> factors = new ArrayList<>(List.of("f"));
        List<Double> loadings = new ArrayList<>(List.of(0.5));
        Dependence d = new Dependence(1, "own", factors, loadings);
        factors.clear();
        loadings.clear();
        assertThat(d).isEqualTo(Dependence.independent(1, "own").with("f", 0.5));
        assertThatThrownBy(() -> d.factors().add("g")).isInstanceOf(UnsupportedOperationException.class);
    }

    @Test
    void refusals() {
        assertRefused(() -> new Dependence(1, "own", List.of("f"), List.of()), "1 factors", "as many loadings, not 0");
        assertRefused(() -> ALONE.with("f", 1.1), "loadings [1.1]", "at most 1");
        assertRefused(() -> ALONE.with("f", 0.8).with("g", 0.7), "loadings [0.8, 0.7]", "at most 1");
        assertRefused(() -> ALONE.with("f", Double.NaN), "loadings [NaN]", "at most 1");
        // A name used twice would count its shocks twice: their variance would no longer be 1.
        assertRefused(() -> ALONE.with("f", 0.6).with("f", 0.6), "factors [f, f]", "must differ");
        assertRefused(() -> ALONE.with(ALONE.own(), 0.6), "factors [eu>us/order]", "must differ");
    }

    private static double[] shocks(Dependence d, long firstIndex, long scenario, int n) {
        double[] out = new double[n];
        Arrays.fill(out, 99);
        d.shocks(firstIndex, scenario, out);
        return out;
    }

    private static double correlation(Dependence a, Dependence b, int lag) {
        double sum = 0;
        for (int s = 0; s < SCENARIOS; s++) {
            sum += shocks(a, 40, s, 1)[0] * shocks(b, 40 + lag, s, 1)[0];
        }
        return sum / SCENARIOS;
    }

    /** Five standard errors of the mean of a product of two standard normal numbers of this correlation. */
    private static double tolerance(double correlation) {
        return 5 * Math.sqrt((1 + correlation * correlation) / SCENARIOS);
    }
}
