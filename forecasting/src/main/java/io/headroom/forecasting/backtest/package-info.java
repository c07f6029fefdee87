/**
 * Which predictor is best for your own series: a rolling-origin backtest, the standard scores, and a table that compares them.
 *
 * <p>A {@link io.headroom.forecasting.backtest.Backtest} walks over every series from origin to origin. At an origin each predictor is fitted
 * to what came before, or its tracker observes what came since the last origin, and forecasts; then the forecast is scored against what came.
 * The actual rates after an origin are in the hands of another class than the one that fits: a predictor cannot be given them.
 *
 * <p>{@link io.headroom.forecasting.backtest.BacktestResult} holds the {@link io.headroom.forecasting.backtest.Scores} of each predictor over
 * all series, for each series and for each part of the horizon, with fits, times, rungs and failures.
 * {@link io.headroom.forecasting.backtest.Score} has the formulas. {@code table()} prints the comparison; the package
 * {@code io.headroom.forecasting.backtest.report} writes it as a page.
 *
 * <p>Start with {@link io.headroom.forecasting.backtest.Backtest#builder}.
 */
@NullMarked
package io.headroom.forecasting.backtest;

import org.jspecify.annotations.NullMarked;
