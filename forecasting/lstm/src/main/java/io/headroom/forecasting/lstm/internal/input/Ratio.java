package io.headroom.forecasting.lstm.internal.input;

/**
 * Rates on the scale of the network: nearly the logarithm of the rate over the level of its series, but finite at zero:
 *
 * <pre>ratio(y, L) = log(y / L + e) - log(1 + e),  e = 0.05, at most 7</pre>
 *
 * <p>The level itself is at 0. Values are rounded to 2^-20, so that rounding errors of a change of units do not reach the network: a
 * multiple of a history gives the same bits. Stateless and thread-safe.
 */
public final class Ratio {
    private static final double OFFSET = 0.05;
    private static final double SHIFT = StrictMath.log1p(OFFSET);
    private static final double LARGEST = 7;
    private static final double LARGEST_QUOTIENT = 1000;
    private static final double GRAIN = 0x1p20;

    private Ratio() {}

    /**
     * A rate on the scale of the network.
     *
     * @param rate 0 or more
     * @param level 0 or more; at 0 every rate is taken for the level
     * @return a multiple of 2^-20 in [-3.05, 7]
     */
    public static double of(double rate, double level) {
        if (!(level > 0)) {
            return 0;
        }
        double quotient = Math.min(LARGEST_QUOTIENT, rate / level);
        double log = Elementary.log(quotient + OFFSET) - SHIFT;
        return Math.rint(Math.min(LARGEST, log) * GRAIN) / GRAIN;
    }

    /**
     * The way back.
     *
     * @param ratio a value on the scale of the network
     * @param level 0 or more
     * @return a rate of 0 or more
     */
    public static double rate(double ratio, double level) {
        // Exactly 1 at the level, whatever the rounding of exp and log.
        double growth = ratio == 0 ? 0 : Elementary.exp(Math.min(LARGEST, ratio)) - 1;
        return level * Math.max(0, 1 + (1 + OFFSET) * growth);
    }
}
