package io.headroom.core;

import java.util.Arrays;

/** Builds a {@link MarginalForecast}. Not thread-safe. */
public final class MarginalForecastBuilder {
    private final TimeGrid grid;
    private final long firstIndex;
    private double[] mean = {};
    private double[] deviation = {};
    private double[] levels = {};
    private double[][] quantiles = {};
    private double[] impulse = {1, 0};
    private Dependence dependence;
    private int skipped;

    MarginalForecastBuilder(TimeGrid grid, long firstIndex) {
        this.grid = grid;
        this.firstIndex = firstIndex;
        this.dependence = Dependence.independent(0, "forecast");
    }

    /**
     * The mean of each step; required.
     *
     * @param rates one finite rate a step, 0 or more; copied
     * @return this
     */
    public MarginalForecastBuilder mean(double... rates) {
        this.mean = rates.clone();
        return this;
    }

    /**
     * Normal distributions, cut off at zero.
     *
     * @param perStep one finite standard deviation a step, 0 or more; copied
     * @return this
     */
    public MarginalForecastBuilder standardDeviation(double... perStep) {
        this.deviation = perStep.clone();
        return this;
    }

    /**
     * Distributions by their quantiles. Between two levels the quantile is linear in the normal score, beyond the last two it goes
     * on in the same line.
     *
     * @param probabilities at least 2 levels in (0, 1), strictly rising; copied
     * @param perStep for each step one quantile a level, finite, 0 or more, not falling; copied
     * @return this
     */
    public MarginalForecastBuilder quantiles(double[] probabilities, double[][] perStep) {
        this.levels = probabilities.clone();
        this.quantiles = new double[perStep.length][];
        Arrays.setAll(quantiles, h -> perStep[h].clone());
        return this;
    }

    /**
     * Impulse weights: how much of a shock is still felt so many steps later. Default {1, 0}: no memory.
     *
     * @param weights finite, the first above 0; weights beyond the last repeat it; copied
     * @return this
     */
    public MarginalForecastBuilder impulse(double... weights) {
        this.impulse = weights.clone();
        return this;
    }

    /**
     * The dependence on other flows. Default: none.
     *
     * @param value the dependence
     * @return this
     */
    public MarginalForecastBuilder dependence(Dependence value) {
        this.dependence = value;
        return this;
    }

    /**
     * How many steps lie between the state that is forecast from and step 1. Default 0.
     *
     * @param steps 0 or more
     * @return this
     */
    public MarginalForecastBuilder skipped(int steps) {
        this.skipped = steps;
        return this;
    }

    /**
     * Checks everything and builds.
     *
     * @return the forecast
     * @throws IllegalArgumentException if a length, a number or an order is wrong
     */
    public MarginalForecast build() {
        Checks.inRange(mean.length, 1, Integer.MAX_VALUE, "horizon");
        for (double m : mean) {
            Checks.notNegative(m, "forecast mean");
        }
        Checks.inRange(impulse.length, 1, Integer.MAX_VALUE, "number of impulse weights");
        Checks.positive(impulse[0], "first impulse weight");
        Checks.inRange(skipped, 0, 1_000_000, "steps skipped");
        for (double w : impulse) {
            Checks.finite(w, "impulse weight");
        }
        Marginals marginals =
                levels.length > 0 ? Marginals.table(mean.length, levels, quantiles) : Marginals.normal(mean, deviation);
        return new MarginalForecast(grid, firstIndex, mean.clone(), marginals, impulse.clone(), dependence, skipped);
    }
}
