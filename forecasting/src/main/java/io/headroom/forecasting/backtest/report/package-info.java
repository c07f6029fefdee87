/**
 * A backtest as one HTML page that opens offline: the comparison table, errors by horizon, skill by series, and the forecasts of the worst, the
 * middle and the best series beside what came.
 *
 * <p>{@link io.headroom.forecasting.backtest.report.BacktestReport} writes it. Charts are plain inline SVG; the page has no script, and its
 * content security policy forbids it to load anything. The same result gives the same bytes.
 */
@NullMarked
package io.headroom.forecasting.backtest.report;

import org.jspecify.annotations.NullMarked;
