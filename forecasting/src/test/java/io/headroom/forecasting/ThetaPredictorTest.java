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
import io.headroom.spi.PredictorSettings;
import java.time.Duration;
import org.junit.jupiter.api.Test;

/** What the predictor "theta" adds to its engine: several seasons, rungs with their reasons. */
class ThetaPredictorTest {
    private static FittedModel fit(RateSeries history, int... periods) {
        return Predictors.named("theta", PredictorSettings.ofPeriods(periods)).fit(FitRequest.of(KEY, history));
    }

    @Test
    void theWeekIsUsedWhereItIsDeclaredAndThere() {
        RateSeries history = Rates.made(
                35 * DAY,
                i -> (i / DAY % 7 < 5 ? 1 : 0.3) * (100 + 50 * StrictMath.sin(2 * Math.PI * (i % DAY) / DAY)) + i % 11);
        FittedModel day = fit(history, DAY);
        FittedModel week = fit(history, DAY, 7 * DAY);
        assertThat(day.description()).contains("season of 24");
        assertThat(week.description()).contains("season of 168");
        RateForecast ahead = week.forecast(7 * DAY);
        double weekday = ahead.mean(DAY + 6);
        assertThat(ahead.mean(5 * DAY + 6)).isBetween(0.2 * weekday, 0.5 * weekday);
        assertThat(week.rung()).isEqualTo(Rung.FULL);
        assertThat(week.rungReason()).isEmpty();
    }

    @Test
    void restrictedRungsSayWhy() {
        RateSeries history = Rates.daily(12 * DAY, 1);
        FittedModel late =
                Predictors.theta(DAY).fit(FitRequest.of(KEY, history).withDeadline(Deadline.after(Duration.ZERO)));
        assertThat(late.rung()).isEqualTo(Rung.SEASONAL_NAIVE);
        assertThat(late.rungReason()).contains("deadline");
        FittedModel early = fit(history.slice(0, DAY + 5), DAY);
        assertThat(early.rung()).isEqualTo(Rung.RESTRICTED);
        assertThat(early.rungReason()).contains("two seasons");
        FittedModel four = fit(history.slice(0, 4), DAY);
        assertThat(four.rung()).isEqualTo(Rung.LAST_VALUE);
        assertThat(four.rungReason()).contains("five values");
    }
}
