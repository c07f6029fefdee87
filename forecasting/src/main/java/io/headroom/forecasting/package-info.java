/**
 * The predictors, and the Inter-Region Transaction Predictor that runs them for every flow.
 *
 * <p>{@link io.headroom.forecasting.Predictors} makes predictors: by method, or by name, those of other modules
 * included. Each fits one series and yields a model whose trackers forecast. {@link
 * io.headroom.forecasting.TransactionPredictor} keeps the history of every flow, fits them in parallel, tracks actual
 * rates, refits by age and error, learns how flows move together, and answers an allocator as its {@link
 * io.headroom.spi.PredictionService}.
 *
 * <p>Behind a local predictor stands a series state (level, season), and around it what all share: local time, known
 * events, gaps, the law of the errors, snapshots, and the ladder of fallbacks.
 */
@NullMarked
package io.headroom.forecasting;

import org.jspecify.annotations.NullMarked;
