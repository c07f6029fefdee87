package io.headroom.forecasting.internal.theta;

/**
 * Whether a series without missing values has a season: autocorrelation at its lag, as in the theta method. Of few seasons no
 * autocorrelation is significant, however alike they are: below six, seasons also count that differ from one to the next by less, in
 * variance, than half of what the values differ from a line.
 */
final class SeasonTest {
    /** 0.95 quantile of the normal law: both tails together have 10 %. */
    private static final double SCORE = 1.6448536269514722;

    private static final long MOST_PRODUCTS = 4_000_000;
    private static final int FEW_SEASONS = 6;
    private static final double ALIKE = 0.5;

    private SeasonTest() {}

    /**
     * Tests at 90 %, with Bartlett's deviation of an autocorrelation, from the autocorrelations at the lags before; of
     * very many lags each second, third and so on stands for its neighbours. Costs n times the period, at most some
     * milliseconds.
     *
     * @return whether the season is there; false below more than two seasons of data, and for a constant
     */
    static boolean isSeasonal(double[] y, int period) {
        int n = y.length;
        if (period < 2 || n <= 2 * period) {
            return false;
        }
        double mean = 0;
        for (double value : y) {
            mean += value / n;
        }
        double[] centred = new double[n];
        for (int t = 0; t < n; t++) {
            centred[t] = y[t] - mean;
        }
        double variance = product(centred, 0);
        if (!(variance > 0)) {
            return false;
        }
        int stride = (int) (1 + (long) n * period / MOST_PRODUCTS);
        double squares = 0;
        for (int lag = 1; lag < period; lag += stride) {
            double r = product(centred, lag) / variance;
            squares += stride * r * r;
        }
        double deviation = Math.sqrt((1 + 2 * squares) / n);
        boolean significant = Math.abs(product(centred, period) / variance) / deviation > SCORE;
        return significant || (n < FEW_SEASONS * period && areAlike(centred, period));
    }

    private static boolean areAlike(double[] centred, int period) {
        int n = centred.length;
        double slope = 0;
        for (int t = 0; t < n; t++) {
            slope += (t - (n - 1) / 2.0) * centred[t];
        }
        slope *= 12 / ((double) n * ((double) n * n - 1));
        double fromLine = 0;
        for (int t = 0; t < n; t++) {
            double rest = centred[t] - slope * (t - (n - 1) / 2.0);
            fromLine += rest * rest / n;
        }
        int pairs = n - period;
        double mean = 0;
        for (int t = period; t < n; t++) {
            mean += (centred[t] - centred[t - period]) / pairs;
        }
        double between = 0;
        for (int t = period; t < n; t++) {
            double rest = centred[t] - centred[t - period] - mean;
            between += rest * rest / pairs;
        }
        return between < ALIKE * fromLine;
    }

    private static double product(double[] centred, int lag) {
        double sum = 0;
        for (int t = lag; t < centred.length; t++) {
            sum += centred[t] * centred[t - lag];
        }
        return sum;
    }
}
