package io.headroom.forecasting.internal.intermittent;

/** Simple exponential smoothing by least squares of the errors one step ahead, alpha on a grid of hundredths. */
final class PlainSmoothing {
    private static final int GRID = 100;
    private static final double CLEARLY = 1 - 1e-9;

    private PlainSmoothing() {}

    /**
     * Fits. The starting level is at its best for each alpha: an error is (y - p) - q level, with p the smoothed values
     * from a start at the first value and q what is left of the start.
     */
    static DemandModel fit(Demands demands) {
        double first = firstValue(demands.y);
        double best = 1;
        double level = first;
        double least = Double.POSITIVE_INFINITY;
        for (int k = 1; k <= GRID; k++) {
            double alpha = (double) k / GRID;
            double start = first + start(demands.y, first, alpha);
            double squares = squares(demands.y, start, alpha);
            if (squares < least * CLEARLY) {
                least = squares;
                best = alpha;
                level = start;
            }
        }
        double sigma = demands.scale * Math.sqrt(least / Math.max(1, demands.observed - 2));
        DemandState state = new DemandState(DemandMethod.SMOOTHING, best, best, level * demands.scale, 1, sigma);
        return new DemandModel(state, best, best);
    }

    private static double start(double[] y, double first, double alpha) {
        double p = first;
        double q = 1;
        double products = 0;
        double squares = 0;
        for (double value : y) {
            if (!Double.isNaN(value)) {
                products += q * (value - p);
                squares += q * q;
                p += alpha * (value - p);
                q = q > 1e-30 ? q * (1 - alpha) : 0;
            }
        }
        return products / squares;
    }

    private static double squares(double[] y, double start, double alpha) {
        double level = start;
        double squares = 0;
        for (double value : y) {
            if (!Double.isNaN(value)) {
                double error = value - level;
                squares += error * error;
                level += alpha * error;
            }
        }
        return squares;
    }

    private static double firstValue(double[] y) {
        int t = 0;
        while (Double.isNaN(y[t])) {
            t++;
        }
        return y[t];
    }
}
