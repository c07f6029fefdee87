package io.headroom.simulation.strategy;

import java.time.Duration;
import java.util.Arrays;

/**
 * One demand series made ready for evaluation: repaired, split into training and evaluated part, with its unit.
 *
 * <p>Missing values (NaN) at the ends are cut, those inside are interpolated linearly. The unit is the 99.9 % quantile
 * of the evaluated demand, divided by 100; it only sets the scale, and no strategy chooses it. Immutable and
 * thread-safe.
 */
public final class EvaluationPlan {

    private static final Duration HOUR = Duration.ofHours(1);
    private static final Duration BEFORE = Duration.ofDays(4);
    private static final Duration AFTER = Duration.ofDays(3);
    private static final double UNIT_QUANTILE = 0.999;
    private static final double UNITS_AT_QUANTILE = 100;

    private final SeenDemand series;
    private final Duration step;
    private final int cutBefore;
    private final int firstStep;
    private final double unit;
    private final double unitCapacity;

    private EvaluationPlan(
            SeenDemand series, Duration step, int cutBefore, int firstStep, double unit, double unitCapacity) {
        this.series = series;
        this.step = step;
        this.cutBefore = cutBefore;
        this.firstStep = firstStep;
        this.unit = Checks.positive("unit", unit);
        this.unitCapacity = Checks.positive("unitCapacity", unitCapacity);
    }

    /**
     * A plan by the protocol: evaluation starts in the middle, but not before 4 days, on a whole hour from the first
     * sample, rounded down.
     *
     * @param values demand per step, finite and at least 0, or NaN where missing; at least 7 days once cut
     * @param step length of a step, positive
     * @return the plan
     * @throws IllegalArgumentException if a value is out of its range or the series too short
     */
    public static EvaluationPlan of(double[] values, Duration step) {
        double[] repaired = DemandValues.repaired(values);
        int before = FrontierProtocol.steps(BEFORE, step);
        int after = FrontierProtocol.steps(AFTER, step);
        if (repaired.length < before + after) {
            throw new IllegalArgumentException("series has " + repaired.length + " steps of " + step
                    + " without the missing ends, but must have at least " + (before + after)
                    + ", which is 7 days\nMaybe choose the start of the evaluation yourself?");
        }
        int aligned = wholeHourSteps(step);
        int middle = repaired.length / 2 / aligned * aligned;
        return split(repaired, step, DemandValues.firstPresent(values), Math.max(middle, before));
    }

    /**
     * A plan whose evaluation starts at a given row.
     *
     * @param values demand per step, finite and at least 0, or NaN where missing
     * @param step length of a step, positive
     * @param firstRow index in {@code values} of the first evaluated one; at least one value comes before it
     * @return the plan
     * @throws IllegalArgumentException if a value is out of its range, or nothing is left before or from the row
     */
    public static EvaluationPlan from(double[] values, Duration step, int firstRow) {
        int cut = DemandValues.firstPresent(values);
        return split(DemandValues.repaired(values), step, cut, firstRow - cut);
    }

    /**
     * A plan for a series whose step is unknown: read as one minute, with the evaluation starting after 4 days.
     *
     * @param values demand per step, finite and at least 0, or NaN where missing; longer than 4 days once cut
     * @return the plan
     * @throws IllegalArgumentException if a value is out of its range or the series too short
     */
    public static EvaluationPlan ofUnknownStep(double[] values) {
        Duration step = Duration.ofMinutes(1);
        return split(
                DemandValues.repaired(values),
                step,
                DemandValues.firstPresent(values),
                FrontierProtocol.steps(BEFORE, step));
    }

    private static EvaluationPlan split(double[] repaired, Duration step, int cut, int firstStep) {
        Checks.positive("step", step);
        SeenDemand series = SeenDemand.of(repaired);
        if (firstStep < 1 || firstStep >= repaired.length) {
            throw new IllegalArgumentException("first evaluated step is " + firstStep + ", but must lie in [1, "
                    + repaired.length + ")\nMaybe the series is shorter than its training part?");
        }
        double[] evaluated = Arrays.copyOfRange(repaired, firstStep, repaired.length);
        double unit = Quantiles.linear(evaluated, UNIT_QUANTILE) / UNITS_AT_QUANTILE;
        return new EvaluationPlan(series, step, cut, firstStep, unit, FrontierProtocol.USABLE_SHARE * unit);
    }

    /** The least number of steps that makes a whole number of hours. */
    private static int wholeHourSteps(Duration step) {
        long hour = HOUR.toNanos();
        long a = hour;
        long b = step.toNanos();
        while (b != 0) {
            long rest = a % b;
            a = b;
            b = rest;
        }
        return Math.toIntExact(hour / a);
    }

    /**
     * The same plan with another unit.
     *
     * @param capacity demand per step that a ready unit serves within its objective: 0.9 of the unit; positive
     * @return the new plan
     * @throws IllegalArgumentException if the capacity is not finite and positive
     */
    public EvaluationPlan withUnitCapacity(double capacity) {
        double size = capacity / FrontierProtocol.USABLE_SHARE;
        return new EvaluationPlan(series, step, cutBefore, firstStep, size, capacity);
    }

    /**
     * The whole repaired series, training included.
     *
     * @return a read-only view
     */
    public SeenDemand series() {
        return series;
    }

    /**
     * The length of a step.
     *
     * @return positive
     */
    public Duration step() {
        return step;
    }

    /**
     * The leading missing values that were cut.
     *
     * @return what to add to an index of this plan to get the row of the input
     */
    public int cutBefore() {
        return cutBefore;
    }

    /**
     * The first evaluated step; all before it is training.
     *
     * @return index in {@link #series()}, at least 1
     */
    public int firstStep() {
        return firstStep;
    }

    /**
     * The evaluated demand.
     *
     * @return a new array, one value per step
     */
    public double[] evaluated() {
        return series.copy(firstStep, series.size());
    }

    /**
     * The unit: demand per step that one unit can serve at full utilisation.
     *
     * @return finite and positive
     */
    public double unit() {
        return unit;
    }

    /**
     * Demand per step that one unit serves within its objective, 0.9 of the unit; what scorers call the unit capacity.
     *
     * @return finite and positive
     */
    public double unitCapacity() {
        return unitCapacity;
    }

    /**
     * The class of the evaluated demand.
     *
     * @return regular or bursty
     */
    public DemandClass demandClass() {
        return DemandClass.of(evaluated(), step);
    }

    /**
     * What a strategy is told at the start.
     *
     * @param leadSteps boot lead in steps, at least 1
     * @param safety the strategy's safety parameter, positive
     * @param startTarget utilisation that sizes the start fleet, {@code ceil(first demand / (startTarget unit))}; in
     *     (0, 1]
     * @return the context
     * @throws IllegalArgumentException if a value is out of its range
     */
    public StrategyContext context(int leadSteps, double safety, double startTarget) {
        Checks.share("start target", startTarget);
        int fleet = Math.max(1, Units.ceil(series.at(firstStep) / (startTarget * unit)));
        return new StrategyContext(series.first(firstStep), step, leadSteps, unit, safety, fleet);
    }
}
