package io.headroom.forecasting;

import static io.headroom.forecasting.Rates.DAY;
import static io.headroom.forecasting.Rates.KEY;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.sun.management.ThreadMXBean;
import io.headroom.spi.FitRequest;
import io.headroom.spi.PredictorSettings;
import io.headroom.spi.Tracker;
import java.lang.management.ManagementFactory;
import java.time.ZoneId;
import java.util.Locale;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.MethodSource;

/** Observing is fast and allocates nothing, with missing rates, and between the clock changes of a zone too. */
@ParameterizedClass(name = "{0}")
@MethodSource("names")
class TrackerSpeedTest {
    private static final int BLOCK = 4000;
    private static final int BLOCKS = 25;
    /** Nanoseconds for a predictor whose parameters are fixed by the fit, and for one that learns while it tracks. */
    private static final double FIXED = 2_000;

    private static final double LEARNING = 10_000;

    private final String name;
    private final Tracker tracker;

    TrackerSpeedTest(String name) {
        this.name = name;
        PredictorSettings settings = PredictorSettings.ofPeriods(DAY).inZone(ZoneId.of("America/New_York"));
        this.tracker = Predictors.named(name, settings)
                .fit(FitRequest.of(KEY, Rates.daily(14 * DAY, 2)))
                .track(KEY);
        for (int i = 0; i < 5; i++) {
            block();
        }
    }

    static Stream<String> names() {
        return Predictors.names().stream();
    }

    private void block() {
        for (int i = 0; i < BLOCK; i++) {
            tracker.observe(i % 50 == 7 ? Double.NaN : 100 + i % DAY);
        }
    }

    /**
     * Clock changes look up the zone's rules and may allocate: two a year of 8766 hours, so that most blocks of 4000
     * hours have none.
     */
    @Test
    void observingAllocatesNothing() {
        assumeTrue(
                ManagementFactory.getThreadMXBean() instanceof ThreadMXBean bean
                        && bean.isThreadAllocatedMemorySupported(),
                "this Java machine does not count the bytes that a thread allocates");
        ThreadMXBean counter = (ThreadMXBean) ManagementFactory.getThreadMXBean();
        long least = Long.MAX_VALUE;
        for (int b = 0; b < BLOCKS; b++) {
            long before = counter.getCurrentThreadAllocatedBytes();
            block();
            least = Math.min(least, counter.getCurrentThreadAllocatedBytes() - before);
        }
        assertThat(least).as("bytes in %d observations", BLOCK).isZero();
    }

    @Test
    void observingTakesMicroseconds() {
        double best = Double.POSITIVE_INFINITY;
        for (int b = 0; b < BLOCKS; b++) {
            long start = System.nanoTime();
            block();
            best = Math.min(best, (double) (System.nanoTime() - start) / BLOCK);
        }
        System.out.printf(Locale.ROOT, "%s: %.0f ns an observation%n", name, best);
        assertThat(best)
                .as("nanoseconds, best of %d blocks", BLOCKS)
                .isLessThan(name.equals("direct") ? LEARNING : FIXED);
    }
}
