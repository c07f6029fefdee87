package io.headroom.forecasting.internal.arima;

/**
 * Seasonal-trend decomposition by loess, without robustness weights (Cleveland, Cleveland, McRae and Terpenning 1990), with
 * the settings of R's {@code mstl} for one season: a seasonal window of 11 seasons, two inner passes, every tenth of a
 * window fitted and the rest on lines between. Cost: n times the trend's window, some 1.8 seasons, over a tenth of it.
 */
final class Stl {
    private static final int SEASONAL_WINDOW = 11;
    private static final int PASSES = 2;

    private final int n;
    private final int period;
    private final double[] season;
    private final double[] trend;

    private Stl(int n, int period) {
        this.n = n;
        this.period = period;
        season = new double[n];
        trend = new double[n];
    }

    /** Decomposes a series of at least two seasons. */
    static Stl of(double[] y, int period) {
        Stl stl = new Stl(y.length, period);
        for (int pass = 0; pass < PASSES; pass++) {
            stl.pass(y);
        }
        return stl;
    }

    double[] season() {
        return season;
    }

    double[] trend() {
        return trend;
    }

    private void pass(double[] y) {
        double[] work = new double[n];
        for (int i = 0; i < n; i++) {
            work[i] = y[i] - trend[i];
        }
        double[] cycle = cycles(work);
        double[] low = mean(mean(mean(cycle, period), period), 3);
        low = new Loess(odd(period), 1).smooth(low);
        for (int i = 0; i < n; i++) {
            season[i] = cycle[period + i] - low[i];
            work[i] = y[i] - season[i];
        }
        double window = StrictMath.ceil(1.5 * period / (1 - 1.5 / SEASONAL_WINDOW));
        System.arraycopy(new Loess(odd((int) window), 1).smooth(work), 0, trend, 0, n);
    }

    private static int odd(int window) {
        return window | 1;
    }

    /** Smooths every place of the season over the seasons, and one season beyond either end. */
    private double[] cycles(double[] work) {
        double[] cycle = new double[n + 2 * period];
        Loess loess = new Loess(SEASONAL_WINDOW, 0);
        for (int place = 0; place < period; place++) {
            int k = (n - place - 1) / period + 1;
            double[] row = new double[k];
            for (int i = 0; i < k; i++) {
                row[i] = work[i * period + place];
            }
            double[] smooth = loess.smooth(row);
            for (int i = 0; i < k; i++) {
                cycle[(i + 1) * period + place] = smooth[i];
            }
            cycle[place] = loess.at(row, -1, 0, Math.min(SEASONAL_WINDOW, k) - 1);
            cycle[(k + 1) * period + place] = loess.at(row, k, Math.max(0, k - SEASONAL_WINDOW), k - 1);
        }
        return cycle;
    }

    /** Moving mean, shorter by the window less one. */
    private static double[] mean(double[] x, int window) {
        double[] result = new double[x.length - window + 1];
        double sum = 0;
        for (int i = 0; i < window; i++) {
            sum += x[i];
        }
        result[0] = sum / window;
        for (int i = 1; i < result.length; i++) {
            sum += x[i + window - 1] - x[i - 1];
            result[i] = sum / window;
        }
        return result;
    }
}
