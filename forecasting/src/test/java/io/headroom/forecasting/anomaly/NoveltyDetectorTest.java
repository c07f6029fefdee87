package io.headroom.forecasting.anomaly;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.function.IntToDoubleFunction;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class NoveltyDetectorTest {
    private static final int N = 3000;

    /** Verdicts that are not normal, by step. */
    private record Finding(int step, AnomalyVerdict verdict) {}

    private static List<Finding> findings(int length, IntToDoubleFunction value) {
        AnomalyDetector detector = AnomalyDetector.ofValues();
        List<Finding> found = new ArrayList<>();
        for (int i = 0; i < length; i++) {
            AnomalyVerdict verdict = detector.observe(value.applyAsDouble(i));
            if (verdict != AnomalyVerdict.NORMAL) {
                found.add(new Finding(i, verdict));
            }
        }
        return found;
    }

    private static double[] scores(double[] values) {
        AnomalyDetector detector = AnomalyDetector.ofValues();
        double[] scores = new double[values.length];
        for (int i = 0; i < values.length; i++) {
            detector.observe(values[i]);
            scores[i] = detector.score();
        }
        return scores;
    }

    private static double[] noise(long seed) {
        return new Random(seed).doubles(2 * N, -1, 1).toArray();
    }

    private static double wave(int i) {
        return 100 + 50 * StrictMath.sin(2 * Math.PI * i / 288);
    }

    @ParameterizedTest
    @CsvSource({"40, SPIKE_UP", "-40, SPIKE_DOWN"})
    void aSpikeIsASpikeAndNoShift(double height, AnomalyVerdict verdict) {
        double[] noise = noise(1);
        assertThat(findings(N, i -> noise[i] + (i == 2000 ? height : 0)))
                .as("seed 1")
                .containsExactly(new Finding(2000, verdict));
    }

    @ParameterizedTest
    @CsvSource({"40, SPIKE_UP, SHIFT_UP", "-40, SPIKE_DOWN, SHIFT_DOWN"})
    void aLevelThatStaysIsAShiftAFewValuesLater(double height, AnomalyVerdict first, AnomalyVerdict then) {
        double[] noise = noise(2);
        List<Finding> found = findings(N, i -> noise[i] + (i >= 2000 ? height : 0));
        assertThat(found.get(0)).as("seed 2").isEqualTo(new Finding(2000, first));
        assertThat(found).as("seed 2").contains(new Finding(2000 + NoveltyDetector.WATCHED, then));
        assertThat(found.stream().filter(f -> f.verdict().isShift())).hasSize(1);
        assertThat(found.get(found.size() - 1).step())
                .as("the new level is normal soon")
                .isLessThan(2300);
    }

    @Test
    void aSeasonIsNormal() {
        double[] noise = noise(3);
        assertThat(findings(2 * N, i -> wave(i) + noise[i])).as("seed 3").isEmpty();
        assertThat(findings(2 * N, NoveltyDetectorTest::wave)).isEmpty();
    }

    /** Inside the range of all values: only where it stands in the season is it wrong. */
    @Test
    void aFlatPieceInASeasonIsFound() {
        double[] noise = noise(4);
        List<Finding> found = findings(2 * N, i -> (i >= 4000 && i < 4150 ? 100 : wave(i)) + 0.1 * noise[i]);
        assertThat(found).as("seed 4").isNotEmpty();
        assertThat(found.get(0).step()).isBetween(4000, 4160);
    }

    @Test
    void whatHasHappenedBeforeIsNoAnomaly() {
        List<Finding> found = findings(2 * N, i -> i % 1000 == 999 ? 40 : i % 10);
        assertThat(found).containsExactly(new Finding(999, AnomalyVerdict.SPIKE_UP));
    }

    @Test
    void aConstantIsNormalAndLeavingItIsNot() {
        assertThat(findings(N, i -> 7)).isEmpty();
        assertThat(findings(N, i -> 0)).isEmpty();
        assertThat(findings(N, i -> i == 1500 ? 7.001 : 7)).contains(new Finding(1500, AnomalyVerdict.SPIKE_UP));
    }

    @ParameterizedTest
    @ValueSource(doubles = {1e-12, 1e-9, 0.3, 7, 1e15, 1e120, -3})
    void aMultipleHasTheSameScores(double factor) {
        double[] noise = noise(6);
        double[] values = new double[N];
        double[] multiple = new double[N];
        for (int i = 0; i < N; i++) {
            values[i] = wave(i) + 5 * noise[i] + (i % 700 == 699 ? 200 * noise[i] : 0);
            multiple[i] = factor * values[i];
        }
        double[] expected = scores(values);
        double[] actual = scores(multiple);
        int above = 0;
        for (int i = 0; i < N; i++) {
            above += expected[i] > 0 ? 1 : 0;
            assertThat(actual[i]).as("value %d, seed 6", i).isCloseTo(expected[i], within(1e-8));
        }
        assertThat(above).isGreaterThan(5);
    }

    @Test
    void anOffsetChangesLittle() {
        double[] noise = noise(7);
        List<Finding> found = findings(N, i -> 1e12 + noise[i] + (i == 2000 ? 40 : 0));
        assertThat(found).as("seed 7").containsExactly(new Finding(2000, AnomalyVerdict.SPIKE_UP));
    }

    @Test
    void theSameValuesHaveTheSameScores() {
        double[] noise = noise(8);
        assertThat(scores(noise)).isEqualTo(scores(noise.clone()));
    }

    /** By its past alone: later values change no earlier score. */
    @Test
    void aScoreDoesNotDependOnWhatFollows() {
        double[] noise = noise(9);
        double[] changed = noise.clone();
        for (int i = N; i < changed.length; i++) {
            changed[i] = 1000 * i;
        }
        double[] before = scores(noise);
        double[] after = scores(changed);
        for (int i = 0; i < N; i++) {
            assertThat(after[i]).isEqualTo(before[i]);
        }
        assertThat(after[N]).isNotEqualTo(before[N]);
    }

    @Test
    void missingValuesAreNormalAndTeachNothing() {
        double[] noise = noise(10);
        NoveltyDetector detector = NoveltyDetector.builder().hold(0).build();
        NoveltyDetector gaps = NoveltyDetector.builder().hold(0).build();
        for (int i = 0; i < N; i++) {
            if (i % 7 == 0) {
                assertThat(gaps.observe(Double.NaN)).isEqualTo(AnomalyVerdict.NORMAL);
                assertThat(gaps.score()).isZero();
            }
            double value = i % 900 == 899 ? 30 + i : noise[i];
            assertThat(gaps.observe(value)).as("value %d, seed 10", i).isEqualTo(detector.observe(value));
            assertThat(gaps.score()).isEqualTo(detector.score());
        }
    }

    @Test
    void anInfiniteValueIsRefusedAndTeachesNothing() {
        double[] noise = noise(11);
        AnomalyDetector detector = AnomalyDetector.ofValues();
        double[] expected = scores(noise);
        for (int i = 0; i < N; i++) {
            if (i % 50 == 0) {
                double infinite = i % 100 == 0 ? Double.POSITIVE_INFINITY : Double.NEGATIVE_INFINITY;
                assertThatThrownBy(() -> detector.observe(infinite)).hasMessageContaining("Infinity");
            }
            detector.observe(noise[i]);
            assertThat(detector.score()).isEqualTo(expected[i]);
        }
    }

    @Test
    void anIncidentIsToldOfOnceUnlessItGrows() {
        double[] noise = noise(12);
        NoveltyDetector detector = NoveltyDetector.builder().hold(50).build();
        List<Integer> told = new ArrayList<>();
        for (int i = 0; i < N; i++) {
            double extra = i >= 2000 && i < 2020 ? 2 : i == 2030 ? 9 : 0;
            detector.observe(noise[i] + extra);
            if (detector.score() >= detector.threshold()) {
                told.add(i);
            }
        }
        assertThat(told).as("seed 12").startsWith(2000).contains(2030).hasSizeLessThan(5);
    }

    /** Nothing breaks, and all scores are finite. */
    @Test
    void oddStreamsAreTaken() {
        Random random = new Random(13);
        List<IntToDoubleFunction> streams = List.of(
                i -> i % 2 == 0 ? 1 : -1,
                i -> i % 97 == 0 ? 5 : 0,
                i -> i < 1500 ? 1e-300 : 1e300,
                i -> i < 1500 ? Double.MIN_VALUE : 0,
                i -> i == 1500 ? Double.MAX_VALUE : -Double.MAX_VALUE,
                i -> random.nextBoolean() ? Double.MAX_VALUE * random.nextDouble() : Double.MIN_VALUE,
                i -> Math.pow(1.5, i % 1000),
                i -> 1e15 + random.nextInt(3),
                i -> Double.NaN);
        for (int s = 0; s < streams.size(); s++) {
            AnomalyDetector detector = AnomalyDetector.ofValues();
            for (int i = 0; i < N; i++) {
                detector.observe(streams.get(s).applyAsDouble(i));
                assertThat(detector.score())
                        .as("stream %d, value %d, seed 13", s, i)
                        .isBetween(0.0, 100.0);
            }
        }
    }

    @Test
    void settingsOutsideTheirRangeAreNamed() {
        assertThatThrownBy(() -> NoveltyDetector.builder().threshold(0).build()).hasMessageContaining("threshold");
        assertThatThrownBy(() -> NoveltyDetector.builder().hold(-1).build()).hasMessageContaining("hold -1");
        assertThatThrownBy(() -> NoveltyDetector.builder().memory(99).build()).hasMessageContaining("memory 99");
    }
}
