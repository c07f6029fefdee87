package io.headroom.forecasting.backtest;

/**
 * The scores of a part of the horizon. Those of the lead window are NaN: it is no part of it. Immutable and thread-safe.
 *
 * @param first first step ahead, from 1
 * @param last last step ahead
 * @param scores the scores over all series
 */
public record HorizonBucket(int first, int last, Scores scores) {}
