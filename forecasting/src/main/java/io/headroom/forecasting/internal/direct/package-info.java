/**
 * Direct forecasts: for each of a few horizons a regression of its own that learns while it tracks, with a second one for the
 * size of its errors. What bursts often and calms down again needs an error law that moves with it: where the last errors
 * were large, the next ones are.
 *
 * <p>A short tour:
 *
 * <ul>
 *   <li>{@link io.headroom.forecasting.internal.direct.Signals} is what is known of the past in bounded memory: smoothed levels, a
 *       seasonal profile, the last season.
 *   <li>{@link io.headroom.forecasting.internal.direct.Regression} is ridge regression with exponential forgetting.
 *   <li>{@link io.headroom.forecasting.internal.direct.Scores} keeps the latest standardised errors in order.
 *   <li>{@link io.headroom.forecasting.internal.direct.DirectStep} puts them together for one horizon.
 *   <li>{@link io.headroom.forecasting.internal.direct.DirectForecaster} is the mutable state that follows a series.
 * </ul>
 *
 * <p>Missing values are NaN throughout.
 */
@NullMarked
package io.headroom.forecasting.internal.direct;

import org.jspecify.annotations.NullMarked;
