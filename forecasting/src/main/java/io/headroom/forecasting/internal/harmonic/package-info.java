/**
 * Harmonic regression with ARMA errors on plain arrays: fit, track, look ahead. No other package of the library is
 * needed.
 *
 * <pre>y(t) = c + sum over seasons P and orders k of a cos(2 pi k t / P) + b sin(2 pi k t / P) + x(t)</pre>
 *
 * <p>where x, or its first difference, is ARMA(p, q). A season costs its waves and not its length, so that seasons of
 * 1440 or 10080 steps, and several at once, are no trouble.
 *
 * <p>A short tour:
 *
 * <ul>
 *   <li>{@link io.headroom.forecasting.internal.harmonic.HarmonicFitter} takes a series and gives a
 *       {@link io.headroom.forecasting.internal.harmonic.HarmonicModel}: {@code Basis} regresses, {@code ArmaFitter}
 *       finds order and coefficients of the errors by {@code HannanRissanen} and {@code GaussNewton}.
 *   <li>{@link io.headroom.forecasting.internal.harmonic.HarmonicTrack} is the small mutable state that follows a series
 *       value by value.
 * </ul>
 *
 * <p>Sources: Young, Pedregal and Tych, "Dynamic harmonic regression" (1999); Hannan and Rissanen, "Recursive
 * estimation of mixed autoregressive-moving average order" (1982). Missing values are NaN throughout.
 */
@NullMarked
package io.headroom.forecasting.internal.harmonic;

import org.jspecify.annotations.NullMarked;
