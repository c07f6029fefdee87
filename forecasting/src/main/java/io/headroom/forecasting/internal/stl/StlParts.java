package io.headroom.forecasting.internal.stl;

/**
 * The parts of a series: they add up to it. Immutable as long as nobody writes to what it hands out: it stays inside
 * the module.
 */
public final class StlParts {
    private final double[] trend;
    private final double[] season;
    private final double[] remainder;

    StlParts(double[] trend, double[] season, double[] remainder) {
        this.trend = trend;
        this.season = season;
        this.remainder = remainder;
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
     * The season.
     *
     * @return one value a step, around zero, not to be written to
     */
    public double[] season() {
        return season;
    }

    /**
     * What is left.
     *
     * @return one value a step, not to be written to
     */
    public double[] remainder() {
        return remainder;
    }
}
