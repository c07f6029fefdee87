package io.headroom.benchmarks;

import io.headroom.benchmarks.data.Layout;
import io.headroom.benchmarks.data.NamedSeries;
import io.headroom.benchmarks.data.UnitsFile;
import io.headroom.simulation.strategy.EvaluationPlan;
import java.time.Duration;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Makes the series of a file ready for evaluation: where it starts and how large a unit is. Immutable and thread-safe.
 *
 * @param step length of a step
 * @param layout how the file holds them: in one without a clock, PT1M steps are evaluated after 4 days
 * @param units units, and perhaps first rows, that replace the computed ones
 * @param start first evaluated row of the series without one in {@code units}; null for the protocol's
 */
record SeriesPlans(
        Duration step,
        Layout layout,
        UnitsFile units,
        @Nullable Integer start) {
    private static final Duration MINUTE = Duration.ofMinutes(1);

    /**
     * Plans the evaluation of a series.
     *
     * @throws IllegalArgumentException if the series is too short, or all zero where it is evaluated
     */
    EvaluationPlan plan(NamedSeries series) {
        double[] values = series.rates().toArray();
        Optional<UnitsFile.Unit> unit = units.unit(series.name());
        EvaluationPlan plan = split(values, unit);
        return unit.map(u -> plan.withUnitCapacity(u.capacity())).orElse(plan);
    }

    private EvaluationPlan split(double[] values, Optional<UnitsFile.Unit> unit) {
        if (unit.isPresent() && unit.get().firstRow().isPresent()) {
            return EvaluationPlan.from(values, step, unit.get().firstRow().getAsInt());
        }
        if (start != null) {
            return EvaluationPlan.from(values, step, start);
        }
        boolean unknownStep = layout == Layout.WIDE_STEP && step.equals(MINUTE);
        return unknownStep ? EvaluationPlan.ofUnknownStep(values) : EvaluationPlan.of(values, step);
    }
}
