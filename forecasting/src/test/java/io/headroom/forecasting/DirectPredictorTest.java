package io.headroom.forecasting;

import static org.assertj.core.api.Assertions.assertThat;

import io.headroom.core.RateForecast;
import io.headroom.core.RateSeries;
import io.headroom.core.TimeGrid;
import io.headroom.core.Window;
import io.headroom.spi.FitRequest;
import io.headroom.spi.Tracker;
import java.time.Duration;
import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.Test;

class DirectPredictorTest {
    private static final int DAY = 288;
    private static final TimeGrid GRID = TimeGrid.of(Duration.ofMinutes(5));

    /** A daily season with noise that comes in bursts. */
    private static double[] bursty(int n, long seed) {
        Random random = new Random(seed);
        double[] y = new double[n];
        double burst = 0;
        for (int i = 0; i < n; i++) {
            burst = random.nextInt(50) == 0 ? 1 : 0.8 * burst;
            double mean = 100 + 40 * Math.sin(2 * Math.PI * i / DAY);
            y[i] = Math.max(0, mean + (4 + 30 * burst) * random.nextGaussian());
        }
        return y;
    }

    @Test
    void itsQuantilesCoverWhatTheySayWhileNoiseComesInBursts() {
        double[] y = bursty(10 * DAY, 7);
        int start = 4 * DAY;
        Tracker tracker = Predictors.direct(DAY)
                .fit(RateSeries.of(GRID, 0, Arrays.copyOf(y, start)))
                .track(FitRequest.UNNAMED);
        int calmMisses = 0;
        int misses = 0;
        int n = 0;
        double widest = 0;
        double narrowest = Double.POSITIVE_INFINITY;
        for (int i = start; i + 2 < y.length; i++) {
            RateForecast forecast = tracker.forecast(2);
            double high = forecast.maximumQuantile(Window.of(1, 1), 0.99);
            misses += y[i + 1] > high ? 1 : 0;
            calmMisses += y[i + 1] > forecast.quantile(2, 0.9) ? 1 : 0;
            widest = Math.max(widest, high - forecast.mean(2));
            narrowest = Math.min(narrowest, high - forecast.mean(2));
            n++;
            tracker.observe(y[i]);
        }
        assertThat(100.0 * misses / n).isBetween(0.4, 1.8);
        assertThat(100.0 * calmMisses / n).isBetween(8.0, 12.0);
        assertThat(widest).isGreaterThan(3 * narrowest);
    }

    @Test
    void itWorksFromTheFirstValueOn() {
        double[] y = bursty(60, 3);
        Tracker tracker = Predictors.direct(DAY)
                .fit(RateSeries.of(GRID, 0, new double[] {y[0]}))
                .track(FitRequest.UNNAMED);
        int misses = 0;
        for (int i = 1; i < y.length; i++) {
            Sound.check(tracker.forecast(6));
            misses += y[i] > tracker.forecast(1).quantile(1, 0.99) ? 1 : 0;
            tracker.observe(y[i]);
        }
        assertThat(misses).isLessThanOrEqualTo(4);
    }
}
