package io.headroom.forecasting.backtest;

import static io.headroom.forecasting.backtest.Cases.A;
import static io.headroom.forecasting.backtest.Cases.B;
import static org.assertj.core.api.Assertions.assertThat;

import io.headroom.core.RateSeries;
import io.headroom.core.Rung;
import io.headroom.core.SeriesKey;
import io.headroom.forecasting.Predictors;
import io.headroom.spi.FitRequest;
import io.headroom.spi.FittedModel;
import io.headroom.spi.Predictor;
import io.headroom.spi.Tracker;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** A global predictor is fitted to all series, once for each moment, and to nothing after it. */
class GlobalBacktestTest {
    /** Fits naive models to all series. Thread-safe. */
    private static final class Together implements Predictor {
        final List<FitRequest> requests = Collections.synchronizedList(new ArrayList<>());

        @Override
        public String name() {
            return "together";
        }

        @Override
        public Scope scope() {
            return Scope.GLOBAL;
        }

        @Override
        public FittedModel fit(FitRequest request) {
            requests.add(request);
            FittedModel first = Predictors.naive().fit(FitRequest.of(request.singleKey(), request.single()));
            return new FittedModel() {
                @Override
                public String description() {
                    return "all of " + request.series().size();
                }

                @Override
                public Rung rung() {
                    return first.rung();
                }

                @Override
                public String rungReason() {
                    return "";
                }

                @Override
                public Set<SeriesKey> keys() {
                    return request.series().keySet();
                }

                @Override
                public Tracker track(SeriesKey key) {
                    return track(key, request.series().get(key));
                }

                @Override
                public Tracker track(SeriesKey key, RateSeries history) {
                    return first.track(key, history);
                }

                @Override
                public Tracker restore(byte[] snapshot) {
                    throw new UnsupportedOperationException();
                }

                @Override
                public byte[] snapshot() {
                    return new byte[0];
                }
            };
        }

        @Override
        public FittedModel restore(byte[] snapshot) {
            throw new UnsupportedOperationException();
        }
    }

    @Test
    void oneFitServesAllSeriesAndSeesNoneOfTheirFutures() {
        RateSeries wave = Cases.waves(1, 60).values().iterator().next();
        RateSeries late = wave.slice(10, 60);
        Together together = new Together();
        BacktestResult r = Backtest.builder(5, 1)
                .predictor(together)
                .origins(3)
                .threads(2)
                .build()
                .run(Map.of(A, wave, B, late));
        assertThat(together.requests).hasSize(3);
        assertThat(together.requests).allSatisfy(request -> {
            assertThat(request.series()).containsOnlyKeys(A, B);
            assertThat(request.series().get(A).endIndex())
                    .isEqualTo(request.series().get(B).endIndex());
        });
        assertThat(together.requests.stream()
                        .map(q -> q.single().length())
                        .sorted()
                        .toList())
                .containsExactly(45, 50, 55);
        PredictorResult p = r.predictor("together");
        assertThat(p.timing().fits()).isEqualTo(3);
        assertThat(p.failures()).isEmpty();
        assertThat(p.scores().get(Score.MASE)).isEqualTo(r.baseline().scores().get(Score.MASE));
        assertThat(p.series(A).description()).isEqualTo("all of 2");
    }
}
