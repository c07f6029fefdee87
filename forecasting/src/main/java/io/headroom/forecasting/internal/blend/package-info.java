/**
 * A blend of cheap and different forecasts of one series: autoregressions on logs, roots and levels, a recurring profile
 * with an autoregressive rest, the value one season ago, and a smoothed level.
 *
 * <p>A short tour:
 *
 * <ul>
 *   <li>{@link io.headroom.forecasting.internal.blend.Member} is one forecast, with whatever state it keeps beside the
 *       common {@link io.headroom.forecasting.internal.blend.History}: {@code LagMember}, {@code ProfileMember},
 *       {@code SeasonMember}, {@code LevelMember}.
 *   <li>{@link io.headroom.forecasting.internal.blend.BlendFitter} fits the members, lets each forecast from many origins
 *       within the history, by coefficients that did not see what came after ({@code Rehearsal}), and weighs them by
 *       their errors there.
 *   <li>{@link io.headroom.forecasting.internal.blend.BlendFit} is the result: the state before the history, and the
 *       blend's own errors at those origins.
 *   <li>{@link io.headroom.forecasting.internal.blend.Blend} is the mutable state that follows a series.
 * </ul>
 *
 * <p>Missing values are NaN throughout.
 */
@NullMarked
package io.headroom.forecasting.internal.blend;

import org.jspecify.annotations.NullMarked;
