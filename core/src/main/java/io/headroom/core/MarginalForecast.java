package io.headroom.core;

import java.util.Arrays;
import java.util.function.DoubleUnaryOperator;

/**
 * A forecast made of a distribution for each step and a Gaussian copula between them. The distribution of a step is a table of
 * quantiles, or a normal one cut off at zero. The normal score of step h in a scenario with shocks e is
 *
 * <pre>z(h) = sum over j = 1..h of impulse[h - j] * e(j), divided by its standard deviation</pre>
 *
 * <p>so that a model with strong memory (impulse weights near 1) has paths that wander and one without has paths that jump
 * about. Build one with {@link #builder}. Immutable and thread-safe.
 */
public final class MarginalForecast implements RateForecast {
    private final TimeGrid grid;
    private final long firstIndex;
    private final double[] mean;
    private final Marginals marginals;
    private final double[] impulse;
    private final Dependence dependence;
    private final int skipped;

    MarginalForecast(
            TimeGrid grid,
            long firstIndex,
            double[] mean,
            Marginals marginals,
            double[] impulse,
            Dependence dependence,
            int skipped) {
        this.grid = grid;
        this.firstIndex = firstIndex;
        this.mean = mean;
        this.marginals = marginals;
        this.impulse = impulse;
        this.dependence = dependence;
        this.skipped = skipped;
    }

    /**
     * Starts a forecast.
     *
     * @param grid the grid
     * @param firstIndex grid index of step 1
     * @return a builder; mean and either standard deviation or quantiles are required
     */
    public static MarginalForecastBuilder builder(TimeGrid grid, long firstIndex) {
        return new MarginalForecastBuilder(grid, firstIndex);
    }

    @Override
    public TimeGrid grid() {
        return grid;
    }

    @Override
    public long firstIndex() {
        return firstIndex;
    }

    @Override
    public int horizon() {
        return mean.length;
    }

    @Override
    public double mean(int step) {
        return mean[step - 1];
    }

    /**
     * The standard deviation of a step's distribution (of the whole normal one, where that is cut off at zero).
     *
     * @param step steps ahead, in [1, horizon]
     * @return 0 or more
     * @throws IndexOutOfBoundsException if the step is outside the horizon
     */
    public double standardDeviation(int step) {
        return marginals.deviation(step - 1);
    }

    /**
     * The third central moment of a step's distribution; 0 for a normal one.
     *
     * @param step steps ahead, in [1, horizon]
     * @return the moment
     * @throws IndexOutOfBoundsException if the step is outside the horizon
     */
    double thirdMoment(int step) {
        return marginals.thirdMoment(step - 1);
    }

    /** Whether a third moment may differ from 0. */
    boolean skewed() {
        return marginals.skewed();
    }

    /**
     * The impulse weights.
     *
     * @return a copy; the first is 1, weights beyond the last repeat it
     */
    public double[] impulse() {
        return impulse.clone();
    }

    /**
     * How its shocks hang together with other flows'.
     *
     * @return the dependence
     */
    public Dependence dependence() {
        return dependence;
    }

    /**
     * How many steps lie between the state that was forecast from and step 1; their shocks are part of every score.
     *
     * @return 0 or more
     */
    public int skipped() {
        return skipped;
    }

    /**
     * The probabilities of the quantile table.
     *
     * @return a copy, rising; empty if the distributions are normal
     */
    public double[] levels() {
        return marginals.levels();
    }

    @Override
    public double quantile(int step, double p) {
        return marginals.rate(step - 1, StandardNormal.quantile(p));
    }

    @Override
    public DoubleUnaryOperator maximum(Window window) {
        return window.within(horizon()).length() == 1 ? p -> quantile(window.first(), p) : joint(window)::maximum;
    }

    @Override
    public double sumQuantile(Window window, double p) {
        return joint(window).sum(p);
    }

    private GaussianWindow joint(Window window) {
        return new GaussianWindow(
                window.within(horizon()), scoreWeights().covariance(), (step, z) -> marginals.rate(step - 1, z));
    }

    private double weight(int lag) {
        return ScoreWeights.weight(impulse, lag);
    }

    /** Response of the normal scores to the shocks. */
    ScoreWeights scoreWeights() {
        return new ScoreWeights(impulse, horizon(), skipped);
    }

    /** Whether {@link #scoreWeights} are the same. */
    boolean weighsLike(MarginalForecast other) {
        return skipped == other.skipped
                && mean.length == other.mean.length
                && (impulse == other.impulse || Arrays.equals(impulse, other.impulse));
    }

    @Override
    public double[] path(long scenario) {
        double[] shocks = new double[horizon() + skipped];
        dependence.shocks(firstIndex - skipped, scenario, shocks);
        double[] path = new double[horizon()];
        double squares = 0;
        for (int k = 0; k < shocks.length; k++) {
            squares += weight(k) * weight(k);
            if (k >= skipped) {
                double z = 0;
                for (int j = 0; j <= k; j++) {
                    z += weight(k - j) * shocks[j];
                }
                path[k - skipped] = marginals.rate(k - skipped, z / Math.sqrt(squares));
            }
        }
        return path;
    }

    /**
     * The same forecast with another dependence.
     *
     * @param other how its shocks hang together with other flows'
     * @return a copy
     */
    public MarginalForecast with(Dependence other) {
        return new MarginalForecast(grid, firstIndex, mean, marginals, impulse, other, skipped);
    }

    @Override
    public MarginalForecast times(double factor) {
        Checks.notNegative(factor, "factor");
        double[] scaled = new double[mean.length];
        Arrays.setAll(scaled, h -> mean[h] * factor);
        return new MarginalForecast(grid, firstIndex, scaled, marginals.times(factor), impulse, dependence, skipped);
    }

    @Override
    public MarginalForecast skip(int steps) {
        Checks.inRange(steps, 0, horizon() - 1, "steps to skip");
        double[] rest = Arrays.copyOfRange(mean, steps, mean.length);
        return new MarginalForecast(
                grid, firstIndex + steps, rest, marginals.skip(steps), impulse, dependence, skipped + steps);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof MarginalForecast f
                && firstIndex == f.firstIndex
                && grid.equals(f.grid)
                && Arrays.equals(mean, f.mean)
                && marginals.equals(f.marginals)
                && Arrays.equals(impulse, f.impulse)
                && skipped == f.skipped
                && dependence.equals(f.dependence);
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(mean) * 31 + Long.hashCode(firstIndex);
    }

    @Override
    public String toString() {
        return "MarginalForecast[" + horizon() + " steps from " + start(1) + "]";
    }
}
