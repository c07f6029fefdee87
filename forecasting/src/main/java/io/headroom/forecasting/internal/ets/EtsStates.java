package io.headroom.forecasting.internal.ets;

import java.util.Locale;

/** The states a model starts from, before its first step. Immutable and thread-safe. */
public final class EtsStates {

    private final double level;
    private final double slope;
    private final double[] season;

    /**
     * Holds initial states.
     *
     * @param level finite, in units of the series
     * @param slope finite, in units of the series a step; 0 without a trend
     * @param season one state for each step of a season, the first belonging to the first step; empty without a season
     * @throws IllegalArgumentException if a state is not finite
     */
    public EtsStates(double level, double slope, double[] season) {
        this.level = finite("level", level);
        this.slope = finite("slope", slope);
        this.season = season.clone();
        for (double state : this.season) {
            finite("seasonal state", state);
        }
    }

    private static double finite(String name, double value) {
        if (!(Math.abs(value) < Double.POSITIVE_INFINITY)) {
            throw new IllegalArgumentException(String.format(
                    Locale.ROOT,
                    "The initial %s is %s, not a finite number.%nMaybe the series has no value yet.",
                    name,
                    value));
        }
        return value;
    }

    /**
     * Returns the level.
     *
     * @return finite, in units of the series
     */
    public double level() {
        return level;
    }

    /**
     * Returns the slope.
     *
     * @return finite, in units of the series a step
     */
    public double slope() {
        return slope;
    }

    /**
     * Returns the seasonal states.
     *
     * @return a copy, one for each step of a season
     */
    public double[] season() {
        return season.clone();
    }
}
