package io.headroom.benchmarks.jmh;

import io.headroom.core.RateForecast;
import io.headroom.core.Window;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/** Time to add up the forecasts of many dependent flows, 12 steps each, and to read a window's quantile off the sum. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Warmup(iterations = 3, time = 1)
@Measurement(iterations = 5, time = 1)
@Fork(1)
public class SumForecastBenchmark {
    private static final int HORIZON = 12;
    private static final Window WINDOW = Window.of(6, 6);

    /** Number of flows. */
    @Param({"100", "1000"})
    public int flows;

    private List<RateForecast> terms = List.of();
    private RateForecast ready = RateForecast.certain(Samples.MINUTES, 0, new double[HORIZON]);

    /** For JMH. */
    public SumForecastBenchmark() {}

    /** Forecasts every flow. */
    @Setup
    public void setUp() {
        terms = Samples.forecasts(Samples.flows(flows, 1), HORIZON);
        ready = RateForecast.sum(terms);
    }

    /**
     * Adds up.
     *
     * @return the sum
     */
    @Benchmark
    public RateForecast sum() {
        return RateForecast.sum(terms);
    }

    /**
     * Adds up and reads a quantile of the maximum over six steps.
     *
     * @return the quantile
     */
    @Benchmark
    public double sumAndMaximumQuantile() {
        return RateForecast.sum(terms).maximumQuantile(WINDOW, 0.99);
    }

    /**
     * Reads a quantile of the maximum over six steps off a sum that is there.
     *
     * @return the quantile
     */
    @Benchmark
    public double maximumQuantile() {
        return ready.maximumQuantile(WINDOW, 0.99);
    }
}
