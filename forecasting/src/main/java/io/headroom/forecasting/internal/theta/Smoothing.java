package io.headroom.forecasting.internal.theta;

/**
 * Finds the smoothing parameter with the least sum of squared errors: a coarse grid, then the root of the gradient, for
 * only a root is sharp to the last digits.
 */
final class Smoothing {
    private static final double[] GRID = {
        1e-4, 0.005, 0.02, 0.05, 0.1, 0.15, 0.2, 0.3, 0.4, 0.5, 0.6, 0.7, 0.8, 0.9, 0.97, 0.9999
    };
    private static final double PRECISION = 1e-14;
    private static final int MOST_STEPS = 60;
    private static final int MOST_HALVINGS = 8;

    private Smoothing() {}

    /** Returns the best alpha in [1e-4, 0.9999], R's range; the profile is left there. */
    static double best(Profile profile) {
        int best = 0;
        double least = Double.POSITIVE_INFINITY;
        double[] gradients = new double[GRID.length];
        for (int k = 0; k < GRID.length; k++) {
            profile.at(GRID[k]);
            gradients[k] = profile.gradient;
            if (profile.squares < least) {
                least = profile.squares;
                best = k;
            }
        }
        int downhill = gradients[best] > 0 ? best - 1 : best + 1;
        double alpha = GRID[best];
        if (gradients[best] != 0 && downhill >= 0 && downhill < GRID.length) {
            alpha = refine(profile, alpha, gradients[best], GRID[downhill], gradients[downhill]);
        }
        profile.at(alpha);
        return alpha;
    }

    /** Draws the far point nearer until the gradient changes its sign between the two. */
    private static double refine(Profile profile, double near, double atNear, double far, double atFar) {
        for (int k = 0; k < MOST_HALVINGS; k++) {
            if (atNear * atFar <= 0) {
                return near < far ? root(profile, near, atNear, far, atFar) : root(profile, far, atFar, near, atNear);
            }
            far = 0.5 * (near + far);
            profile.at(far);
            atFar = profile.gradient;
        }
        return near;
    }

    /** Regula falsi with halved weights (Illinois), and a bisection in every third step against creeping. */
    private static double root(Profile profile, double from, double atFrom, double to, double atTo) {
        double low = from;
        double high = to;
        double atLow = atFrom;
        double atHigh = atTo;
        int side = 0;
        for (int step = 1; step <= MOST_STEPS && high - low > PRECISION; step++) {
            double middle = step % 3 == 0 ? 0.5 * (low + high) : low - atLow * (high - low) / (atHigh - atLow);
            profile.at(middle);
            double there = profile.gradient;
            if (there == 0) {
                return middle;
            }
            if (there > 0 == atTo > 0) {
                high = middle;
                atHigh = there;
                atLow = side > 0 ? 0.5 * atLow : atLow;
                side = 1;
            } else {
                low = middle;
                atLow = there;
                atHigh = side < 0 ? 0.5 * atHigh : atHigh;
                side = -1;
            }
        }
        return 0.5 * (low + high);
    }
}
