package io.headroom.forecasting.lstm;

import static org.assertj.core.api.Assertions.assertThat;

import io.headroom.core.RateForecast;
import io.headroom.spi.FitRequest;
import io.headroom.spi.FittedModel;
import io.headroom.spi.PredictorSettings;
import io.headroom.spi.Tracker;
import java.util.Locale;
import org.junit.jupiter.api.Test;

/** What tracking costs with a network of the default size; bounds leave room for a busy machine. */
class LstmSpeedTest {
    private static final int FLOWS = 1000;
    private static final int HORIZON = 60;

    private final FittedModel model = LstmPredictor.of(PredictorSettings.ofPeriods(24, 168))
            .with(LstmSettings.defaults().withUpdates(2))
            .fit(FitRequest.of(Quick.KEY, Quick.daily(21 * 24, 1)));
    private final Tracker tracker = model.track(Quick.KEY);

    @Test
    void observingTakesMicroseconds() {
        double best = Double.POSITIVE_INFINITY;
        for (int round = 0; round < 20; round++) {
            long start = System.nanoTime();
            for (int i = 0; i < FLOWS; i++) {
                tracker.observe(Quick.wave(i));
            }
            best = Math.min(best, (System.nanoTime() - start) / 1e3 / FLOWS);
        }
        System.out.printf(Locale.ROOT, "lstm: %.1f us an observation%n", best);
        assertThat(best).as("microseconds an observation").isLessThan(20);
    }

    @Test
    void aThousandForecastsTakeATenthOfASecond() {
        double best = Double.POSITIVE_INFINITY;
        double sum = 0;
        for (int round = 0; round < 12; round++) {
            long start = System.nanoTime();
            for (int i = 0; i < FLOWS; i++) {
                RateForecast f = tracker.forecast(HORIZON);
                sum += f.mean(HORIZON);
            }
            best = Math.min(best, (System.nanoTime() - start) / 1e6);
        }
        System.out.printf(Locale.ROOT, "lstm: %.0f ms for %d forecasts of %d steps%n", best, FLOWS, HORIZON);
        assertThat(sum).isPositive();
        assertThat(best).as("milliseconds").isLessThan(500);
    }
}
