package io.headroom.forecasting.anomaly;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.sun.management.ThreadMXBean;
import io.headroom.core.Flow;
import io.headroom.core.RateSeries;
import io.headroom.core.SeriesKey;
import io.headroom.core.TimeGrid;
import io.headroom.forecasting.Predictors;
import io.headroom.spi.FitRequest;
import java.lang.management.ManagementFactory;
import java.time.Duration;
import java.util.Arrays;
import java.util.Locale;
import java.util.function.DoubleConsumer;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Observing allocates nothing once the memory is full, and is fast. */
class AnomalySpeedTest {
    private static final int BLOCK = 6000;
    private static final int BLOCKS = 10;

    private static double value(int i) {
        return 100 + i * 7919L % 97 + i * 104729L % 89;
    }

    private static DoubleConsumer guarded() {
        SeriesKey key = SeriesKey.transactions(Flow.of("eu", "us", "order"));
        double[] rates = new double[400];
        Arrays.setAll(rates, AnomalySpeedTest::value);
        RateSeries history = RateSeries.of(TimeGrid.of(Duration.ofHours(1)), 0, rates);
        AnomalyDetector detector = AnomalyDetector.ofForecasts(
                Predictors.ets(24).fit(FitRequest.of(key, history)).track(key));
        return x -> {
            if (!Double.isNaN(x)) {
                detector.observe(x); // A tracker's forecast across a gap allocates.
            }
        };
    }

    static Stream<Arguments> detectors() {
        AnomalyDetector values = AnomalyDetector.ofValues();
        DriftDetector drift = new DriftDetector();
        DoubleConsumer drifting = x -> drift.observe(x - 190);
        return Stream.of(
                Arguments.of("novelty", (DoubleConsumer) values::observe, 50_000.0),
                Arguments.of("guarded", guarded(), 2000.0),
                Arguments.of("drift", drifting, 500.0));
    }

    private static void block(DoubleConsumer detector) {
        for (int i = 0; i < BLOCK; i++) {
            detector.accept(i % 50 == 7 ? Double.NaN : value(i));
        }
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("detectors")
    void observingAllocatesNothingAndIsFast(String name, DoubleConsumer detector, double mostNanos) {
        assumeTrue(
                ManagementFactory.getThreadMXBean() instanceof ThreadMXBean bean
                        && bean.isThreadAllocatedMemorySupported(),
                "this Java machine does not count the bytes that a thread allocates");
        ThreadMXBean counter = (ThreadMXBean) ManagementFactory.getThreadMXBean();
        block(detector);
        block(detector);
        long bytes = Long.MAX_VALUE;
        double nanos = Double.POSITIVE_INFINITY;
        for (int b = 0; b < BLOCKS; b++) {
            long before = counter.getCurrentThreadAllocatedBytes();
            long start = System.nanoTime();
            block(detector);
            nanos = Math.min(nanos, (double) (System.nanoTime() - start) / BLOCK);
            bytes = Math.min(bytes, counter.getCurrentThreadAllocatedBytes() - before);
        }
        System.out.printf(Locale.ROOT, "%s: %.0f ns an observation%n", name, nanos);
        assertThat(bytes).as("bytes in %d observations", BLOCK).isZero();
        assertThat(nanos).as("nanoseconds, best of %d blocks", BLOCKS).isLessThan(mostNanos);
    }
}
