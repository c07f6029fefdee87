package io.headroom.benchmarks.jmh;

import io.headroom.forecasting.Predictors;
import io.headroom.spi.FitRequest;
import io.headroom.spi.FittedModel;
import io.headroom.spi.Predictor;
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

/** Time to fit one series: a week of hours, 40 days of hours, two weeks of five minutes. */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Warmup(iterations = 3, time = 2)
@Measurement(iterations = 5, time = 2)
@Fork(1)
public class FitBenchmark extends PredictorParams {
    private Predictor method = Predictors.naive();
    private FitRequest request = FitRequest.of(Samples.seasonal(2, 2, 1));

    /** For JMH. */
    public FitBenchmark() {}

    /** Makes the predictor and the series. */
    @Setup
    public void setUp() {
        int period = Samples.period(length);
        method = Predictors.named(predictor, Samples.settings(length));
        request = FitRequest.of(Samples.seasonal(length, period, 1));
    }

    /**
     * Fits.
     *
     * @return the model
     */
    @Benchmark
    public FittedModel fit() {
        return method.fit(request);
    }
}
