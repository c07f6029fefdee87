package io.headroom.forecasting.internal.intermittent;

/** The smoothed sizes, intervals and probabilities before each step, for one smoothing parameter. */
final class Paths {
    private Paths() {}

    static double[] sizes(Demands demands, double alpha, double start) {
        double[] path = new double[demands.y.length];
        double z = start;
        for (int t = 0; t < path.length; t++) {
            path[t] = z;
            double value = demands.y[t];
            z += value > 0 ? alpha * (value - z) : 0;
        }
        return path;
    }

    /** One over the smoothed interval. */
    static double[] frequencies(Demands demands, double beta, double start) {
        double[] path = new double[demands.y.length];
        double p = start;
        double elapsed = 1;
        for (int t = 0; t < path.length; t++) {
            path[t] = 1 / p;
            double value = demands.y[t];
            if (value > 0) {
                p += beta * (elapsed - p);
                elapsed = 0;
            }
            elapsed += Double.isNaN(value) ? 0 : 1;
        }
        return path;
    }

    static double[] probabilities(Demands demands, double beta, double start) {
        double[] path = new double[demands.y.length];
        double q = start;
        for (int t = 0; t < path.length; t++) {
            path[t] = q;
            double value = demands.y[t];
            q += Double.isNaN(value) ? 0 : beta * ((value > 0 ? 1 : 0) - q);
        }
        return path;
    }
}
