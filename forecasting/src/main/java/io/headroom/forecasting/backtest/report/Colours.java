package io.headroom.forecasting.backtest.report;

import io.headroom.forecasting.backtest.BacktestResult;

/** The style of each predictor's marks: its colour by its place in the ranking, the baseline grey and dashed. Stateless. */
final class Colours {
    private static final int PALETTE = 7;

    private Colours() {}

    static String of(BacktestResult result, int place) {
        boolean base = result.predictors().get(place) == result.baseline();
        return base ? "base" : "c" + place % PALETTE;
    }

    static String line(BacktestResult result, int place) {
        return "line " + of(result, place);
    }
}
