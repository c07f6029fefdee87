package io.headroom.benchmarks.jmh;

import io.headroom.core.RateForecast;
import io.headroom.core.Window;
import io.headroom.forecasting.Predictors;
import io.headroom.spi.FitRequest;
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

/** Time to forecast 24 steps from a tracker, and to read quantiles off the forecast. */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Warmup(iterations = 3, time = 1)
@Measurement(iterations = 5, time = 1)
@Fork(1)
public class ForecastBenchmark extends PredictorParams {
    private static final int HORIZON = 24;
    private static final Window WINDOW = Window.of(6, 6);

    private Tracker tracker = tracker(Predictors.names().first(), 2);
    private RateForecast ready = tracker.forecast(HORIZON);

    /** For JMH. */
    public ForecastBenchmark() {}

    static Tracker tracker(String predictor, int length) {
        int period = Samples.period(length);
        return Predictors.named(predictor, Samples.settings(length))
                .fit(Samples.seasonal(length, period, 1))
                .track(FitRequest.UNNAMED);
    }

    /** Fits. */
    @Setup
    public void setUp() {
        tracker = tracker(predictor, length);
        ready = tracker.forecast(HORIZON);
    }

    /**
     * Forecasts.
     *
     * @return the forecast
     */
    @Benchmark
    public RateForecast forecast() {
        return tracker.forecast(HORIZON);
    }

    /**
     * Forecasts and reads two quantiles of every step.
     *
     * @return their sum
     */
    @Benchmark
    public double forecastAndQuantiles() {
        RateForecast forecast = tracker.forecast(HORIZON);
        double sum = 0;
        for (int step = 1; step <= HORIZON; step++) {
            sum += forecast.quantile(step, 0.025) + forecast.quantile(step, 0.975);
        }
        return sum;
    }

    /**
     * Reads a quantile of the maximum over six steps.
     *
     * @return the quantile
     */
    @Benchmark
    public double maximumQuantile() {
        return ready.maximumQuantile(WINDOW, 0.99);
    }
}
