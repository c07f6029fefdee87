/**
 * The predictor "lstm": one recurrent network for all flows of a fit, in pure Java.
 *
 * <p>A short tour: {@link io.headroom.forecasting.lstm.LstmProvider} is found by name, {@link
 * io.headroom.forecasting.lstm.LstmPredictor} fits, with {@link io.headroom.forecasting.lstm.LstmSettings}, a {@link
 * io.headroom.forecasting.lstm.TrainingListener} and perhaps the weights of an earlier model. Inside, {@code Corpus} lays out the
 * histories, {@code Lanes} cuts them into batches, {@code Trainer} moves the weights until {@code HoldOut} says that they get no better,
 * and {@code LstmModel} with its {@code LstmTracker}s is what comes of it.
 */
@NullMarked
package io.headroom.forecasting.lstm;

import org.jspecify.annotations.NullMarked;
