package io.headroom.benchmarks;

import io.headroom.benchmarks.allocation.HeadroomStrategy;
import io.headroom.benchmarks.allocation.SizingKind;
import io.headroom.forecasting.Predictors;
import io.headroom.spi.Predictor;
import io.headroom.spi.PredictorSettings;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** The options of this library's own strategy; the others have none but their safety parameter. */
class HeadroomOptions {
    private static final Duration DAY = Duration.ofDays(1);

    @Spec(Spec.Target.MIXEE)
    private CommandSpec spec = CommandSpec.create();

    @Option(
            names = "--predictor",
            defaultValue = "direct",
            paramLabel = "NAME",
            description = "How headroom forecasts (default: ${DEFAULT-VALUE}).")
    private String predictorName = "";

    @Option(
            names = "--periods",
            split = ",",
            paramLabel = "N",
            description =
                    "Seasons in steps that headroom's predictor is told (default: the day, if a step divides it).")
    private List<Integer> periods = new ArrayList<>();

    @Option(
            names = "--sizing",
            defaultValue = "COST",
            paramLabel = "KIND",
            description =
                    "What headroom's safety parameter X means: COST, a step without cover costs X / (1 - X) times the usual "
                            + "demand; or QUANTILE, X is the probability that demand is covered (default: ${DEFAULT-VALUE}).")
    private SizingKind sizing = SizingKind.COST;

    @Option(
            names = "--seed",
            defaultValue = "1",
            paramLabel = "S",
            description = "Seed of headroom's fits and scenarios (default: ${DEFAULT-VALUE}).")
    private long seed;

    /**
     * This library's strategy.
     *
     * @throws ParameterException if its predictor can't be made
     */
    final HeadroomStrategy headroom(Duration step) {
        return new HeadroomStrategy(predictor(step), sizing, seed);
    }

    /** Seed of fits and scenarios. */
    final long seed() {
        return seed;
    }

    private Predictor predictor(Duration step) {
        int[] seasons = periods.isEmpty()
                ? day(step)
                : periods.stream().mapToInt(Integer::intValue).toArray();
        try {
            return Predictors.named(predictorName, PredictorSettings.ofPeriods(seasons));
        } catch (IllegalArgumentException e) {
            throw refused(Failures.of(e));
        }
    }

    final ParameterException refused(String message) {
        return new ParameterException(spec.commandLine(), message);
    }

    /** The day in steps; nothing if it has fewer than two or is not a whole number of them. */
    private static int[] day(Duration step) {
        long steps = DAY.dividedBy(step);
        boolean whole = step.multipliedBy(steps).equals(DAY);
        return whole && steps >= 2 ? new int[] {Math.toIntExact(steps)} : new int[0];
    }
}
