/** Tests of the page of a backtest. */
@NullMarked
package io.headroom.forecasting.backtest.report;

import org.jspecify.annotations.NullMarked;
