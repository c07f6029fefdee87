package io.headroom.forecasting;

import static io.headroom.forecasting.Rates.KEY;
import static org.assertj.core.api.Assertions.assertThat;

import io.headroom.core.RateForecast;
import io.headroom.core.RateSeries;
import io.headroom.core.TimeGrid;
import io.headroom.spi.FitRequest;
import io.headroom.spi.FittedModel;
import io.headroom.spi.Predictor;
import io.headroom.spi.PredictorSettings;
import io.headroom.spi.Tracker;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A daily season runs by the wall clock of its zone, through the days on which clocks change. */
class LocalTimeTest {
    private static final int WEEKS = 5;

    /** Traffic with a peak in the step that starts at 8:00 of the wall clock, and a little noise. */
    private static RateSeries peakAtEight(TimeGrid grid, ZoneId zone, Instant from, Instant to) {
        Random random = new Random(13);
        long first = grid.index(from);
        double[] rates = new double[(int) (grid.index(to) - first)];
        for (int i = 0; i < rates.length; i++) {
            ZonedDateTime local = grid.start(first + i).atZone(zone);
            double minutes = Math.abs(local.getHour() * 60 + local.getMinute() - 8 * 60);
            rates[i] = 20 + 80 * StrictMath.exp(-minutes / 120) + random.nextDouble();
        }
        return RateSeries.of(grid, first, rates);
    }

    private static Predictor predictor(String name, Duration step, String zone) {
        int day = (int) Duration.ofDays(1).dividedBy(step);
        return Predictors.named(name, PredictorSettings.ofPeriods(day).inZone(ZoneId.of(zone)));
    }

    /** When the forecast of a local day is largest. */
    private static String peak(RateForecast f, ZoneId zone, LocalDate day) {
        int best = 0;
        for (int step = 1; step <= f.horizon(); step++) {
            boolean inside = f.start(step).atZone(zone).toLocalDate().equals(day);
            if (inside && (best == 0 || f.mean(step) > f.mean(best))) {
                best = step;
            }
        }
        return f.start(best).atZone(zone).toLocalTime().toString();
    }

    @ParameterizedTest
    @CsvSource({
        "ets, PT1H, America/New_York, 2013-03-10",
        "ets, PT1H, America/New_York, 2013-11-03",
        "seasonal-naive, PT1H, America/New_York, 2013-03-10",
        "seasonal-naive, PT1H, America/New_York, 2013-11-03",
        "seasonal-naive, PT15M, America/New_York, 2013-03-10",
        "seasonal-naive, PT15M, America/New_York, 2013-11-03",
        "ets, PT30M, America/New_York, 2013-03-10",
        "seasonal-naive, PT30M, Australia/Lord_Howe, 2013-04-07",
        "seasonal-naive, PT30M, Australia/Lord_Howe, 2013-10-06",
        "ets, PT30M, Australia/Lord_Howe, 2013-10-06",
        "ets, PT30M, Asia/Kolkata, 2013-03-10",
        "ets, PT1H, Asia/Kolkata, 2013-03-10",
    })
    void thePeakStaysAtTheSameHourOfTheWallClock(String name, Duration step, String zoneName, LocalDate change) {
        TimeGrid grid = TimeGrid.of(step);
        ZoneId zone = ZoneId.of(zoneName);
        Instant day = change.atStartOfDay(zone).toInstant();
        Instant before = change.minusDays(1).atStartOfDay(zone).toInstant();
        RateSeries history =
                peakAtEight(grid, zone, before.minus(Duration.ofDays(7 * WEEKS)), day.plus(Duration.ofDays(4)));
        int known = (int) (grid.index(before) - history.firstIndex());
        FittedModel model = predictor(name, step, zoneName).fit(FitRequest.of(KEY, history.slice(0, known)));
        int fourDays = (int) Duration.ofDays(4).dividedBy(step);
        String expected = halfHourOff(zone, step, before) ? "07:30" : "08:00";
        for (int i = 0; i < 4; i++) {
            LocalDate forecast = change.plusDays(i - 1);
            assertThat(peak(model.forecast(fourDays), zone, forecast))
                    .as("forecast of %s", forecast)
                    .isEqualTo(expected);
        }
        Tracker tracker = model.track(KEY);
        for (int i = known; i < history.length(); i++) {
            assertThat(tracker.nextMean()).isEqualTo(tracker.forecast(1).mean(1));
            tracker.observe(history.rate(i));
            LocalDate tomorrow =
                    grid.start(tracker.nextIndex()).atZone(zone).toLocalDate().plusDays(1);
            if (i % 7 == 0) {
                String peak = peak(tracker.forecast(fourDays / 2), zone, tomorrow);
                assertThat(peak)
                        .as("forecast of %s as of %s", tomorrow, history.start(i))
                        .isEqualTo(expected);
            }
        }
    }

    /** On a grid of whole hours, steps of a zone half an hour off start at half past. */
    private static boolean halfHourOff(ZoneId zone, Duration step, Instant at) {
        return step.equals(Duration.ofHours(1)) && zone.getRules().getOffset(at).getTotalSeconds() % 3600 != 0;
    }

    @Test
    void bySomeOtherClockThePeakWouldMove() {
        ZoneId zone = ZoneId.of("America/New_York");
        TimeGrid grid = TimeGrid.of(Duration.ofHours(1));
        Instant change = Instant.parse("2013-03-10T05:00:00Z");
        RateSeries history = peakAtEight(grid, zone, change.minus(Duration.ofDays(35)), change);
        RateForecast f = predictor("ets", Duration.ofHours(1), "UTC")
                .fit(FitRequest.of(KEY, history))
                .forecast(48);
        assertThat(peak(f, zone, LocalDate.of(2013, 3, 11))).isEqualTo("09:00");
    }

    @ParameterizedTest
    @CsvSource({"naive", "seasonal-naive", "ets"})
    void utcIsUnaffected(String name) {
        TimeGrid grid = TimeGrid.of(Duration.ofHours(1));
        Instant change = Instant.parse("2013-03-10T05:00:00Z");
        RateSeries history =
                peakAtEight(grid, ZoneId.of("UTC"), change.minus(Duration.ofDays(28)), change.plus(Duration.ofDays(7)));
        RateForecast utc = predictor(name, Duration.ofHours(1), "UTC")
                .fit(FitRequest.of(KEY, history))
                .forecast(48);
        RateForecast fixed = predictor(name, Duration.ofHours(1), "-05:00")
                .fit(FitRequest.of(KEY, history))
                .forecast(48);
        assertThat(fixed).isEqualTo(utc);
    }

    /** A fit that ends anywhere around a change goes on like one that starts again on the whole history. */
    @ParameterizedTest
    @CsvSource({
        "ets, 2013-03-10T07:00:00Z",
        "ets, 2013-11-03T06:00:00Z",
        "seasonal-naive, 2013-03-10T07:00:00Z",
        "seasonal-naive, 2013-11-03T06:00:00Z",
        "naive, 2013-11-03T06:00:00Z"
    })
    void trackingAcrossAChangeEqualsRefitting(String name, Instant change) {
        TimeGrid grid = TimeGrid.of(Duration.ofHours(1));
        ZoneId zone = ZoneId.of("America/New_York");
        RateSeries all = peakAtEight(grid, zone, change.minus(Duration.ofDays(9)), change.plus(Duration.ofHours(60)));
        int middle = (int) (grid.index(change) - all.firstIndex());
        Predictor predictor = predictor(name, Duration.ofHours(1), zone.getId());
        for (int end = middle - 3; end <= middle + 3; end++) {
            FittedModel model = predictor.fit(FitRequest.of(KEY, all.slice(0, end)));
            Tracker tracker = model.track(KEY);
            for (int i = end; i < all.length(); i++) {
                assertThat(tracker.forecast(26))
                        .as("fit to %d", end)
                        .isEqualTo(model.track(KEY, all.slice(0, i)).forecast(26));
                tracker.observe(all.rate(i));
            }
        }
    }

    /** The last value and the value a day ago depend on no parameter, so that a new fit has the same means. */
    @ParameterizedTest
    @CsvSource({"seasonal-naive, 2013-03-10T07:00:00Z", "seasonal-naive, 2013-11-03T06:00:00Z"})
    void aNewFitAnywhereAroundAChangeHasTheSameMeans(String name, Instant change) {
        TimeGrid grid = TimeGrid.of(Duration.ofHours(1));
        ZoneId zone = ZoneId.of("America/New_York");
        RateSeries all = peakAtEight(grid, zone, change.minus(Duration.ofDays(9)), change.plus(Duration.ofHours(30)));
        int middle = (int) (grid.index(change) - all.firstIndex());
        Predictor predictor = predictor(name, Duration.ofHours(1), zone.getId());
        Tracker tracker =
                predictor.fit(FitRequest.of(KEY, all.slice(0, middle - 6))).track(KEY);
        for (int end = middle - 6; end < all.length(); end++) {
            RateForecast tracked = tracker.forecast(30);
            RateForecast fitted =
                    predictor.fit(FitRequest.of(KEY, all.slice(0, end))).forecast(30);
            for (int step = 1; step <= 30; step++) {
                assertThat(fitted.mean(step))
                        .as("step %d from %d", step, end - middle)
                        .isEqualTo(tracked.mean(step));
            }
            tracker.observe(all.rate(end));
        }
    }

    @Test
    void stepsOfADayHaveNoClockChanges() {
        TimeGrid days = TimeGrid.of(Duration.ofDays(1));
        long first = days.index(Instant.parse("2013-01-01T00:00:00Z"));
        double[] rates = new double[140];
        for (int i = 0; i < rates.length; i++) {
            rates[i] = (first + i) % 7 == 3 ? 90 : 10 + (first + i) % 7;
        }
        Predictor weekly = Predictors.named(
                "seasonal-naive", PredictorSettings.ofPeriods(7).inZone(ZoneId.of("America/New_York")));
        RateForecast f = weekly.fit(
                        FitRequest.of(KEY, RateSeries.of(days, first, rates).slice(0, 66)))
                .forecast(74);
        for (int step = 1; step <= 74; step++) {
            assertThat(f.mean(step)).isEqualTo(rates[65 + step]);
        }
    }
}
