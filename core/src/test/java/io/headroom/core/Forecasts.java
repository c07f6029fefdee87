package io.headroom.core;

import java.time.Duration;
import java.util.Arrays;
import java.util.List;

/** Forecasts that several tests share: ten steps from grid index 100. */
final class Forecasts {
    static final TimeGrid GRID = TimeGrid.of(Duration.ofMinutes(1));
    static final int HORIZON = 10;
    static final double[] LEVELS = {0.01, 0.05, 0.1, 0.25, 0.5, 0.75, 0.9, 0.95, 0.99};
    /** Impulse weights of a memory that lasts, of one that fades, and of none. */
    static final double[] LASTING = {1, 0.8};

    static final double[] FADING = {1, 0.6, 0.3, 0.1, 0};
    static final double[] NONE = {1, 0};

    private Forecasts() {}

    static Dependence alone(String own) {
        return Dependence.independent(7, own);
    }

    /** Normal distributions around a slow wave, with a spread that grows. */
    static MarginalForecast normal(double level, double deviation, Dependence dependence, double... impulse) {
        double[] mean = new double[HORIZON];
        double[] spread = new double[HORIZON];
        for (int h = 0; h < HORIZON; h++) {
            mean[h] = level * (1 + 0.1 * StrictMath.sin(h));
            spread[h] = deviation * Math.sqrt(1 + 0.2 * h);
        }
        return MarginalForecast.builder(GRID, 100)
                .mean(mean)
                .standardDeviation(spread)
                .impulse(impulse)
                .dependence(dependence)
                .build();
    }

    /** Log-normal distributions by their quantiles; sigma 0.4 has a skewness of 1.3. */
    static MarginalForecast skewed(double median, double sigma, Dependence dependence, double... impulse) {
        double[] scores = Arrays.stream(LEVELS).map(StandardNormal::quantile).toArray();
        double[] unit =
                Arrays.stream(scores).map(z -> StrictMath.exp(sigma * z)).toArray();
        double unitMean = tableMean(scores, unit);
        double[][] rows = new double[HORIZON][];
        double[] mean = new double[HORIZON];
        for (int h = 0; h < HORIZON; h++) {
            double level = median * (1 + 0.1 * StrictMath.sin(h));
            rows[h] = Arrays.stream(unit).map(v -> level * v).toArray();
            mean[h] = level * unitMean;
        }
        return MarginalForecast.builder(GRID, 100)
                .mean(mean)
                .quantiles(LEVELS, rows)
                .impulse(impulse)
                .dependence(dependence)
                .build();
    }

    /** Mean of the distribution that the table stands for: linear in the normal score between the levels and beyond. */
    private static double tableMean(double[] scores, double[] row) {
        int n = 2_000;
        double sum = 0;
        for (int i = 0; i < n; i++) {
            double z = StandardNormal.quantile((i + 0.5) / n);
            int high = 1;
            while (high < row.length - 1 && scores[high] < z) {
                high++;
            }
            double slope = (row[high] - row[high - 1]) / (scores[high] - scores[high - 1]);
            sum += Math.max(0, row[high - 1] + slope * (z - scores[high - 1]));
        }
        return sum / n;
    }

    /** The second implementation of every joint quantity: order statistics of sampled paths. */
    static ScenarioForecast sampled(RateForecast forecast, int scenarios) {
        double[][] paths = new double[scenarios][];
        Arrays.setAll(paths, forecast::path);
        return ScenarioForecast.of(forecast.grid(), forecast.firstIndex(), paths);
    }

    static List<Window> windows() {
        return List.of(
                Window.of(0, 1), Window.of(9, 1), Window.of(0, 2), Window.of(3, 4), Window.of(2, 7), Window.of(0, 10));
    }
}
