/** Tests of backtests. */
@NullMarked
package io.headroom.forecasting.backtest;

import org.jspecify.annotations.NullMarked;
