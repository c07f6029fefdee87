/**
 * An additive model on plain arrays: a trend that may bend, seasons as Fourier terms, regressors. No other package of
 * the library is needed.
 *
 * <p>A short tour:
 *
 * <ul>
 *   <li>{@link io.headroom.forecasting.internal.additive.AdditiveFitter} takes a series on a regular grid and
 *       {@link io.headroom.forecasting.internal.additive.AdditiveOptions} and gives an
 *       {@link io.headroom.forecasting.internal.additive.AdditiveFit}. {@code Design} lays out the rows,
 *       {@code NormalEquations} sums them up, {@code MapSolver} finds the mode of the posterior with the help of
 *       {@code Lasso}; {@code LogisticFitter} does so for a trend with a capacity.
 *   <li>{@link io.headroom.forecasting.internal.additive.AdditiveModel} is immutable: the mean at every step of the
 *       grid.
 *   <li>{@link io.headroom.forecasting.internal.additive.ResidualMemory} carries what the model missed last over to the
 *       next steps, and {@link io.headroom.forecasting.internal.additive.TrendUncertainty} is the law of what the trend
 *       may still do.
 * </ul>
 *
 * <p>Priors and scaling follow Taylor and Letham, "Forecasting at scale" (2018), and their program Prophet; the
 * optimiser, the uncertainty and the memory do not. Missing values are NaN throughout.
 */
@NullMarked
package io.headroom.forecasting.internal.additive;

import org.jspecify.annotations.NullMarked;
