package io.headroom.forecasting.lstm.djl;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.headroom.core.Flow;
import io.headroom.core.RateForecast;
import io.headroom.core.RateSeries;
import io.headroom.core.Rung;
import io.headroom.core.SeriesKey;
import io.headroom.forecasting.lstm.LstmPredictor;
import io.headroom.forecasting.lstm.Quick;
import io.headroom.forecasting.lstm.TrainingProgress;
import io.headroom.spi.Deadline;
import io.headroom.spi.EventCalendar;
import io.headroom.spi.FitRequest;
import io.headroom.spi.FittedModel;
import io.headroom.spi.PredictorSettings;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

class LstmDjlPredictorTest {
    private static final int FLOWS = 6;
    private static final int LENGTH = 12 * Quick.DAY;

    private final LstmPredictor onTorch = Small.predictor().with(Quick.SMALL.withUpdates(40));
    private final LstmPredictor inJava =
            LstmPredictor.of(PredictorSettings.ofPeriods(Quick.DAY)).with(Quick.SMALL.withUpdates(40));

    private static SeriesKey key(int i) {
        return SeriesKey.transactions(Flow.of("region-" + i, "hub", "order"));
    }

    private static FitRequest request() {
        Map<SeriesKey, RateSeries> series = new TreeMap<>();
        for (int i = 0; i < FLOWS; i++) {
            series.put(key(i), Quick.daily(LENGTH, i));
        }
        return new FitRequest(series, EventCalendar.none(), Deadline.none(), 3);
    }

    /** Forty training steps carry a difference of the seventh digit to the fourth. */
    @Test
    void bothEnginesTrainTheSameNetwork() {
        List<TrainingProgress> torch = new ArrayList<>();
        List<TrainingProgress> java = new ArrayList<>();
        FittedModel trained = onTorch.reportingTo(torch::add).fit(request());
        FittedModel expected = inJava.reportingTo(java::add).fit(request());
        assertThat(trained.rung()).isEqualTo(Rung.FULL);
        assertThat(torch).hasSameSizeAs(java);
        for (int i = 0; i < java.size(); i++) {
            double loss = java.get(i).holdOutLoss();
            assertThat(torch.get(i).holdOutLoss()).isCloseTo(loss, within(1e-3 * loss));
        }
        RateForecast f = trained.track(key(1)).forecast(Quick.DAY);
        RateForecast g = expected.track(key(1)).forecast(Quick.DAY);
        for (int step = 1; step <= Quick.DAY; step++) {
            for (double p : new double[] {0.05, 0.5, 0.95}) {
                assertThat(f.quantile(step, p))
                        .as("%s quantile of step %d", p, step)
                        .isCloseTo(g.quantile(step, p), within(2e-3 * g.quantile(step, p)));
            }
        }
        assertThat(f).as("trained by another engine").isNotEqualTo(g);
    }

    @Test
    void aModelTrainedOnPyTorchIsRestoredWithoutIt() {
        FittedModel trained = onTorch.fit(request());
        FittedModel restored = inJava.restore(trained.snapshot());
        for (SeriesKey key : trained.keys()) {
            assertThat(restored.track(key).forecast(Quick.DAY))
                    .isEqualTo(trained.track(key).forecast(Quick.DAY));
        }
    }

    @Test
    void eachEngineGoesOnWhereTheOtherEnded() {
        FittedModel java = inJava.fit(request());
        List<TrainingProgress> heard = new ArrayList<>();
        FittedModel torch = onTorch.startingFrom(java).reportingTo(heard::add).fit(request());
        assertThat(torch.rung()).isEqualTo(Rung.FULL);
        List<TrainingProgress> again = new ArrayList<>();
        inJava.startingFrom(torch).reportingTo(again::add).fit(request());
        assertThat(again.get(0).holdOutLoss())
                .isEqualTo(heard.get(heard.size() - 1).best());
    }

    @Test
    void theProviderMakesThisPredictor() {
        assertThat(new LstmDjlProvider()
                        .create(PredictorSettings.ofPeriods(Quick.DAY))
                        .name())
                .isEqualTo("lstm-djl");
    }
}
