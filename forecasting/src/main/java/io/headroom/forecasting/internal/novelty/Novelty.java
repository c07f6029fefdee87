package io.headroom.forecasting.internal.novelty;

/**
 * How new each value of a stream is, in nats: 0 for what was seen before, more for what has no like among the last
 * values. Three views, each with its own law: the value, the last three values, and the level, an exponential mean over
 * about {@value #LEVEL_STEPS} values. The novelty is the Euclidean norm of the three surprises: they fill gaps of each other, and
 * one alone is enough.
 *
 * <p>Any finite values; a multiple of all values has the same novelty up to rounding. A value takes some microseconds and no
 * allocation. Not thread-safe.
 */
public final class Novelty {
    private static final int LEVEL_STEPS = 50;

    /** Larger values, relative to the first, are taken for this: their squares stay finite. */
    private static final double LARGEST = 1e150;

    /** Distances below this many units in the last place of the largest value are rounding. */
    private static final double ROUNDING = 4;

    private static final double LEVEL_ROUNDING = 64;

    private final SeenValues values;
    private final SeenPatterns patterns;
    private final SeenValues levels;
    private final TailSurprise valueLaw = new TailSurprise();
    private final TailSurprise patternLaw = new TailSurprise();
    private final TailSurprise levelLaw = new TailSurprise();
    private double level;
    private int seen;
    private int exponent;
    private double largest;

    /**
     * Starts with nothing.
     *
     * @param memory how many values back are remembered, above 50
     */
    public Novelty(int memory) {
        values = new SeenValues(memory, 1);
        patterns = new SeenPatterns(memory);
        levels = new SeenValues(memory, LEVEL_STEPS);
    }

    /**
     * Takes the next value.
     *
     * @param value finite
     * @return its novelty in nats, 0 or more
     */
    public double next(double value) {
        double x = scaled(value);
        largest = Math.max(largest, Math.abs(x));
        seen = Math.min(seen + 1, LEVEL_STEPS);
        level += (x - level) / seen;
        double unit = Math.ulp(largest);
        double a = valueLaw.next(beyond(values.next(x), ROUNDING * unit));
        double b = patternLaw.next(beyond(patterns.next(x), ROUNDING * unit));
        double c = levelLaw.next(beyond(levels.next(level), LEVEL_ROUNDING * unit));
        return Math.sqrt(a * a + b * b + c * c);
    }

    /** By a power of two near the first value, which changes no bits. */
    private double scaled(double value) {
        if (largest == 0 && value != 0) {
            exponent = Math.getExponent(value);
        }
        return Math.max(-LARGEST, Math.min(LARGEST, Math.scalb(value, -exponent)));
    }

    private static double beyond(double distance, double rounding) {
        return distance > rounding ? distance : 0;
    }
}
