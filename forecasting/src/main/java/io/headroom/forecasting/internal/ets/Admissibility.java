package io.headroom.forecasting.internal.ets;

/**
 * Which smoothing parameters let a model forget its past.
 *
 * <p>A model is admissible (forecastable) when its error recursion has no characteristic root outside the unit circle.
 * Within the usual region only a seasonal form with a trend can fail, by a beta too large for its gamma. The
 * characteristic polynomial is linear in beta, so on z = exp(i w) it has a root for exactly one complex beta; the least
 * positive real one over all w is the limit (after Hyndman, Akram and Archibald 2008, whose beta is phi times the one
 * of the recursion l' = l + phi b + alpha e, b' = phi b + beta e used here). With m steps a season, multiplied by (z -
 * 1) and turned by z^(-1-m/2), that beta is real where the first sum below vanishes, and is given by the second:
 *
 * <pre>
 * 0 = (1 - phi + phi alpha + phi gamma) cos((m/2 + 1) w) - (1 + phi) gamma cos(m/2 w)
 *     + (phi - phi alpha + gamma - 1) cos((m/2 - 1) w)
 * phi beta = ((2 + 2 phi - 2 alpha - gamma - phi gamma) sin(m/2 w) - (1 + phi - phi alpha - phi gamma) sin((m/2 + 1) w)
 *             - (1 + phi - phi alpha - gamma) sin((m/2 - 1) w)) / (2 sin(m/2 w))
 * </pre>
 *
 * <p>The least one belongs to the first positive beta, and that to a w of at most 2 pi / m: a trend too nervous to tell
 * itself from a season.
 */
final class Admissibility {

    private static final int SAMPLES = 24;
    private static final int HALVINGS = 45;

    private final double phi;
    private final double half;
    private final double realUp;
    private final double realMid;
    private final double realDown;
    private final double up;
    private final double mid;
    private final double down;

    private Admissibility(double alpha, double gamma, double phi, int period) {
        this.phi = phi;
        half = 0.5 * period;
        realUp = 1 - phi + phi * alpha + phi * gamma;
        realMid = -(1 + phi) * gamma;
        realDown = phi - phi * alpha + gamma - 1;
        up = 1 + phi - phi * alpha - phi * gamma;
        mid = 2 + 2 * phi - 2 * alpha - gamma - phi * gamma;
        down = 1 + phi - phi * alpha - gamma;
    }

    /**
     * Returns the least upper bound of the admissible beta.
     *
     * @param alpha in the usual region, as gamma is
     * @param phi 1 for a trend without damping
     * @param period steps in a season, at least 2
     * @return above 0; infinite if there is no bound
     */
    static double slopeLimit(double alpha, double gamma, double phi, int period) {
        return new Admissibility(alpha, gamma, phi, period).firstPositive();
    }

    private double firstPositive() {
        double width = Math.PI / (half * SAMPLES);
        double before = imaginary(width);
        for (int i = 2; i <= SAMPLES; i++) {
            double now = imaginary(i * width);
            if ((now > 0) != (before > 0)) {
                double beta = beta(root((i - 1) * width, i * width, before > 0));
                if (beta > 0) {
                    return beta;
                }
            }
            before = now;
        }
        return Double.POSITIVE_INFINITY;
    }

    private double root(double from, double to, boolean positiveAtFrom) {
        double low = from;
        double high = to;
        for (int i = 0; i < HALVINGS; i++) {
            double centre = 0.5 * (low + high);
            if ((imaginary(centre) > 0) == positiveAtFrom) {
                low = centre;
            } else {
                high = centre;
            }
        }
        return 0.5 * (low + high);
    }

    /** Vanishes where the beta that puts a root at exp(i w) is real. */
    private double imaginary(double w) {
        return realUp * StrictMath.cos((half + 1) * w)
                + realMid * StrictMath.cos(half * w)
                + realDown * StrictMath.cos((half - 1) * w);
    }

    private double beta(double w) {
        double sine = StrictMath.sin(half * w);
        return (mid * sine - up * StrictMath.sin((half + 1) * w) - down * StrictMath.sin((half - 1) * w))
                / (2 * phi * sine);
    }
}
