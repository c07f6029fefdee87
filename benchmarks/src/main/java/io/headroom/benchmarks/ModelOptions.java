package io.headroom.benchmarks;

import io.headroom.core.RateSeries;
import io.headroom.core.TimeGrid;
import io.headroom.forecasting.Predictors;
import io.headroom.spi.Deadline;
import io.headroom.spi.FitRequest;
import io.headroom.spi.Predictor;
import io.headroom.spi.PredictorSettings;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** The options that say how series are forecast. */
final class ModelOptions {
    @Spec(Spec.Target.MIXEE)
    private CommandSpec spec = CommandSpec.create();

    @Option(
            names = "--predictor",
            required = true,
            paramLabel = "NAME",
            description = "Method, as named by its module.")
    private String name = "";

    @Option(
            names = "--periods",
            split = ",",
            paramLabel = "N",
            description = "Seasons in steps, rising; the predictor is told all of them (default: none).")
    private List<Integer> periods = new ArrayList<>();

    @Option(
            names = "--quantiles",
            defaultValue = "0.025,0.5,0.975",
            paramLabel = "Q,...",
            converter = QuantileColumns.Converter.class,
            description = "Quantiles to write, rising (default: ${DEFAULT-VALUE}).")
    private QuantileColumns quantiles = QuantileColumns.parse("0.5");

    @Option(
            names = "--seed",
            defaultValue = "1",
            paramLabel = "S",
            description = "Seed of fits and scenarios (default: ${DEFAULT-VALUE}).")
    private long seed;

    @Option(
            names = "--deadline-ms",
            paramLabel = "D",
            description = "The longest that one fit may take (default: no limit).")
    private @Nullable Long deadlineMillis;

    @Option(
            names = "--grid",
            defaultValue = "PT1M",
            paramLabel = "STEP",
            description = "Spacing of the rows, for predictors that look at the calendar (default: ${DEFAULT-VALUE}).")
    private Duration step = Duration.ofMinutes(1);

    @Option(
            names = "--from",
            defaultValue = "1970-01-01T00:00:00Z",
            paramLabel = "TIME",
            description = "Time of the first row, for the same (default: ${DEFAULT-VALUE}).")
    private Instant from = Instant.EPOCH;

    /** The predictor; refuses an unknown name and impossible periods. */
    Predictor predictor() {
        if (deadlineMillis != null && deadlineMillis < 0) {
            throw new ParameterException(
                    spec.commandLine(), "--deadline-ms is " + deadlineMillis + ", but must be 0 or more");
        }
        try {
            int[] seasons = periods.stream().mapToInt(Integer::intValue).toArray();
            return Predictors.named(name, PredictorSettings.ofPeriods(seasons));
        } catch (IllegalArgumentException e) {
            throw new ParameterException(spec.commandLine(), Failures.of(e), e);
        }
    }

    /** The series on the grid that was asked for. */
    RateSeries onGrid(RateSeries series) {
        return RateSeries.of(new TimeGrid(from, step), series.firstIndex(), series.toArray());
    }

    /** The request to fit a series; its deadline starts now. */
    FitRequest request(RateSeries series) {
        Deadline deadline =
                deadlineMillis == null ? Deadline.none() : Deadline.after(Duration.ofMillis(deadlineMillis));
        return FitRequest.of(series).withSeed(seed).withDeadline(deadline);
    }

    QuantileColumns quantiles() {
        return quantiles;
    }

    long seed() {
        return seed;
    }
}
