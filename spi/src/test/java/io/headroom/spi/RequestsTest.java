package io.headroom.spi;

import static io.headroom.spi.Refusals.assertRefused;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.headroom.core.Flow;
import io.headroom.core.RateSeries;
import io.headroom.core.Region;
import io.headroom.core.SeriesKey;
import io.headroom.core.TimeGrid;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

class RequestsTest {
    private static final TimeGrid MINUTES = TimeGrid.of(Duration.ofMinutes(1));
    private static final RateSeries SERIES = RateSeries.of(MINUTES, 0, 1, 2, 3);
    private static final SeriesKey A = SeriesKey.transactions(Flow.of("a", "b", "x"));
    private static final SeriesKey B = SeriesKey.bytes(Flow.of("a", "b", "x"));

    @Test
    void aFitOfOneSeriesHasDefaults() {
        FitRequest request = FitRequest.of(SERIES);
        assertThat(request.single()).isEqualTo(SERIES);
        assertThat(request.singleKey()).isEqualTo(FitRequest.UNNAMED);
        assertThat(request.deadline()).isSameAs(Deadline.none());
        assertThat(request.seed()).isZero();
        assertThat(request.events().events(Instant.MIN, Instant.MAX)).isEmpty();
    }

    @Test
    void aFitIsChangedByCopies() {
        FitRequest request = FitRequest.of(A, SERIES);
        Deadline deadline = Deadline.after(Duration.ofSeconds(1));
        EventCalendar events = EventCalendar.of(List.of());
        FitRequest changed = request.withDeadline(deadline).withSeed(7).withEvents(events);
        assertThat(changed).isEqualTo(new FitRequest(Map.of(A, SERIES), events, deadline, 7));
        assertThat(request.seed()).isZero();
    }

    @Test
    void aFitIsSortedAndACopy() {
        Map<SeriesKey, RateSeries> series = new HashMap<>(Map.of(B, SERIES, A, RateSeries.of(MINUTES, 5, 9)));
        FitRequest request = new FitRequest(series, EventCalendar.none(), Deadline.none(), 0);
        series.clear();
        assertThat(request.series().keySet()).containsExactly(A, B);
        assertThat(request.singleKey()).isEqualTo(A);
        assertThat(request.single().rate(0)).isEqualTo(9);
        assertThatThrownBy(() -> request.series().clear()).isInstanceOf(UnsupportedOperationException.class);
    }

    @Test
    void fitsAreRefused() {
        assertRefused(
                () -> new FitRequest(Map.of(), EventCalendar.none(), Deadline.none(), 0), "series to fit 0", "[1, ");
        RateSeries hours = RateSeries.of(TimeGrid.of(Duration.ofHours(1)), 0, 1);
        assertRefused(
                () -> new FitRequest(Map.of(A, SERIES, B, hours), EventCalendar.none(), Deadline.none(), 0),
                "series of a>b/x#bytes",
                "PT1H",
                "must lie on the grid of the others");
    }

    @Test
    void predictionRequests() {
        Set<Region> regions = new HashSet<>(Set.of(Region.of("us"), Region.of("eu")));
        PredictionRequest request = new PredictionRequest(regions, Instant.EPOCH, 3, 3, 0.9);
        regions.clear();
        assertThat(request.regions()).map(Region::name).containsExactly("eu", "us");
        assertThatThrownBy(() -> request.regions().clear()).isInstanceOf(UnsupportedOperationException.class);
        assertRefused(() -> request(1, 0, 0.9), "horizon 0", "[1, ");
        assertRefused(() -> request(0, 3, 0.9), "lead steps 0", "[1, 3]");
        assertRefused(() -> request(4, 3, 0.9), "lead steps 4", "[1, 3]");
        assertRefused(() -> request(1, 3, 90), "confidence level 90.0", "between 0 and 1");
    }

    private static PredictionRequest request(int lead, int horizon, double level) {
        return new PredictionRequest(Set.of(), Instant.EPOCH, lead, horizon, level);
    }

    @Test
    void predictorSettings() {
        assertThat(PredictorSettings.ofPeriods().periods()).isEmpty();
        assertThat(PredictorSettings.ofPeriods(24, 168))
                .isEqualTo(new PredictorSettings(List.of(24, 168), ZoneOffset.UTC));
        assertRefused(() -> PredictorSettings.ofPeriods(1), "period 1", "[2, ");
        assertRefused(() -> PredictorSettings.ofPeriods(168, 24), "period 24", "above the one before, 168");
        assertRefused(() -> PredictorSettings.ofPeriods(24, 24), "period 24", "above the one before, 24");
    }
}
