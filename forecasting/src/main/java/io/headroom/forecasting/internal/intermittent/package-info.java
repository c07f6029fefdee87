/**
 * Intermittent demand on plain arrays: series in which many steps are zero. No other package of the library is needed.
 *
 * <p>{@link io.headroom.forecasting.internal.intermittent.DemandFitter} chooses method and smoothing parameters and gives
 * a {@link io.headroom.forecasting.internal.intermittent.DemandModel}; {@link
 * io.headroom.forecasting.internal.intermittent.DemandState} follows a series value by value. Croston (1972), Syntetos
 * and Boylan (2005), Teunter, Syntetos and Babai (2011). Missing values are NaN throughout.
 */
@NullMarked
package io.headroom.forecasting.internal.intermittent;

import org.jspecify.annotations.NullMarked;
