package io.headroom.forecasting.backtest;

/**
 * By how much a predictor is worse than the best, with a paired bootstrap interval: series are drawn with replacement 2,000 times, the
 * interval covers the middle 95 % of the means of their differences. It says how much the result hangs on these series; series that move together make it too
 * narrow. Immutable and thread-safe.
 *
 * @param mean mean over series of this predictor's score minus the best one's
 * @param lower lower end of the 95 % interval
 * @param upper upper end
 * @param series number of series with both scores
 */
public record ScoreDifference(double mean, double lower, double upper, int series) {
    /**
     * Whether the best is better beyond doubt about the choice of series.
     *
     * @return true if the interval lies above zero
     */
    public boolean isClear() {
        return lower > 0;
    }
}
