package io.headroom.core;

import static io.headroom.core.Refusals.assertRefused;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class RecordAndPredictionTest {
    private static final Instant T = Instant.parse("2024-02-29T12:00:00Z");
    private static final TimeGrid GRID = TimeGrid.of(Duration.ofHours(1));
    private static final RegionPair PAIR = RegionPair.of("eu", "us");
    private static final TransactionType ORDER = TransactionType.of("order");
    private static final TransactionType SYNC = TransactionType.of("sync");

    @Test
    void recordsCarryWhatTheHostHas() {
        TransactionRecord plain = new TransactionRecord(Region.of("eu"), Region.of("us"), T, ORDER);
        assertThat(plain.flow()).isEqualTo(Flow.of("eu", "us", "order"));
        assertThat(plain.id()).isEmpty();
        assertThat(plain.volumeBytes()).isEmpty();
        TransactionRecord full = plain.withId("tx-1").withVolumeBytes(512);
        assertThat(full.id()).contains("tx-1");
        assertThat(full.volumeBytes()).hasValue(512);
        assertThat(full).isEqualTo(plain.withVolumeBytes(512).withId("tx-1")).isNotEqualTo(plain);
    }

    @Test
    void recordsRefuse() {
        TransactionRecord plain = new TransactionRecord(Region.of("eu"), Region.of("us"), T, ORDER);
        assertRefused(() -> plain.withVolumeBytes(-5), "volumeBytes -5", "0 or more");
        assertRefused(
                () -> new TransactionRecord(Region.of("eu"), Region.of("eu"), T, ORDER),
                "transaction record from eu to eu",
                "two different regions");
    }

    @Test
    void predictionIsReadOffTheSum() {
        RateForecast orders = normal(10, 2, "a");
        RateForecast syncs = normal(30, 3, "b");
        PredictionData data =
                PredictionData.of(PAIR, 2, 0.9, Map.of(ORDER, orders, SYNC, syncs), Map.of(), Rung.RESTRICTED);
        assertThat(data.transactionRate()).isEqualTo(40);
        assertThat(data.at()).isEqualTo(GRID.start(101));
        assertThat(data.confidence()).isEqualTo(orders.plus(syncs).interval(2, 0.9));
        assertThat(data.confidence().lower()).isLessThan(40);
        assertThat(data.forecast()).isEqualTo(RateForecast.sum(List.of(orders, syncs)));
        assertThat(data.rung()).isEqualTo(Rung.RESTRICTED);
    }

    @Test
    void predictionIsACopyAndSorted() {
        Map<TransactionType, RateForecast> types =
                new HashMap<>(Map.of(SYNC, normal(1, 0, "b"), ORDER, normal(1, 0, "a")));
        PredictionData data = PredictionData.of(PAIR, 1, 0.9, types, Map.of(ORDER, normal(5, 0, "c")), Rung.FULL);
        types.clear();
        assertThat(data.transactions().keySet()).containsExactly(ORDER, SYNC);
        assertThat(data.bytes()).containsOnlyKeys(ORDER);
        assertThatThrownBy(() -> data.transactions().clear()).isInstanceOf(UnsupportedOperationException.class);
        assertThatThrownBy(() -> data.bytes().clear()).isInstanceOf(UnsupportedOperationException.class);
    }

    @Test
    void predictionsRefuse() {
        assertRefused(() -> PredictionData.of(PAIR, 1, 0.9, Map.of(), Map.of(), Rung.FULL), "forecasts", "0", "[1, ");
        assertRefused(
                () -> new PredictionData(
                        PAIR,
                        T,
                        Double.NaN,
                        new ConfidenceInterval(0.9, 1, 2),
                        Map.of(ORDER, normal(1, 0, "a")),
                        Map.of(),
                        Rung.FULL),
                "transactionRate NaN",
                "0 or more");
        assertThatThrownBy(() -> PredictionData.of(PAIR, 4, 0.9, Map.of(ORDER, normal(1, 1, "a")), Map.of(), Rung.FULL))
                .isInstanceOf(IndexOutOfBoundsException.class);
    }

    @Test
    void intervalsRefuse() {
        assertThat(new ConfidenceInterval(0.9, 2, 2).upper()).isEqualTo(2);
        assertRefused(() -> new ConfidenceInterval(90, 1, 2), "confidence level 90.0", "between 0 and 1");
        assertRefused(() -> new ConfidenceInterval(0.9, 3, 2), "lower limit 3.0", "must not exceed the upper 2.0");
        assertRefused(() -> new ConfidenceInterval(0.9, -1, 2), "lower limit -1.0", "0 or more");
        assertRefused(() -> new ConfidenceInterval(0.9, 1, Double.NaN), "upper limit NaN", "0 or more");
    }

    @Test
    void windows() {
        Window w = Window.of(2, 3);
        assertThat(w.first()).isEqualTo(3);
        assertThat(w.last()).isEqualTo(5);
        assertRefused(() -> Window.of(-1, 3), "window start -1", "[0, ");
        assertRefused(() -> Window.of(0, 0), "window length 0", "[1, ");
    }

    private static RateForecast normal(double mean, double deviation, String own) {
        return MarginalForecast.builder(GRID, 100)
                .mean(mean, mean, mean)
                .standardDeviation(deviation, deviation, deviation)
                .dependence(Dependence.independent(1, own))
                .build();
    }
}
