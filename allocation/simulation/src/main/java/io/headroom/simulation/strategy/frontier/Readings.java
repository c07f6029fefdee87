package io.headroom.simulation.strategy.frontier;

import java.util.List;
import java.util.OptionalDouble;

/**
 * The two readings of a frontier, always both: the cost at fixed violations, and the violation at fixed costs. Immutable and
 * thread-safe.
 *
 * @param frontier the frontier
 * @param costs cost ratios at each of {@link #VIOLATIONS}; empty beyond the ends of the curve
 * @param violations percents of steps at each of {@link #COSTS}; empty beyond the ends of the curve
 */
public record Readings(Frontier frontier, List<OptionalDouble> costs, List<OptionalDouble> violations) {
    /** The shares of steps in violation, in percent, at which costs are read. */
    public static final List<Double> VIOLATIONS = List.of(1.0, 0.5, 0.2, 0.1);

    /** The costs, as multiples of the oracle's, at which violations are read. */
    public static final List<Double> COSTS = List.of(1.20, 1.37, 1.50, 1.70, 2.00);

    /**
     * Copies the lists.
     *
     * @param frontier the frontier
     * @param costs cost ratios at each of {@link #VIOLATIONS}; empty beyond the ends of the curve
     * @param violations percents of steps at each of {@link #COSTS}; empty beyond the ends of the curve
     */
    public Readings {
        costs = List.copyOf(costs);
        violations = List.copyOf(violations);
    }

    /**
     * Reads a frontier.
     *
     * @param frontier the frontier
     * @return its readings
     */
    public static Readings of(Frontier frontier) {
        return new Readings(
                frontier,
                VIOLATIONS.stream().map(frontier::costAt).toList(),
                COSTS.stream().map(frontier::violationAt).toList());
    }
}
