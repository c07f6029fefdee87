package io.headroom.benchmarks;

import io.headroom.benchmarks.allocation.StrategyName;
import io.headroom.simulation.strategy.EvaluationPlan;
import io.headroom.simulation.strategy.ScalingStrategy;
import java.time.Duration;
import java.util.ArrayList;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** The options that say which strategy is played. */
final class StrategyOptions extends HeadroomOptions {
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
                    "The strategy's trade-off between safety and cost: of headroom X in (0, 1), a step without cover costing X / (1 - X) times the usual demand; target "
                            + "utilisation of hpa, tracking, tracking-predictive and static-peak, in (0, 1]. The oracle has none.")
    private @Nullable Double safety;

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
            headroom(step);
        }
    }

    ScalingStrategy strategy(EvaluationPlan plan) {
        return name.strategy(plan, () -> headroom(plan.step()));
    }
}
