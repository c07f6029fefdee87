package io.headroom.simulation.strategy;

import java.time.Duration;
import java.util.List;

/** Constants of the evaluation protocol and the points of its sweep. */
public final class FrontierProtocol {

    /** Share of a unit that it serves within its objective; above it the step counts as violated. */
    public static final double USABLE_SHARE = 0.9;

    /** Load beyond this many usable capacities is lost: a whole unit, 10 / 9, as the scorer's command rounds it. */
    public static final double OVERLOAD_FACTOR = 1.1111111;

    /** Target utilisation by which the start fleet of a strategy without a target is sized. */
    public static final double DEFAULT_TARGET = 0.7;

    /** Boot leads, each with a frontier of its own. */
    public static final List<Duration> LEADS =
            List.of(Duration.ofMinutes(1), Duration.ofMinutes(5), Duration.ofMinutes(15));

    /** Target utilisations to sweep. */
    public static final List<Double> TARGETS =
            List.of(0.30, 0.35, 0.40, 0.45, 0.50, 0.55, 0.60, 0.65, 0.70, 0.75, 0.80, 0.85, 0.90, 0.95);

    /** Covered quantiles to sweep. */
    public static final List<Double> QUANTILES = List.of(0.8, 0.9, 0.95, 0.98, 0.99, 0.995, 0.999);

    /** Window within which an opposite move counts as a reversal. */
    public static final Duration REVERSAL_WINDOW = Duration.ofMinutes(30);

    private FrontierProtocol() {}

    /**
     * Converts a lead or a window to steps: divided by the step and rounded up, at least one.
     *
     * @param duration a lead or a window, not negative
     * @param step length of a step, positive
     * @return at least 1
     * @throws IllegalArgumentException if the duration is negative or the step not positive
     * @throws ArithmeticException if the number of steps does not fit an int
     */
    public static int steps(Duration duration, Duration step) {
        Checks.notNegative("duration", duration);
        Checks.positive("step", step);
        long nanos = step.toNanos();
        long steps = Math.addExact(duration.toNanos(), nanos - 1) / nanos;
        return Math.max(1, Math.toIntExact(steps));
    }

    /**
     * The protocol's boot leads in steps, without duplicates.
     *
     * @param step length of a step, positive
     * @return one to three numbers of steps, rising
     * @throws IllegalArgumentException if the step is not positive
     */
    public static List<Integer> leadSteps(Duration step) {
        return LEADS.stream().map(lead -> steps(lead, step)).distinct().toList();
    }
}
