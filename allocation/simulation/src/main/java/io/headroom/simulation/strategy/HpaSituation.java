package io.headroom.simulation.strategy;

import java.time.Instant;
import java.util.List;
import java.util.Objects;

/**
 * What {@link HpaAlgorithm} decides on. Immutable and thread-safe.
 *
 * @param now the time of the decision
 * @param current the number of units asked for at present, at least 0
 * @param units the units there are; their number may differ from {@code current}
 * @param metrics the metrics with their latest samples
 */
public record HpaSituation(Instant now, int current, List<HpaUnit> units, List<HpaMetric> metrics) {

    /**
     * Checks the ranges and copies the lists.
     *
     * @param now the time of the decision
     * @param current the number of units asked for at present, at least 0
     * @param units the units there are
     * @param metrics the metrics with their latest samples
     * @throws IllegalArgumentException if the current number is negative
     */
    public HpaSituation {
        Objects.requireNonNull(now, "now");
        Checks.atLeast("current", current, 0);
        units = List.copyOf(units);
        metrics = List.copyOf(metrics);
    }
}
