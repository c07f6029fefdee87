package io.headroom.core;

import static io.headroom.core.Forecasts.alone;
import static io.headroom.core.Forecasts.normal;
import static io.headroom.core.Forecasts.sampled;
import static io.headroom.core.Forecasts.skewed;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.DoubleBinaryOperator;
import java.util.stream.Stream;
import org.junit.jupiter.api.Named;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Two implementations held against each other: quantiles of the window's maximum and sum from a lattice or from
 * moments, and the order statistics of many sampled paths.
 */
class ForecastAgreementTest {
    private static final int PATHS = 20_000;
    private static final double[] PROBABILITIES = {0.05, 0.25, 0.5, 0.75, 0.9, 0.95, 0.99};

    static Stream<Named<RateForecast>> marginals() {
        Map<String, RateForecast> all = new TreeMap<>();
        all.put("normal, no memory", normal(50, 6, alone("a"), Forecasts.NONE));
        all.put("normal, lasting memory", normal(50, 6, alone("b").with("f", 0.8), Forecasts.LASTING));
        all.put("normal, cut off at zero", normal(1, 2, alone("c"), Forecasts.FADING));
        all.put("random walk", normal(50, 6, alone("d").with("f", -0.9), 1));
        all.put("skewed, no memory", skewed(20, 0.4, alone("e"), Forecasts.NONE));
        all.put(
                "skewed, fading memory",
                skewed(20, 0.4, alone("g").with("f", 0.6).with("h", 0.6), Forecasts.FADING));
        all.put("very skewed, random walk", skewed(20, 0.9, alone("h"), 1));
        all.put("alternating", normal(50, 6, alone("i"), 1, -0.7, 0.4, 0));
        return all.entrySet().stream().map(e -> Named.of(e.getKey(), e.getValue()));
    }

    /**
     * Of one flow both draw from the same law, so the share of paths below a quantile is its probability, up to the
     * errors of the sample (4.5 standard errors) and of the lattice (3.5 standard errors of as many independent points,
     * an ample bound for it).
     */
    @ParameterizedTest
    @MethodSource("marginals")
    void aSingleFlowAgreesWithinSamplingError(RateForecast forecast) {
        ScenarioForecast sample = sampled(forecast, PATHS);
        for (Window w : Forecasts.windows()) {
            double[] maxima = folded(sample, w, Math::max);
            double[] totals = folded(sample, w, Double::sum);
            for (double p : PROBABILITIES) {
                double lattice = w.length() == 1 ? 0 : 3.5 / Math.sqrt(GaussianWindow.POINTS);
                double tolerance = Math.sqrt(p * (1 - p)) * (4.5 / Math.sqrt(PATHS) + lattice) + 1.0 / PATHS;
                double maximum = forecast.maximumQuantile(w, p);
                double sum = forecast.sumQuantile(w, p);
                // A normal rate is cut off at zero, where many paths tie.
                if (maximum > 0) {
                    assertThat(shareBelow(maxima, maximum)).as("maximum, %s", w).isCloseTo(p, within(tolerance));
                }
                if (sum > 0) {
                    assertThat(shareBelow(totals, sum)).as("sum, %s", w).isCloseTo(p, within(tolerance));
                }
            }
        }
    }

    private static double[] folded(ScenarioForecast sample, Window w, DoubleBinaryOperator fold) {
        double[] values = new double[sample.scenarios()];
        for (int s = 0; s < values.length; s++) {
            double[] path = sample.path(s);
            for (int step = w.first(); step <= w.last(); step++) {
                values[s] = fold.applyAsDouble(values[s], path[step - 1]);
            }
        }
        return values;
    }

    private static double shareBelow(double[] values, double bound) {
        int below = 0;
        for (double value : values) {
            below += value <= bound ? 1 : 0;
        }
        return below / (double) values.length;
    }

    static Stream<Named<RateForecast>> sums() {
        RateForecast a = skewed(10, 0.4, alone("a").with("f", 0.8), Forecasts.FADING);
        RateForecast b = skewed(20, 0.3, alone("b").with("f", 0.7).with("g", 0.3), Forecasts.LASTING);
        RateForecast c = skewed(15, 0.5, alone("c"), Forecasts.NONE);
        RateForecast n = normal(40, 5, alone("n").with("f", 0.6), Forecasts.LASTING);
        Map<String, RateForecast> all = new TreeMap<>();
        all.put("normal, normal", n.plus(normal(30, 6, alone("m").with("f", 0.9), Forecasts.NONE)));
        all.put("normal, opposed", n.plus(normal(30, 6, alone("m").with("f", -0.9), Forecasts.LASTING)));
        all.put("skewed, shared factor", a.plus(b));
        all.put("skewed, independent", b.plus(c));
        all.put("skewed and normal", RateForecast.sum(List.of(a, b, c, n)));
        all.put("skewed with itself", a.plus(a));
        all.put("many, shared factor", many(20, 0.9));
        all.put("many, independent", many(20, 0));
        return all.entrySet().stream().map(e -> Named.of(e.getKey(), e.getValue()));
    }

    private static RateForecast many(int flows, double loading) {
        RateForecast[] terms = new RateForecast[flows];
        for (int i = 0; i < flows; i++) {
            terms[i] = skewed(5 + i, 0.45, alone("many" + i).with("f", loading), Forecasts.FADING);
        }
        return RateForecast.sum(List.of(terms));
    }

    /**
     * A sum goes by moments, so it agrees up to the error of a law with three right moments besides those of sample and
     * lattice: a fifth of the spread of a step, three tenths in the far tails.
     */
    @ParameterizedTest
    @MethodSource("sums")
    void aSumAgreesWithItsPaths(RateForecast forecast) {
        ScenarioForecast sample = sampled(forecast, PATHS);
        checkMoments((SumForecast) forecast, sample);
        for (Window w : Forecasts.windows()) {
            double spread = 0;
            for (int step = w.first(); step <= w.last(); step++) {
                spread = Math.max(spread, ((SumForecast) forecast).standardDeviation(step));
            }
            for (double p : PROBABILITIES) {
                double tolerance = p > 0.05 && p < 0.99 ? 0.2 : 0.3;
                assertThat((forecast.maximumQuantile(w, p) - sample.maximumQuantile(w, p)) / spread)
                        .as("maximum, %s, p %s", w, p)
                        .isCloseTo(0, within(tolerance));
                assertThat((forecast.sumQuantile(w, p) - sample.sumQuantile(w, p)) / spread / w.length())
                        .as("sum, %s, p %s", w, p)
                        .isCloseTo(0, within(tolerance));
            }
        }
    }

    private static void checkMoments(SumForecast forecast, ScenarioForecast sample) {
        for (int step = 1; step <= Forecasts.HORIZON; step++) {
            double deviation = forecast.standardDeviation(step);
            double mean = sample.mean(step);
            double squares = 0;
            for (int s = 0; s < PATHS; s++) {
                double d = sample.path(s)[step - 1] - mean;
                squares += d * d;
            }
            // Five standard errors of a mean; the deviation of dependent skewed terms is taken at first order.
            assertThat((mean - forecast.mean(step)) / deviation).isCloseTo(0, within(5 / Math.sqrt(PATHS)));
            assertThat(Math.sqrt(squares / PATHS) / deviation).isCloseTo(1, within(0.06));
        }
    }
}
