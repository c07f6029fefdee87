/**
 * Exponential smoothing models (ETS) on plain arrays: fit, track, look ahead. No other package of the library is
 * needed but {@code internal.numeric}.
 *
 * <p>A short tour:
 *
 * <ul>
 *   <li>{@link io.headroom.forecasting.internal.ets.EtsFitter} takes a series and gives an
 *       {@link io.headroom.forecasting.internal.ets.EtsFit}: a model, or the reason why there is none. {@code Search}
 *       races the forms against each other, a {@code Contender} descends from several {@code Starts} by
 *       {@code GaussNewton}, whose derivatives come from {@code Linearization} and whose bounds from {@code Region} and
 *       {@code Admissibility}.
 *   <li>{@link io.headroom.forecasting.internal.ets.EtsModel} is immutable: form, parameters, initial states,
 *       likelihood, and what can be said about values to come ({@code Moments}).
 *   <li>{@link io.headroom.forecasting.internal.ets.EtsState} is the small mutable state that follows a series value by
 *       value.
 * </ul>
 *
 * <p>Notation, formulas and the likelihood without constants follow Hyndman, Koehler, Ord and Snyder, "Forecasting with
 * Exponential Smoothing" (2008), and R's forecast package; the optimiser does not. Missing values are NaN throughout.
 */
@NullMarked
package io.headroom.forecasting.internal.ets;

import org.jspecify.annotations.NullMarked;
