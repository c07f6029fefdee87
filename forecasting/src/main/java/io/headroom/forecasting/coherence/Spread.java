package io.headroom.forecasting.coherence;

import io.headroom.core.MarginalForecast;
import io.headroom.core.RateForecast;
import io.headroom.core.ScenarioForecast;
import io.headroom.core.SumForecast;

/** The variance of a step of any kind of forecast. */
final class Spread {
    private Spread() {}

    static double variance(RateForecast forecast, int step) {
        if (forecast instanceof ScenarioForecast s) {
            return variance(s, step);
        }
        double deviation = forecast instanceof MarginalForecast m
                ? m.standardDeviation(step)
                : ((SumForecast) forecast).standardDeviation(step);
        return deviation * deviation;
    }

    private static double variance(ScenarioForecast forecast, int step) {
        double mean = forecast.mean(step);
        double squares = 0;
        for (int s = 0; s < forecast.scenarios(); s++) {
            double error = forecast.path(s)[step - 1] - mean;
            squares += error * error;
        }
        return squares / forecast.scenarios();
    }
}
