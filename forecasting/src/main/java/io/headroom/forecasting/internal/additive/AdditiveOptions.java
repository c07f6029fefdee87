package io.headroom.forecasting.internal.additive;

import java.util.List;

/**
 * What an additive model consists of. Immutable and thread-safe.
 *
 * @param changepoints largest number of places where the trend may bend, 0 or more
 * @param range share of the history that they spread over, in (0, 1]
 * @param changepointScale scale of the Laplace prior of a change of slope, in largest absolute values per length of the
 *     history
 * @param capacity where a logistic trend saturates, in the unit of the series; infinite for a linear trend
 * @param seasons the seasons
 * @param regressors the regressors
 */
public record AdditiveOptions(
        int changepoints,
        double range,
        double changepointScale,
        double capacity,
        List<Season> seasons,
        List<Regressor> regressors) {
    /**
     * Checks and copies.
     *
     * @param changepoints largest number of places where the trend may bend
     * @param range share of the history that they spread over
     * @param changepointScale scale of the Laplace prior of a change of slope
     * @param capacity where a logistic trend saturates
     * @param seasons the seasons
     * @param regressors the regressors
     * @throws IllegalArgumentException if a number is out of its range
     */
    public AdditiveOptions {
        if (changepoints < 0 || !(range > 0 && range <= 1) || !(changepointScale > 0) || !(capacity > 0)) {
            throw new IllegalArgumentException(
                    changepoints + " changepoints over " + range + " of the history, scale " + changepointScale
                            + ", capacity " + capacity + " must be positive. Maybe a share is a percentage.");
        }
        seasons = List.copyOf(seasons);
        regressors = List.copyOf(regressors);
    }

    /**
     * Prophet's defaults: 25 changepoints over the first 80 %, prior scale 0.05, a linear trend.
     *
     * @param seasons the seasons
     * @return the options
     */
    public static AdditiveOptions of(Season... seasons) {
        return new AdditiveOptions(25, 0.8, 0.05, Double.POSITIVE_INFINITY, List.of(seasons), List.of());
    }

    /**
     * The same with other changepoints.
     *
     * @param count largest number
     * @param newRange share of the history
     * @param newScale scale of their prior
     * @return a copy
     */
    public AdditiveOptions withChangepoints(int count, double newRange, double newScale) {
        return new AdditiveOptions(count, newRange, newScale, capacity, seasons, regressors);
    }

    /**
     * The same with a logistic trend.
     *
     * @param newCapacity where it saturates
     * @return a copy
     */
    public AdditiveOptions withCapacity(double newCapacity) {
        return new AdditiveOptions(changepoints, range, changepointScale, newCapacity, seasons, regressors);
    }

    /**
     * The same with regressors.
     *
     * @param newRegressors the regressors
     * @return a copy
     */
    public AdditiveOptions withRegressors(Regressor... newRegressors) {
        return new AdditiveOptions(changepoints, range, changepointScale, capacity, seasons, List.of(newRegressors));
    }

    boolean isLogistic() {
        return capacity < Double.POSITIVE_INFINITY;
    }
}
