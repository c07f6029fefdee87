package io.headroom.core;

import java.time.Instant;
import java.util.List;
import java.util.function.DoubleUnaryOperator;

/**
 * A joint distribution of the rates of the next steps: not a table of marginals. Besides the mean and the quantiles of each
 * step it gives the quantiles of the maximum and of the sum over a window, and scenarios: seeded joint paths in which flows
 * that move together do so. Forecasts add up, and the sum keeps their dependence.
 *
 * <p>A predictor yields one of two kinds: a {@link MarginalForecast} (a distribution for each step, tied together by impulse
 * weights and a {@link Dependence}) or a {@link ScenarioForecast} (sampled paths). A {@link SumForecast} adds many of them.
 *
 * <p>Steps are counted from 1, rates are per second and never negative. Immutable and thread-safe.
 */
public sealed interface RateForecast permits MarginalForecast, ScenarioForecast, SumForecast {
    /**
     * The grid.
     *
     * @return the grid of the steps
     */
    TimeGrid grid();

    /**
     * Where the forecast starts.
     *
     * @return grid index of step 1
     */
    long firstIndex();

    /**
     * Number of steps.
     *
     * @return 1 or more
     */
    int horizon();

    /**
     * The mean of a step.
     *
     * @param step steps ahead, in [1, horizon]
     * @return the mean rate
     * @throws IndexOutOfBoundsException if the step is outside the horizon
     */
    double mean(int step);

    /**
     * A quantile of a step.
     *
     * @param step steps ahead, in [1, horizon]
     * @param p probability in (0, 1)
     * @return the rate that is not exceeded with probability p; not decreasing in p
     * @throws IndexOutOfBoundsException if the step is outside the horizon
     * @throws IllegalArgumentException if {@code p} is not a probability
     */
    double quantile(int step, double p);

    /**
     * A quantile of the largest rate in a window: the capacity that covers the whole window with probability p.
     *
     * @param window steps ahead, inside the horizon
     * @param p probability in (0, 1)
     * @return the rate; at least the p quantile of each step in the window, up to sampling error
     * @throws IndexOutOfBoundsException if the window ends after the horizon
     * @throws IllegalArgumentException if {@code p} is not a probability
     */
    default double maximumQuantile(Window window, double p) {
        return maximum(window).applyAsDouble(p);
    }

    /**
     * The quantiles of the largest rate in a window, for those who want several of them: what they have in common is worked out once.
     *
     * @param window steps ahead, inside the horizon
     * @return {@link #maximumQuantile} as a function of the probability; not thread-safe
     * @throws IndexOutOfBoundsException if the window ends after the horizon
     */
    DoubleUnaryOperator maximum(Window window);

    /**
     * A quantile of the sum of the rates in a window; times the step's seconds it is a count of transactions or bytes.
     *
     * @param window steps ahead, inside the horizon
     * @param p probability in (0, 1)
     * @return the sum of rates
     * @throws IndexOutOfBoundsException if the window ends after the horizon
     * @throws IllegalArgumentException if {@code p} is not a probability
     */
    double sumQuantile(Window window, double p);

    /**
     * One scenario: the same number means the same shared shocks in every forecast with the same seed.
     *
     * @param scenario number of the scenario, 0 or more
     * @return a new array with one rate for each step
     */
    double[] path(long scenario);

    /**
     * The forecast of a multiple of the rate.
     *
     * @param factor finite, 0 or more
     * @return the scaled forecast
     * @throws IllegalArgumentException if the factor is negative or not finite
     */
    RateForecast times(double factor);

    /**
     * The forecast of the sum with another flow's rate.
     *
     * @param other a forecast of the same steps
     * @return the sum, with the dependence of both
     * @throws IllegalArgumentException if the other covers different steps
     */
    default RateForecast plus(RateForecast other) {
        return sum(List.of(this, other));
    }

    /**
     * The same forecast seen from a later step, without new observations: its uncertainty stays what it was.
     *
     * @param steps number of first steps to leave out, in [0, horizon - 1]
     * @return a forecast of the remaining steps
     * @throws IllegalArgumentException if {@code steps} is outside its range
     */
    RateForecast skip(int steps);

    /**
     * The start of a step.
     *
     * @param step steps ahead, from 1
     * @return its first instant
     */
    default Instant start(int step) {
        return grid().start(firstIndex() + step - 1);
    }

    /**
     * The central interval of a step.
     *
     * @param step steps ahead, in [1, horizon]
     * @param level probability of lying inside, in (0, 1)
     * @return the interval
     * @throws IndexOutOfBoundsException if the step is outside the horizon
     * @throws IllegalArgumentException if the level is not a probability
     */
    default ConfidenceInterval interval(int step, double level) {
        Checks.probability(level, "confidence level");
        double lower = quantile(step, (1 - level) / 2);
        return new ConfidenceInterval(level, lower, Math.max(lower, quantile(step, (1 + level) / 2)));
    }

    /**
     * The forecast of the sum of several rates.
     *
     * @param forecasts one or more forecasts of the same steps
     * @return their sum
     * @throws IllegalArgumentException if there is none or they cover different steps
     */
    static RateForecast sum(List<RateForecast> forecasts) {
        return SumForecast.of(forecasts);
    }

    /**
     * A forecast that is certain.
     *
     * @param grid the grid
     * @param firstIndex grid index of step 1
     * @param rates one rate a step, finite, 0 or more
     * @return a forecast without spread
     * @throws IllegalArgumentException if there is no rate, or one is negative or not finite
     */
    static RateForecast certain(TimeGrid grid, long firstIndex, double... rates) {
        return MarginalForecast.builder(grid, firstIndex)
                .mean(rates)
                .standardDeviation(new double[rates.length])
                .build();
    }
}
