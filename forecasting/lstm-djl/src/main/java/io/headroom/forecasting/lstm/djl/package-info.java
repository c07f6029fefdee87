/**
 * The predictor {@code lstm-djl}: the same network, inputs and training as {@link io.headroom.forecasting.lstm.LstmPredictor}, with
 * slopes from PyTorch through DJL (Deep Java Library), for larger networks and for machines with a GPU.
 *
 * <p>A short tour:
 *
 * <ul>
 *   <li>{@link io.headroom.forecasting.lstm.djl.LstmDjl} makes the predictor.
 *   <li>{@code PyTorchEngine} loads PyTorch, {@code TorchPass} runs a batch forward and backward.
 *   <li>{@code TorchWeights} cuts the flat array of weights into PyTorch's, {@code TorchNetwork} is the network on them.
 * </ul>
 *
 * <p>PyTorch is needed to train, and only for that. Weights have one format, plain arrays: they go to PyTorch at the beginning of each
 * training step and the slope comes back at its end; Adam, the hold-out, tracking and snapshots are those of {@code lstm} in plain Java,
 * where one observation costs microseconds. A snapshot of either predictor is restored by the other: a host may train where PyTorch
 * is and forecast where it is not.
 *
 * <p>The host adds the natives of its platform, {@code ai.djl.pytorch:pytorch-jni} and {@code ai.djl.pytorch:pytorch-native-cpu} (or one for
 * CUDA) in the versions of Headroom's parent POM, on the class path: their jars are no modules. Then nothing is downloaded. On the module path
 * DJL's own dependencies are asked for by {@code --add-modules org.slf4j,com.google.gson}. Three properties of DJL matter:
 *
 * <ul>
 *   <li>{@code ai.djl.pytorch.num_threads=1}: on a busy machine more threads are slower by far, and one thread gives the same bits each time;
 *   <li>{@code ai.djl.offline=true} and {@code OPT_OUT_TRACKING=true}: DJL asks nothing of the network and reports nothing;
 *   <li>{@code DJL_CACHE_DIR}: where the natives are unpacked to, some 430 MB; by default under the home directory.
 * </ul>
 */
@NullMarked
package io.headroom.forecasting.lstm.djl;

import org.jspecify.annotations.NullMarked;
