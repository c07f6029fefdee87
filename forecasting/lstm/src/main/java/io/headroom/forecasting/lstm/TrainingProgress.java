package io.headroom.forecasting.lstm;

/**
 * How far a training is. Immutable and thread-safe.
 *
 * @param updates training steps done
 * @param planned training steps to do, if the hold-out does not end them before
 * @param trainingLoss mean loss of the batches since the last report; NaN in the report before the first step
 * @param holdOutLoss loss on what is held out, of the mean weights; NaN if nothing is held out
 * @param best the best hold-out loss so far; NaN if nothing is held out
 */
public record TrainingProgress(int updates, int planned, double trainingLoss, double holdOutLoss, double best) {}
