package io.headroom.forecasting.lstm;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.headroom.core.Flow;
import io.headroom.core.RateForecast;
import io.headroom.core.RateSeries;
import io.headroom.core.Rung;
import io.headroom.core.SeriesKey;
import io.headroom.spi.CalendarEvent;
import io.headroom.spi.Deadline;
import io.headroom.spi.EventCalendar;
import io.headroom.spi.EventEffect;
import io.headroom.spi.EventScope;
import io.headroom.spi.FitRequest;
import io.headroom.spi.FittedModel;
import io.headroom.spi.Predictor;
import io.headroom.spi.PredictorSettings;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

class LstmPredictorTest {
    private static final int LENGTH = 10 * Quick.DAY;

    private final LstmPredictor trained =
            Quick.predictor().with(Quick.SMALL.withSize(16, 16).withUpdates(200));

    private static SeriesKey key(int i) {
        return SeriesKey.transactions(Flow.of("region-" + i, "hub", "order"));
    }

    /** Flows of all sizes that follow their last value half and the season half, with noise. */
    private static RateSeries flow(int i, int length) {
        Random random = new Random(100 + i);
        double level = StrictMath.exp(random.nextGaussian() * 2);
        double[] drift = new double[1];
        return Quick.made(length, t -> {
            drift[0] = 0.9 * drift[0] + 0.1 * random.nextGaussian();
            return level * Quick.wave(t) * StrictMath.exp(drift[0]);
        });
    }

    private static FitRequest request(int flows, int length) {
        Map<SeriesKey, RateSeries> series = new TreeMap<>();
        for (int i = 0; i < flows; i++) {
            series.put(key(i), flow(i, length + Quick.DAY).slice(0, length));
        }
        return new FitRequest(series, EventCalendar.none(), Deadline.none(), 3);
    }

    private static double loss(FittedModel model, int flows, int length) {
        double sum = 0;
        for (int i = 0; i < flows; i++) {
            RateSeries all = flow(i, length + Quick.DAY);
            RateForecast f = model.track(key(i)).forecast(Quick.DAY);
            for (int step = 1; step <= Quick.DAY; step++) {
                double actual = all.rate(length + step - 1);
                for (double p : new double[] {0.1, 0.5, 0.9}) {
                    double error = actual - f.quantile(step, p);
                    sum += Math.max(p * error, (p - 1) * error) / all.rate(0);
                }
            }
        }
        return sum;
    }

    @Test
    void trainingBeatsTheUntrainedSeasonOnNewData() {
        FitRequest request = request(12, LENGTH);
        FittedModel model = trained.fit(request);
        assertThat(model.rung()).isEqualTo(Rung.FULL);
        FittedModel untrained = trained.fit(request.withDeadline(Deadline.after(Duration.ZERO)));
        assertThat(untrained.rung()).isEqualTo(Rung.SEASONAL_NAIVE);
        assertThat(loss(model, 12, LENGTH)).isLessThan(0.85 * loss(untrained, 12, LENGTH));
    }

    @Test
    void anUnknownFlowWithADayOfHistoryIsForecastAtItsLevelAndShape() {
        FittedModel model = trained.fit(request(12, LENGTH));
        SeriesKey unknown = SeriesKey.bytes(Flow.of("nowhere", "somewhere", "other"));
        RateForecast f = model.track(unknown, Quick.made(Quick.DAY, t -> 7 * Quick.wave(t)))
                .forecast(Quick.DAY);
        double error = 0;
        for (int step = 1; step <= Quick.DAY; step++) {
            error += Math.abs(f.quantile(step, 0.5) / (7 * Quick.wave(step - 1)) - 1);
        }
        assertThat(error / Quick.DAY).as("mean relative error").isLessThan(0.2);
    }

    @Test
    void theListenerHearsOfALearningCurve() {
        List<TrainingProgress> heard = new ArrayList<>();
        trained.reportingTo(heard::add).fit(request(12, LENGTH));
        assertThat(heard.size()).isBetween(10, 40);
        assertThat(heard.get(0).updates()).isZero();
        assertThat(heard.get(0).trainingLoss()).isNaN();
        TrainingProgress last = heard.get(heard.size() - 1);
        assertThat(last.planned()).isEqualTo(200);
        assertThat(last.best()).isLessThan(0.9 * heard.get(0).best());
        assertThat(heard.stream().map(TrainingProgress::updates)).isSorted();
    }

    @Test
    void aDeadlineOnTheWayLeavesWhatWasLearnedSoFar() {
        // A clock that a listener moves: the deadline comes with the third report.
        long[] now = new long[1];
        FitRequest request = request(12, LENGTH).withDeadline(Deadline.after(Duration.ofNanos(3), () -> now[0]));
        FittedModel model = trained.reportingTo(p -> now[0]++).fit(request);
        assertThat(model.rung()).isEqualTo(Rung.RESTRICTED);
        assertThat(model.rungReason()).contains("deadline").contains("of 200 training steps");
    }

    @Test
    void anInterruptOnTheWayEndsTheTraining() {
        int[] reports = new int[1];
        FittedModel model = trained.reportingTo(p -> {
                    if (++reports[0] == 3) {
                        Thread.currentThread().interrupt();
                    }
                })
                .fit(request(12, LENGTH));
        assertThat(Thread.interrupted()).as("interrupt flag").isTrue();
        assertThat(model.rung()).isEqualTo(Rung.RESTRICTED);
        assertThat(model.rungReason()).contains("interrupted");
    }

    @Test
    void aWarmStartBeginsWhereTheEarlierFitEnded() {
        FitRequest request = request(12, LENGTH);
        List<TrainingProgress> first = new ArrayList<>();
        FittedModel model = trained.reportingTo(first::add).fit(request);
        List<TrainingProgress> heard = new ArrayList<>();
        Predictor again = trained.with(
                        Quick.SMALL.withSize(16, 16).withUpdates(20).withLearningRate(0.0005))
                .reportingTo(heard::add)
                .startingFrom(trained.restore(model.snapshot()));
        FittedModel warm = again.fit(request(14, LENGTH));
        assertThat(warm.keys()).hasSize(14);
        assertThat(heard.get(0).best())
                .as("loss before the first step")
                .isLessThan(1.2 * first.get(first.size() - 1).best());
        assertThat(loss(warm, 12, LENGTH)).isLessThan(1.1 * loss(model, 12, LENGTH));
        FittedModel noTime = again.fit(request.withDeadline(Deadline.after(Duration.ZERO)));
        assertThat(noTime.rung()).isEqualTo(Rung.LAST_GOOD);
        assertThat(noTime.forecast(3)).isEqualTo(model.forecast(3));
        assertThatThrownBy(() -> Quick.predictor().startingFrom(model))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("Maybe");
    }

    @Test
    void anotherSeedTrainsAnotherNetwork() {
        FitRequest request = request(3, LENGTH);
        RateForecast one = Quick.predictor().fit(request).forecast(3);
        assertThat(Quick.predictor().fit(request.withSeed(4)).forecast(3)).isNotEqualTo(one);
        assertThat(Quick.predictor().fit(request).forecast(3)).isEqualTo(one);
    }

    @Test
    void aTrackerOfAnotherModelIsRefused() {
        FitRequest request = request(2, LENGTH);
        FittedModel one = Quick.predictor().fit(request);
        FittedModel other = Quick.predictor().fit(request.withSeed(4));
        byte[] snapshot = one.track(key(0)).snapshot();
        assertThatThrownBy(() -> other.restore(snapshot))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("of this model");
    }

    @Test
    void anEventThatComesBackIsLearned() {
        int length = 40 * Quick.DAY;
        List<CalendarEvent> events = new ArrayList<>();
        boolean[] on = new boolean[length + Quick.DAY];
        for (int day = 2; day < 41; day += 3) {
            int from = day * Quick.DAY + 6;
            events.add(new CalendarEvent(
                    "sale",
                    Quick.HOURS.start(Quick.FIRST + from),
                    Quick.HOURS.start(Quick.FIRST + from + 12),
                    EventScope.ALL,
                    new EventEffect.Learned()));
            for (int i = from; i < Math.min(on.length, from + 12); i++) {
                on[i] = true;
            }
        }
        RateSeries history = Quick.made(length, i -> Quick.wave(i) * (on[i] ? 2 : 1));
        RateForecast f = trained.fit(FitRequest.of(Quick.KEY, history.slice(0, length - 2 * Quick.DAY))
                        .withEvents(EventCalendar.of(events))
                        .withSeed(1))
                .forecast(2 * Quick.DAY);
        assertThat(on[length - 2 * Quick.DAY + 12]).isTrue();
        assertThat(f.quantile(13, 0.5) / Quick.wave(12))
                .as("effect of the event")
                .isBetween(1.4, 2.5);
        assertThat(on[length - Quick.DAY + 10]).isFalse();
        assertThat(f.quantile(Quick.DAY + 11, 0.5) / Quick.wave(10))
                .as("no event")
                .isBetween(0.75, 1.35);
    }

    @Test
    void settingsAreChecked() {
        assertThatThrownBy(() -> LstmSettings.defaults().withSize(0, 8)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> LstmSettings.defaults().withLearningRate(0))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new LstmSettings(8, 8, 4, 0, 0, 6, 0.003, 1))
                .isInstanceOf(IllegalArgumentException.class);
        assertThat(LstmSettings.defaults().horizonFor(24)).isEqualTo(48);
        assertThat(LstmPredictor.of(PredictorSettings.ofPeriods()).name()).isEqualTo("lstm");
    }
}
