package io.headroom.forecasting;

import static io.headroom.forecasting.Rates.DAY;
import static io.headroom.forecasting.Rates.FIRST;
import static io.headroom.forecasting.Rates.HOURS;
import static io.headroom.forecasting.Rates.KEY;
import static io.headroom.forecasting.Rates.daily;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.headroom.core.Flow;
import io.headroom.core.RateForecast;
import io.headroom.core.RateSeries;
import io.headroom.core.SeriesKey;
import io.headroom.core.TimeGrid;
import io.headroom.spi.CalendarEvent;
import io.headroom.spi.EventCalendar;
import io.headroom.spi.EventEffect;
import io.headroom.spi.EventScope;
import io.headroom.spi.FitRequest;
import io.headroom.spi.FittedModel;
import io.headroom.spi.PredictorSettings;
import io.headroom.spi.Tracker;
import java.time.Duration;
import java.time.ZoneId;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Models and trackers of one series. */
class LocalModelTest {
    private static final SeriesKey OTHER = SeriesKey.transactions(Flow.of("asia", "africa", "order"));

    private final RateSeries history = daily(8 * DAY, 1);
    private final FittedModel model = Predictors.ets(DAY).fit(FitRequest.of(KEY, history));

    @Test
    void theModelOfAnotherSeriesIsRefused() {
        assertThatThrownBy(() -> model.track(OTHER))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("asia>africa/order");
    }

    @Test
    void aHistoryOnAnotherGridIsRefused() {
        RateSeries minutes = RateSeries.of(TimeGrid.of(Duration.ofMinutes(1)), 5, 1, 2);
        assertThatThrownBy(() -> model.track(KEY, minutes))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("PT1M")
                .hasMessageContaining("Maybe");
    }

    @Test
    void anotherSeriesIsTrackedUnderItsOwnEvents() {
        CalendarEvent closed = new CalendarEvent(
                "closed",
                HOURS.start(FIRST + 8 * DAY),
                HOURS.start(FIRST + 9 * DAY),
                EventScope.of(OTHER.flow().pair()),
                new EventEffect.Closed());
        FittedModel shared =
                Predictors.ets(DAY).fit(FitRequest.of(KEY, history).withEvents(EventCalendar.of(List.of(closed))));
        Tracker other = shared.track(OTHER, history);
        assertThat(other.forecast(2).mean(1)).isZero();
        assertThat(shared.track(KEY, history).forecast(2).mean(1)).isPositive();
        assertThat(shared.restore(other.snapshot()).forecast(2).mean(1)).isZero();
        assertThatThrownBy(() -> other.observe(-1)).hasMessageContaining("asia>africa/order");
    }

    @Test
    void aHistoryThatStartsElsewhereKeepsTheSeason() {
        for (int from : new int[] {0, 5, DAY, 100}) {
            Tracker tracker = model.track(KEY, history.slice(from, history.length()));
            RateForecast f = tracker.forecast(DAY);
            for (int step = 1; step <= DAY; step++) {
                assertThat(f.mean(step))
                        .as("from %d", from)
                        .isBetween(0.85 * Rates.wave(8 * DAY + step - 1), 1.15 * Rates.wave(8 * DAY + step - 1));
            }
        }
        Tracker earlier = model.track(KEY, RateSeries.of(HOURS, FIRST - 7));
        assertThat(earlier.nextIndex()).isEqualTo(FIRST - 7);
        assertThat(earlier.forecast(1).mean(1)).isBetween(0.8 * Rates.wave(DAY - 7), 1.2 * Rates.wave(DAY - 7));
    }

    @Test
    void aSnapshotKeepsItsZoneAndItsBytesSeries() {
        SeriesKey bytes = SeriesKey.bytes(KEY.flow());
        PredictorSettings settings = PredictorSettings.ofPeriods(DAY).inZone(ZoneId.of("Asia/Kolkata"));
        FittedModel fitted = Predictors.named("seasonal-naive", settings).fit(FitRequest.of(bytes, history));
        FittedModel restored = Predictors.naive().restore(fitted.snapshot());
        assertThat(restored.keys()).containsExactly(bytes);
        assertThat(restored.forecast(30)).isEqualTo(fitted.forecast(30));
        assertThat(((LocalModel) restored).setting().zone()).isEqualTo(ZoneId.of("Asia/Kolkata"));
        assertThat(restored.snapshot()).isEqualTo(fitted.snapshot());
    }

    @Test
    void damagedSnapshotsAreRefused() {
        byte[] good = model.track(KEY).snapshot();
        for (int i = 0; i < good.length; i += 7) {
            byte[] bad = good.clone();
            bad[i] ^= 4;
            assertThatThrownBy(() -> model.restore(bad)).as("byte %d", i).isInstanceOf(IllegalArgumentException.class);
        }
        assertThatThrownBy(() -> model.restore(new byte[0])).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> model.restore(model.snapshot()))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("Maybe");
    }
}
