package io.headroom.forecasting.internal.stl;

import java.util.Locale;

/**
 * Windows and loops of a split. Immutable and thread-safe. A window is the count of values that a local regression
 * looks at, odd, at least 3.
 *
 * @param period steps in the season, at least 2
 * @param seasonal window over cycles for each step of the season
 * @param trend window of the trend
 * @param lowPass window of the filter that takes out of the season what is no season
 * @param periodic whether all cycles are the same
 * @param inner passes over season and trend, at least 1
 * @param outer rounds of robust weights, 0 for none
 */
public record StlOptions(int period, int seasonal, int trend, int lowPass, boolean periodic, int inner, int outer) {

    private static final int SHORTEST = 3;

    /**
     * Checks the ranges.
     *
     * @param period steps in the season
     * @param seasonal window over cycles
     * @param trend window of the trend
     * @param lowPass window of the low-pass filter
     * @param periodic whether all cycles are the same
     * @param inner passes over season and trend
     * @param outer rounds of robust weights
     * @throws IllegalArgumentException if a value is out of range
     */
    public StlOptions {
        atLeast("period", period, 2);
        window("seasonal window", seasonal);
        window("trend window", trend);
        window("low-pass window", lowPass);
        atLeast("count of inner passes", inner, 1);
        atLeast("count of outer rounds", outer, 0);
    }

    private static void window(String name, int value) {
        atLeast(name, value, SHORTEST);
        if (value % 2 == 0) {
            throw new IllegalArgumentException(
                    String.format(Locale.ROOT, "The %s is %d, not odd.%nMaybe %d was meant.", name, value, value + 1));
        }
    }

    private static void atLeast(String name, int value, int least) {
        if (value < least) {
            throw new IllegalArgumentException(String.format(
                    Locale.ROOT,
                    "The %s is %d, not at least %d.%nMaybe two numbers were swapped.",
                    name,
                    value,
                    least));
        }
    }

    /**
     * The windows that R derives from the seasonal one: trend 1.5 period / (1 - 1.5 / seasonal), low-pass the period,
     * both up to the next odd number; two inner passes.
     *
     * @param period steps in the season, at least 2
     * @param seasonal window over cycles, odd, at least 3
     * @return the options
     */
    public static StlOptions of(int period, int seasonal) {
        double trend = Math.ceil(1.5 * period / (1 - 1.5 / seasonal));
        return new StlOptions(period, seasonal, odd(trend), odd(period), false, 2, 0);
    }

    /**
     * A season that does not change, as R's {@code s.window = "periodic"}.
     *
     * @param period steps in the season, at least 2
     * @return the options
     */
    public static StlOptions periodic(int period) {
        double trend = Math.ceil(1.5 * period);
        return new StlOptions(period, Integer.MAX_VALUE / 2, odd(trend), odd(period), true, 2, 0);
    }

    /**
     * The same, with fifteen rounds of robust weights and one inner pass each, as R's {@code robust = TRUE}.
     *
     * @return new options
     */
    public StlOptions robust() {
        return new StlOptions(period, seasonal, trend, lowPass, periodic, 1, 15);
    }

    private static int odd(double window) {
        int rounded = (int) Math.max(SHORTEST, Math.rint(window));
        return rounded % 2 == 0 ? rounded + 1 : rounded;
    }

    /** Every how many points a window is regressed: a tenth of it. */
    static int jump(int window) {
        return (window + 9) / 10;
    }
}
