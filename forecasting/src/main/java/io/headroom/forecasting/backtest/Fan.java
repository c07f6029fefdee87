package io.headroom.forecasting.backtest;

import io.headroom.core.RateSeries;
import io.headroom.core.TimeGrid;
import java.time.Instant;

/** A forecast beside what was before and what came, to be drawn as a fan. Rates are per second. Immutable and thread-safe. */
public final class Fan {
    private final RateSeries around;
    private final int origin;
    private final double level;
    private final float[] mean;
    private final float[] lower;
    private final float[] upper;

    private Fan(RateSeries around, int origin, double level, int horizon) {
        this.around = around;
        this.origin = origin;
        this.level = level;
        this.mean = new float[horizon];
        this.lower = new float[horizon];
        this.upper = new float[horizon];
    }

    /**
     * A fan.
     *
     * @param around the steps before and after the origin
     * @param origin how many of them lie before it
     */
    static Fan of(RateSeries around, int origin, ForecastValues values, LevelGrid levels) {
        Fan fan = new Fan(around, origin, levels.interval(), around.length() - origin);
        for (int step = 1; step <= fan.mean.length; step++) {
            fan.mean[step - 1] = (float) values.mean(step);
            fan.lower[step - 1] = (float) values.quantile(step, levels.lower());
            fan.upper[step - 1] = (float) values.quantile(step, levels.upper());
        }
        return fan;
    }

    /**
     * The actual rates around the origin.
     *
     * @return {@link #past} steps before it and {@link #horizon} after it
     */
    public RateSeries actual() {
        return around;
    }

    /**
     * How many steps of {@link #actual} lie before the origin.
     *
     * @return 1 or more
     */
    public int past() {
        return origin;
    }

    /**
     * Number of steps forecast.
     *
     * @return 1 or more
     */
    public int horizon() {
        return mean.length;
    }

    /**
     * The grid.
     *
     * @return the grid of the steps
     */
    public TimeGrid grid() {
        return around.grid();
    }

    /**
     * When the forecast was made: the start of its first step.
     *
     * @return the moment
     */
    public Instant start() {
        return around.start(origin);
    }

    /**
     * The level of the interval.
     *
     * @return a probability
     */
    public double level() {
        return level;
    }

    /**
     * The mean of a step, to seven digits.
     *
     * @param step steps ahead, from 1
     * @return the rate
     */
    public double mean(int step) {
        return mean[step - 1];
    }

    /**
     * The lower end of the central interval.
     *
     * @param step steps ahead, from 1
     * @return the rate
     */
    public double lower(int step) {
        return lower[step - 1];
    }

    /**
     * The upper end of the central interval.
     *
     * @param step steps ahead, from 1
     * @return the rate
     */
    public double upper(int step) {
        return upper[step - 1];
    }
}
