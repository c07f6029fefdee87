package io.headroom.benchmarks;

import io.headroom.benchmarks.allocation.HeadroomStrategy;
import io.headroom.benchmarks.allocation.StrategyName;
import io.headroom.forecasting.Predictors;
import io.headroom.simulation.strategy.EvaluationPlan;
import io.headroom.simulation.strategy.ScalingStrategy;
import io.headroom.spi.Predictor;
import io.headroom.spi.PredictorSettings;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** The options that say which strategy is played. */
final class StrategyOptions {
    private static final Duration DAY = Duration.ofDays(1);

    @Spec(Spec.Target.MIXEE)
    private CommandSpec spec = CommandSpec.create();

    @Option(
            names = "--strategy",
            required = true,
            paramLabel = "NAME",
            description = "One of ${COMPLETION-CANDIDATES}.",
            completionCandidates = Names.class,
            converter = NameConverter.class)
    private StrategyName name = StrategyName.ORACLE;

    @Option(
            names = "--safety",
            paramLabel = "X",
            description =
                    "The strategy's trade-off between safety and cost: covered quantile of headroom, in (0, 1); target "
                            + "utilisation of hpa, tracking, tracking-predictive and static-peak, in (0, 1]. The oracle has none.")
    private @Nullable Double safety;

    @Option(
            names = "--predictor",
            defaultValue = "ets",
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
            names = "--seed",
            defaultValue = "1",
            paramLabel = "S",
            description = "Seed of headroom's fits and scenarios (default: ${DEFAULT-VALUE}).")
    private long seed;

    /** Names of the strategies, for the help. */
    static final class Names extends ArrayList<String> {
        private static final long serialVersionUID = 1;

        Names() {
            for (StrategyName name : StrategyName.values()) {
                add(name.toString());
            }
        }
    }

    /** For picocli. */
    static final class NameConverter implements picocli.CommandLine.ITypeConverter<StrategyName> {
        @Override
        public StrategyName convert(String value) {
            for (StrategyName name : StrategyName.values()) {
                if (name.toString().equals(value)) {
                    return name;
                }
            }
            throw new picocli.CommandLine.TypeConversionException(
                    "'" + value + "' is no strategy; they are " + String.join(", ", new Names()));
        }
    }

    StrategyName name() {
        return name;
    }

    /** The safety parameter; 1 for the oracle, which does not read it. */
    double safety() {
        return safety == null ? 1 : safety;
    }

    /** Refuses a safety parameter outside the strategy's range and a predictor that can't be made, before any run. */
    void check(Duration step) {
        boolean needed = name.safety() != StrategyName.Safety.NONE;
        if (needed && safety == null) {
            throw refused("strategy " + name + " needs --safety");
        }
        if (!name.safety().accepts(safety())) {
            throw refused(
                    "--safety is " + safety + ", but must lie in (0, 1) for headroom and in (0, 1] for the others");
        }
        if (name == StrategyName.HEADROOM) {
            predictor(step);
        }
    }

    ScalingStrategy strategy(EvaluationPlan plan) {
        return name.strategy(plan, () -> new HeadroomStrategy(predictor(plan.step()), seed));
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

    private ParameterException refused(String message) {
        return new ParameterException(spec.commandLine(), message);
    }

    /** The day in steps; nothing if it has fewer than two or is not a whole number of them. */
    private static int[] day(Duration step) {
        long steps = DAY.dividedBy(step);
        boolean whole = step.multipliedBy(steps).equals(DAY);
        return whole && steps >= 2 ? new int[] {Math.toIntExact(steps)} : new int[0];
    }
}
