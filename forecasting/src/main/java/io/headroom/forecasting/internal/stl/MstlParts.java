package io.headroom.forecasting.internal.stl;

import java.util.List;

/**
 * The parts of a series with several seasons. Immutable as long as nobody writes to what it hands out: it stays inside
 * the module.
 */
public final class MstlParts {
    private final int[] periods;
    private final List<double[]> seasons;
    private final double[] trend;
    private final double[] adjusted;
    private final boolean complete;

    MstlParts(int[] periods, List<double[]> seasons, double[] trend, double[] adjusted, boolean complete) {
        this.periods = periods;
        this.seasons = List.copyOf(seasons);
        this.trend = trend;
        this.adjusted = adjusted;
        this.complete = complete;
    }

    /**
     * Steps in each season.
     *
     * @return a copy, rising
     */
    public int[] periods() {
        return periods.clone();
    }

    /**
     * One season.
     *
     * @param which its place among {@link #periods}
     * @return one value a step, around zero, not to be written to
     */
    public double[] season(int which) {
        return seasons.get(which);
    }

    /**
     * The trend.
     *
     * @return one value a step, not to be written to
     */
    public double[] trend() {
        return trend;
    }

    /**
     * The series without its seasons: trend and remainder. Missing values are filled in.
     *
     * @return one value a step, not to be written to
     */
    public double[] adjusted() {
        return adjusted;
    }

    /**
     * Whether time sufficed for all passes.
     *
     * @return false if a deadline cut them short
     */
    public boolean complete() {
        return complete;
    }
}
