package io.headroom.forecasting.anomaly;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.headroom.core.Flow;
import io.headroom.core.RateForecast;
import io.headroom.core.RateSeries;
import io.headroom.core.SeriesKey;
import io.headroom.core.TimeGrid;
import io.headroom.forecasting.Predictors;
import io.headroom.spi.FitRequest;
import io.headroom.spi.Predictor;
import io.headroom.spi.PredictorSettings;
import io.headroom.spi.Tracker;
import java.time.Duration;
import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class GuardedTrackerTest {
    private static final TimeGrid HOURS = TimeGrid.of(Duration.ofHours(1));
    private static final SeriesKey KEY = SeriesKey.transactions(Flow.of("eu", "us", "order"));
    private static final int DAY = 24;
    private static final int FITTED = 14 * DAY;
    private static final double DEVIATION = 5;

    private static Tracker tracker(String predictor, double[] rates) {
        Predictor p = Predictors.named(predictor, PredictorSettings.ofPeriods(DAY));
        RateSeries history = RateSeries.of(HOURS, 480_000, Arrays.copyOf(rates, FITTED));
        return p.fit(FitRequest.of(KEY, history)).track(KEY);
    }

    /** A daily wave around 200 with noise, and from the start a level that moves slowly if wanted. */
    private static double[] daily(long seed, double walk) {
        Random random = new Random(seed);
        double[] rates = new double[FITTED + 60 * DAY];
        double level = 200;
        for (int i = 0; i < rates.length; i++) {
            level += walk * random.nextGaussian();
            double wave = 50 * StrictMath.sin(2 * Math.PI * i / DAY);
            rates[i] = Math.max(0, level + wave + DEVIATION * random.nextGaussian());
        }
        return rates;
    }

    private static double[] flat(long seed) {
        Random random = new Random(seed);
        return random.doubles(FITTED + 60 * DAY, -1, 1)
                .map(x -> 200 + 1.7 * DEVIATION * x)
                .toArray();
    }

    @ParameterizedTest
    @CsvSource({
        "ets, 8, SPIKE_UP",
        "ets, -8, SPIKE_DOWN",
        "ets, 100, SPIKE_UP",
        "seasonal-naive, 12, SPIKE_UP",
        "seasonal-naive, -12, SPIKE_DOWN"
    })
    void aSpikeIsFoundAndNotLearned(String predictor, double deviations, AnomalyVerdict verdict) {
        double[] rates = daily(1, 0);
        GuardedTracker guarded = GuardedTracker.of(tracker(predictor, rates));
        Tracker without = tracker(predictor, rates);
        Tracker unguarded = tracker(predictor, rates);
        for (int i = FITTED; i < FITTED + 30; i++) {
            boolean spike = i == FITTED + 10;
            double rate = rates[i] + (spike ? deviations * DEVIATION : 0);
            guarded.observe(rate);
            unguarded.observe(rate);
            without.observe(rates[i]);
            assertThat(guarded.verdict()).as("step %d, seed 1", i).isEqualTo(spike ? verdict : AnomalyVerdict.NORMAL);
            assertThat(guarded.score() >= guarded.threshold()).isEqualTo(spike);
        }
        double shift = 0;
        double naked = 0;
        RateForecast expected = without.forecast(DAY);
        RateForecast actual = guarded.forecast(DAY);
        RateForecast learned = unguarded.forecast(DAY);
        for (int step = 1; step <= DAY; step++) {
            shift = Math.max(shift, Math.abs(actual.mean(step) - expected.mean(step)));
            naked = Math.max(naked, Math.abs(learned.mean(step) - expected.mean(step)));
        }
        assertThat(shift).as("with and without the spike, seed 1").isLessThan(3 * DEVIATION);
        assertThat(shift).as("guarded against unguarded").isLessThan(0.5 * naked);
    }

    @Test
    void aSeasonIsNormal() {
        double[] rates = daily(2, 0);
        GuardedTracker guarded = GuardedTracker.of(tracker("ets", rates));
        int anomalies = 0;
        for (int i = FITTED; i < rates.length; i++) {
            guarded.observe(rates[i]);
            anomalies += guarded.verdict() == AnomalyVerdict.NORMAL ? 0 : 1;
        }
        assertThat(anomalies).as("of %d rates, seed 2", 60 * DAY).isLessThanOrEqualTo(2);
    }

    /** A new level is confirmed by the sixth rate, and from then on learned like without a guard. */
    @ParameterizedTest
    @CsvSource({"naive, 1, SHIFT_UP", "naive, -1, SHIFT_DOWN", "ets, 1, SHIFT_UP", "ets, -1, SHIFT_DOWN"})
    void aShiftIsConfirmedAndLearned(String predictor, int sign, AnomalyVerdict verdict) {
        double[] rates = predictor.equals("naive") ? flat(3) : daily(3, 4);
        double height = sign * 25 * DEVIATION;
        GuardedTracker guarded = GuardedTracker.of(tracker(predictor, rates));
        Tracker unguarded = tracker(predictor, rates);
        int shift = FITTED + 40;
        for (int i = FITTED; i < shift + GuardedTracker.CONFIRMATIONS; i++) {
            double rate = Math.max(0, rates[i] + (i >= shift ? height : 0));
            double before = guarded.nextMean();
            guarded.observe(rate);
            unguarded.observe(rate);
            if (i == shift + GuardedTracker.CONFIRMATIONS - 1) {
                assertThat(guarded.verdict()).as("seed 3").isEqualTo(verdict);
            } else if (i >= shift) {
                assertThat(guarded.verdict()).as("step %d, seed 3", i).isEqualTo(AnomalyVerdict.spike(sign > 0));
                assertThat(Math.abs(guarded.nextMean() - before)).isLessThan(25);
            } else {
                assertThat(guarded.verdict()).as("step %d, seed 3", i).isEqualTo(AnomalyVerdict.NORMAL);
            }
        }
        for (int i = shift + GuardedTracker.CONFIRMATIONS; i < shift + 24; i++) {
            double rate = Math.max(0, rates[i] + height);
            guarded.observe(rate);
            unguarded.observe(rate);
        }
        assertThat(guarded.nextMean()).as("seed 3").isCloseTo(unguarded.nextMean(), within(0.05 * Math.abs(height)));
        assertThat(guarded.verdict()).as("seed 3").isEqualTo(AnomalyVerdict.NORMAL);
    }

    /** Rates far out on changing sides: then it is the model that is wrong, and it must not be kept from learning for ever. */
    @Test
    void aModelThatIsWrongLearnsAgain() {
        double[] rates = flat(4);
        GuardedTracker guarded = GuardedTracker.of(tracker("naive", rates));
        for (int i = 0; i < 2 * GuardedTracker.CONFIRMATIONS; i++) {
            guarded.observe(i % 2 == 0 ? 1000 : 0);
            assertThat(guarded.verdict().isSpike()).isTrue();
        }
        assertThat(guarded.nextMean()).isZero();
    }

    @Test
    void aConstantIsNormalAndLeavingItIsNot() {
        double[] rates = new double[FITTED];
        Arrays.fill(rates, 40);
        GuardedTracker guarded = GuardedTracker.of(tracker("ets", rates));
        for (int i = 0; i < 100; i++) {
            guarded.observe(40);
            assertThat(guarded.verdict()).isEqualTo(AnomalyVerdict.NORMAL);
        }
        guarded.observe(41);
        assertThat(guarded.verdict()).isEqualTo(AnomalyVerdict.SPIKE_UP);
        assertThat(guarded.score()).isGreaterThan(guarded.threshold()).isFinite();
        assertThat(guarded.nextMean()).isCloseTo(40, within(1e-6));
    }

    @ParameterizedTest
    @ValueSource(doubles = {1e-9, 0.3, 1e15})
    void aMultipleHasTheSameScores(double factor) {
        double[] rates = daily(5, 0);
        double[] multiple = Arrays.stream(rates).map(x -> factor * x).toArray();
        AnomalyDetector one = AnomalyDetector.ofForecasts(tracker("ets", rates));
        AnomalyDetector other = AnomalyDetector.ofForecasts(tracker("ets", multiple));
        for (int i = FITTED; i < rates.length; i++) {
            double more = i % 300 == 299 ? 3 : 1;
            assertThat(other.observe(more * multiple[i]))
                    .as("step %d, seed 5", i)
                    .isEqualTo(one.observe(more * rates[i]));
            assertThat(other.score()).as("step %d", i).isCloseTo(one.score(), within(1e-6 * (1 + one.score())));
        }
    }

    @Test
    void aMissingRateIsNormalAndHandedOn() {
        double[] rates = daily(6, 0);
        GuardedTracker guarded = GuardedTracker.of(tracker("ets", rates));
        Tracker plain = tracker("ets", rates);
        for (int i = FITTED; i < FITTED + 100; i++) {
            double rate = i % 9 == 0 ? Double.NaN : i % 20 == 10 ? 2000 : rates[i];
            guarded.observe(rate);
            plain.observe(Double.isNaN(rate) || guarded.verdict() == AnomalyVerdict.NORMAL ? rate : plain.nextMean());
            assertThat(Double.isNaN(rate) && guarded.score() > 0).isFalse();
            assertThat(guarded.nextIndex()).isEqualTo(plain.nextIndex());
            assertThat(guarded.nextMean()).as("step %d, seed 6", i).isEqualTo(plain.nextMean());
            assertThat(guarded.nextDeviation()).isEqualTo(plain.nextDeviation());
        }
        assertThat(guarded.snapshot()).isEqualTo(plain.snapshot());
        assertThat(guarded.grid()).isEqualTo(plain.grid());
        assertThat(guarded.rung()).isEqualTo(plain.rung());
    }

    @Test
    void aRateThatCannotBeIsRefusedAndChangesNothing() {
        double[] rates = daily(7, 0);
        GuardedTracker guarded = GuardedTracker.of(tracker("ets", rates));
        guarded.observe(10_000);
        byte[] before = guarded.snapshot();
        for (double rate : new double[] {-1, Double.POSITIVE_INFINITY, Double.NEGATIVE_INFINITY}) {
            assertThatThrownBy(() -> guarded.observe(rate))
                    .isInstanceOf(IllegalArgumentException.class)
                    .hasMessageContaining(Double.toString(rate));
        }
        assertThat(guarded.snapshot()).isEqualTo(before);
        assertThat(guarded.verdict()).isEqualTo(AnomalyVerdict.SPIKE_UP);
    }

    @Test
    void settingsOutsideTheirRangeAreNamed() {
        Tracker tracker = tracker("naive", flat(8));
        assertThatThrownBy(() -> GuardedTracker.of(tracker, 0, 6)).hasMessageContaining("false alarms");
        assertThatThrownBy(() -> GuardedTracker.of(tracker, 1e-3, 1)).hasMessageContaining("confirmations 1");
    }
}
