/**
 * The network, in single precision on plain arrays: batches are rows, all sums run in a fixed order, and nothing is fused or reordered,
 * so that the same numbers give the same bits on every machine and for every size of batch.
 *
 * <p>A short tour:
 *
 * <ul>
 *   <li>{@code Panel} multiplies, {@code Squash} holds the sigmoid and the hyperbolic tangent.
 *   <li>{@link io.headroom.forecasting.lstm.internal.network.Shape} says how large each part is and where its weights lie.
 *   <li>{@link io.headroom.forecasting.lstm.internal.network.Network} runs forward: one step of the memory, and the outputs for target steps.
 *   <li>{@link io.headroom.forecasting.lstm.internal.network.QuantileHead} turns outputs into quantiles, and their loss into slopes.
 *   <li>{@link io.headroom.forecasting.lstm.internal.network.TrainingPass} runs forward and backward over a batch of pieces of series.
 *   <li>{@link io.headroom.forecasting.lstm.internal.network.Adam} moves the weights.
 *   <li>{@link io.headroom.forecasting.lstm.internal.network.Engine} is the seam for another way to work out slopes: module lstm-djl has one.
 * </ul>
 */
@NullMarked
package io.headroom.forecasting.lstm.internal.network;

import org.jspecify.annotations.NullMarked;
