/**
 * Whole curves of violation against cost, and what may be said about two of them.
 *
 * <p>A tour:
 *
 * <ol>
 *   <li>A {@link io.headroom.simulation.strategy.frontier.FrontierPoint} holds the scores of all series for one value of a
 *       strategy's safety parameter; a {@link io.headroom.simulation.strategy.frontier.FrontierSweep} all values at one lead.
 *   <li>{@link io.headroom.simulation.strategy.frontier.Frontier} keeps the points that no other beats, for a
 *       {@link io.headroom.simulation.strategy.frontier.SeriesGroup} and a
 *       {@link io.headroom.simulation.strategy.frontier.Statistic}, and reads costs and violations off the curve:
 *       {@link io.headroom.simulation.strategy.frontier.Readings}.
 *   <li>{@link io.headroom.simulation.strategy.frontier.FrontierComparison} puts two sweeps side by side:
 *       {@link io.headroom.simulation.strategy.frontier.Dominance}, the pairs of points that a claim rests on with their
 *       {@link io.headroom.simulation.strategy.frontier.PairedBootstrap} intervals, and moves.
 *   <li>{@link io.headroom.simulation.strategy.frontier.FrontierText} prints all of it,
 *       {@link io.headroom.simulation.strategy.frontier.FrontierCharts} makes sections of an HTML report.
 * </ol>
 *
 * <p>Operating points are always run, never interpolated; interpolation only reads the curve between two of them.
 */
@NullMarked
package io.headroom.simulation.strategy.frontier;

import org.jspecify.annotations.NullMarked;
