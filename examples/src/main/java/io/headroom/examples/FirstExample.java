package io.headroom.examples;

import io.headroom.core.RateForecast;
import io.headroom.core.RateSeries;
import io.headroom.core.TimeGrid;
import io.headroom.core.Window;
import io.headroom.forecasting.Predictors;
import io.headroom.spi.Predictor;
import java.time.Duration;

/** The first example of the README, word for word. */
final class FirstExample {
    private FirstExample() {}

    static double capacity(double[] rates) {
        // README: first example
        TimeGrid hours = TimeGrid.of(Duration.ofHours(1));
        RateSeries history = RateSeries.of(hours, 0, rates); // transactions per second, NaN where missing

        Predictor predictor = Predictors.ets(24); // exponential smoothing with a daily season
        RateForecast forecast = predictor.fit(history).forecast(6);

        double next = forecast.mean(1); // the next hour
        double capacity = forecast.maximumQuantile(Window.of(2, 4), 0.99); // covers hours 3 to 6 as a whole
        // README: end
        return Math.max(next, capacity);
    }
}
