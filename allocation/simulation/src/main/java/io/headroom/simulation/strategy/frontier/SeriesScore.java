package io.headroom.simulation.strategy.frontier;

import io.headroom.core.Checks;
import io.headroom.simulation.strategy.RunScore;

/**
 * The score of one series. Immutable and thread-safe.
 *
 * @param series the name of the series, not blank
 * @param score its figures; violation and cost ratio finite and not negative
 */
public record SeriesScore(String series, RunScore score) {
    /**
     * Checks name and figures.
     *
     * @param series the name of the series
     * @param score its figures
     * @throws IllegalArgumentException if the name is blank, or the violation or the cost ratio is negative or not finite
     */
    public SeriesScore {
        Checks.require(
                !series.isBlank(), "name of a series '" + series + "'", "must not be blank", "a field was empty");
        Checks.notNegative(score.violationPercent(), "violation of " + series);
        Checks.notNegative(score.costRatio(), "cost ratio of " + series);
    }
}
