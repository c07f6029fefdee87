package io.headroom.simulation.strategy;

/** Why {@link HpaAlgorithm} decided on another number than its metrics proposed, or did not ask them. */
public enum HpaReason {
    /** The fleet is 0 and the minimum is not: the target is switched off. */
    SCALING_DISABLED,
    /** The current fleet is above the maximum. */
    ABOVE_MAXIMUM,
    /** The current fleet is below the minimum. */
    BELOW_MINIMUM,
    /** No metric is valid: the fleet is kept. */
    NO_VALID_METRIC,
    /** Some metric is invalid and the others would shrink the fleet: it is kept. */
    PARTIAL_METRICS,
    /** A smaller size within the upward window won. */
    UP_STABILISED,
    /** A larger size within the downward window won. */
    DOWN_STABILISED,
    /** The upward policies allow no more. */
    UP_LIMIT,
    /** The downward policies allow no less. */
    DOWN_LIMIT,
    /** The maximum allows no more. */
    MAXIMUM,
    /** The minimum allows no less. */
    MINIMUM
}
