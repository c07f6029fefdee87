package io.headroom.forecasting.backtest;

/** Follows a backtest. */
@FunctionalInterface
public interface BacktestListener {
    /**
     * Another series is done with all predictors. Called on the thread that runs the backtest, in the order of series.
     *
     * <p>An exception that it throws ends the backtest and is passed on.
     *
     * @param done series that are done
     * @param total series to do
     */
    void progress(int done, int total);
}
