package io.headroom.benchmarks.jmh;

import io.headroom.core.RateSeries;
import io.headroom.forecasting.Predictors;
import io.headroom.spi.Tracker;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/** Time to observe one point. With {@code -prof gc} it shows that tracking allocates nothing. */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@Warmup(iterations = 3, time = 1)
@Measurement(iterations = 5, time = 1)
@Fork(1)
public class TrackBenchmark extends PredictorParams {
    private RateSeries series = Samples.seasonal(2, 2, 1);
    private Tracker tracker = ForecastBenchmark.tracker(Predictors.names().first(), 2);
    private int next;

    /** For JMH. */
    public TrackBenchmark() {}

    /** Fits. */
    @Setup
    public void setUp() {
        series = Samples.seasonal(length, Samples.period(length), 1);
        tracker = ForecastBenchmark.tracker(predictor, length);
        next = 0;
    }

    /**
     * Observes the next point of the series, over and over.
     *
     * @return where the tracker stands
     */
    @Benchmark
    public long observe() {
        next = next + 1 == series.length() ? 0 : next + 1;
        tracker.observe(series.rate(next));
        return tracker.nextIndex();
    }
}
