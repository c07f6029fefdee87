package io.headroom.forecasting;

import static io.headroom.forecasting.Rates.DAY;
import static io.headroom.forecasting.Rates.KEY;
import static io.headroom.forecasting.Rates.made;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.headroom.core.RateForecast;
import io.headroom.core.RateSeries;
import io.headroom.core.Rung;
import io.headroom.spi.Deadline;
import io.headroom.spi.FitRequest;
import io.headroom.spi.FittedModel;
import io.headroom.spi.PredictorSettings;
import java.time.Duration;
import org.junit.jupiter.api.Test;

/** What is special about "mstl" and "harmonic": several seasons, and those that do not fit. */
class MstlPredictorTest {
    private static final int WEEK = 7 * DAY;

    /** i = 0:839; 200 + 0.05 i + 40 (i %% 24 - 12)^2 / 144 + 30 (i %% 168 %/% 24 >= 5) + i 7919 %% 1009 / 50. */
    private static RateSeries weekly(int length) {
        return made(length, i -> {
            double day = i % DAY - 12;
            double weekend = i % WEEK / DAY >= 5 ? 30 : 0;
            return 200 + 0.05 * i + 40 * (day * day / 144) + weekend + i * 7919L % 1009 / 50.0;
        });
    }

    /**
     * {@code stlf(msts(y, c(24, 168)), h = 6)} of R 4.2.2, forecast 8.20, gives STL + ETS(A,A,N). The noise has a deviation
     * of 5.8 and the two optimisers stop at different places.
     */
    @Test
    void withExponentialSmoothingItIsStlfOfR() {
        double[] ofR = {287.055884, 288.147610, 281.808305, 270.474541, 274.161673, 264.423845};
        PredictorSettings settings = PredictorSettings.ofPeriods(DAY, WEEK);
        FittedModel model =
                new MstlPredictor(settings, InnerModel.exponentialSmoothing()).fit(FitRequest.of(KEY, weekly(840)));
        RateForecast forecast = model.forecast(6);
        for (int step = 1; step <= 6; step++) {
            assertThat(forecast.mean(step)).as("step %d", step).isCloseTo(ofR[step - 1], within(1.5));
        }
    }

    @Test
    void bothSeasonsAreForecast() {
        RateSeries all = weekly(840 + WEEK);
        RateSeries history = all.slice(0, 840);
        for (FittedModel model : new FittedModel[] {
            Predictors.mstl(DAY, WEEK).fit(FitRequest.of(KEY, history)),
            Predictors.harmonic(DAY, WEEK).fit(FitRequest.of(KEY, history))
        }) {
            RateForecast forecast = model.forecast(WEEK);
            double error = 0;
            for (int step = 1; step <= WEEK; step++) {
                error += Math.abs(forecast.mean(step) - all.rate(839 + step)) / WEEK;
            }
            assertThat(error).as(model.description()).isLessThan(10);
            assertThat(model.rung()).isEqualTo(Rung.FULL);
        }
    }

    @Test
    void aSeasonThatTheHistoryDoesNotHoldTwiceIsLeftOut() {
        RateSeries history = weekly(2 * WEEK - 1);
        FittedModel mstl = Predictors.mstl(DAY, WEEK).fit(FitRequest.of(KEY, history));
        FittedModel harmonic = Predictors.harmonic(DAY, WEEK).fit(FitRequest.of(KEY, history));
        for (FittedModel model : new FittedModel[] {mstl, harmonic}) {
            assertThat(model.rung()).isEqualTo(Rung.RESTRICTED);
            assertThat(model.rungReason()).isEqualTo("less than two seasons of data for 1 of 2 seasons");
            assertThat(model.forecast(1).mean(1)).isBetween(200.0, 330.0);
        }
    }

    @Test
    void aDeadlineIsNamed() {
        for (String name : new String[] {MstlPredictor.NAME, HarmonicPredictor.NAME}) {
            FittedModel model = Predictors.named(name, PredictorSettings.ofPeriods(DAY, WEEK))
                    .fit(FitRequest.of(KEY, weekly(840)).withDeadline(Deadline.after(Duration.ZERO)));
            assertThat(model.rung()).as(name).isNotEqualTo(Rung.FULL);
            assertThat(model.rungReason()).as(name).contains("deadline");
        }
    }

    /** Multiplicative noise at night and by day: logarithms do better, and a rate of zero can still be observed. */
    @Test
    void logarithmsAreTakenWhereTheyDoBetter() {
        RateSeries history = made(840, i -> {
            double noise = (i * 7919L % 1009 / 1009.0 - 0.5) * (1 + i / 840.0);
            return StrictMath.exp(3 + 2 * StrictMath.sin(2 * StrictMath.PI * i / DAY) + 0.01 * i + 0.4 * noise);
        });
        for (String name : new String[] {MstlPredictor.NAME, HarmonicPredictor.NAME}) {
            FittedModel model =
                    Predictors.named(name, PredictorSettings.ofPeriods(DAY)).fit(FitRequest.of(KEY, history));
            assertThat(model.description()).contains("logs");
            var tracker = model.track(KEY);
            tracker.observe(0);
            Sound.check(tracker.forecast(DAY));
        }
    }

    @Test
    void snapshotsAreSmall() {
        RateSeries history = weekly(840);
        assertThat(Predictors.harmonic(DAY, WEEK)
                        .fit(FitRequest.of(KEY, history))
                        .snapshot())
                .hasSizeLessThan(9000);
        assertThat(Predictors.mstl(DAY, WEEK).fit(FitRequest.of(KEY, history)).snapshot())
                .hasSizeLessThan(4500);
    }
}
