/**
 * Subset autoregression: a linear model of a series on a few of its own lags, on the scale of logs, roots or levels.
 *
 * <p>A short tour:
 *
 * <ul>
 *   <li>{@link io.headroom.forecasting.internal.autoregression.Standardization} lays values on the scale on which a
 *       model is linear, and back.
 *   <li>{@link io.headroom.forecasting.internal.autoregression.LagSet} says which lags a model reads.
 *   <li>{@link io.headroom.forecasting.internal.autoregression.LagFitter} finds the coefficients by robust regression
 *       ({@code RobustRegression}), and with them those that leave a part of the history out, for honest errors within
 *       the history.
 *   <li>{@link io.headroom.forecasting.internal.autoregression.LagModel} is the immutable result: next value, path,
 *       impulse weights.
 * </ul>
 *
 * <p>Missing values are NaN throughout.
 */
@NullMarked
package io.headroom.forecasting.internal.autoregression;

import org.jspecify.annotations.NullMarked;
