package io.headroom.forecasting;

import static io.headroom.forecasting.Rates.DAY;
import static io.headroom.forecasting.Rates.KEY;
import static org.assertj.core.api.Assertions.assertThat;

import io.headroom.core.RateForecast;
import io.headroom.core.RateSeries;
import io.headroom.core.Rung;
import io.headroom.spi.Deadline;
import io.headroom.spi.FitRequest;
import io.headroom.spi.FittedModel;
import io.headroom.spi.Tracker;
import java.time.Duration;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** Forecasts of flows with many idle steps. */
class CrostonPredictorTest {
    private static RateSeries idleMostly(int length, double probability, long seed) {
        Random random = new Random(seed);
        return Rates.made(length, i -> random.nextDouble() < probability ? 2 + random.nextInt(9) : 0);
    }

    private static FittedModel fit(RateSeries history) {
        return Predictors.croston().fit(FitRequest.of(KEY, history));
    }

    @Test
    void quantilesCoverTheirLevels() {
        RateSeries all = idleMostly(4000, 0.3, 4);
        FittedModel model = fit(all.slice(0, 1000));
        Tracker tracker = model.track(KEY);
        int inside90 = 0;
        int inside99 = 0;
        for (int i = 1000; i < all.length(); i++) {
            RateForecast next = tracker.forecast(1);
            assertThat(next.quantile(1, 0.001)).isNotNegative();
            inside90 += all.rate(i) <= next.quantile(1, 0.9) ? 1 : 0;
            inside99 += all.rate(i) <= next.quantile(1, 0.99) ? 1 : 0;
            tracker.observe(all.rate(i));
        }
        assertThat(inside90 / 3000.0).isBetween(0.86, 0.94);
        assertThat(inside99 / 3000.0).isBetween(0.97, 1.0);
    }

    @Test
    void theMedianOfAFlowThatIsMostlyIdleLiesFarBelowItsMean() {
        RateForecast ahead = fit(idleMostly(1000, 0.2, 5)).forecast(30);
        assertThat(ahead.quantile(1, 0.5)).isLessThan(0.4 * ahead.mean(1));
        assertThat(ahead.mean(1)).isBetween(0.8, 1.6);
        assertThat(ahead.mean(30)).isEqualTo(ahead.mean(1));
    }

    @Test
    void aBusyFlowIsSmoothed() {
        FittedModel model = fit(Rates.daily(12 * DAY, 3));
        assertThat(model.description()).startsWith("smoothing");
        assertThat(model.rung()).isEqualTo(Rung.FULL);
    }

    @Test
    void restrictedRungsSayWhy() {
        RateSeries history = idleMostly(500, 0.2, 6);
        FittedModel late =
                Predictors.croston().fit(FitRequest.of(KEY, history).withDeadline(Deadline.after(Duration.ZERO)));
        assertThat(late.rung()).isEqualTo(Rung.LAST_VALUE);
        assertThat(late.rungReason()).contains("deadline");
        FittedModel four = fit(history.slice(0, 4));
        assertThat(four.rung()).isEqualTo(Rung.LAST_VALUE);
        assertThat(four.rungReason()).contains("five values");
    }
}
