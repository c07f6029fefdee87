/**
 * The theta family on plain arrays: fit, track, look ahead. No other package of the library is needed.
 *
 * <p>A short tour:
 *
 * <ul>
 *   <li>{@link io.headroom.forecasting.internal.theta.ThetaFitter} takes a series and gives a
 *       {@link io.headroom.forecasting.internal.theta.ThetaModel}. {@code SeasonTest} says whether there is a season,
 *       {@link io.headroom.forecasting.internal.theta.SeasonIndices} takes it out, {@code Line} is the trend line of
 *       every step, {@code Profile} finds level and weight for one smoothing parameter by least squares, and
 *       {@code Smoothing} searches that parameter.
 *   <li>{@link io.headroom.forecasting.internal.theta.ThetaState} is the small mutable state that follows a series value
 *       by value.
 * </ul>
 *
 * <p>The method: Assimakopoulos and Nikolopoulos (2000); as exponential smoothing with drift: Hyndman and Billah (2003);
 * optimised and dynamic forms: Fiorucci, Pellegrini, Louzada, Petropoulos and Koehler (2016). Missing values are NaN
 * throughout.
 */
@NullMarked
package io.headroom.forecasting.internal.theta;

import org.jspecify.annotations.NullMarked;
