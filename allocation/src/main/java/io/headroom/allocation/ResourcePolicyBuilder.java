package io.headroom.allocation;

import java.time.Duration;

/** Builds a {@link ResourcePolicy}. Not thread-safe. */
public final class ResourcePolicyBuilder {
    private double quantile = 0.99;
    private double targetUtilisation = 1;
    private double violationCost;
    private double threshold;
    private double minimum;
    private double maximum = Double.POSITIVE_INFINITY;
    private double stepUp = Double.POSITIVE_INFINITY;
    private double stepDown = Double.POSITIVE_INFINITY;
    private Duration upCooldown = Duration.ZERO;
    private Duration downCooldown = Duration.ZERO;
    private double warm;

    ResourcePolicyBuilder() {}

    /**
     * The probability with which capacity covers demand. Default 0.99.
     *
     * @param value in (0, 1)
     * @return this
     */
    public ResourcePolicyBuilder quantile(double value) {
        this.quantile = value;
        return this;
    }

    /**
     * Sizes by what a step without cover costs, instead of by the quantile: see {@link Sizing}. Default 0: by the quantile.
     *
     * @param value capacity in the resource's units that costs as much, held for a step, 0 or more
     * @return this
     */
    public ResourcePolicyBuilder violationCost(double value) {
        this.violationCost = value;
        return this;
    }

    /**
     * The share of capacity that demand may fill. Default 1.
     *
     * @param value in (0, 1]
     * @return this
     */
    public ResourcePolicyBuilder targetUtilisation(double value) {
        this.targetUtilisation = value;
        return this;
    }

    /**
     * The largest delta that changes nothing. Default 0.
     *
     * @param value in the resource's units, 0 or more
     * @return this
     */
    public ResourcePolicyBuilder threshold(double value) {
        this.threshold = value;
        return this;
    }

    /**
     * The least that stays allocated. Default 0.
     *
     * @param value in the resource's units, 0 or more
     * @return this
     */
    public ResourcePolicyBuilder minimum(double value) {
        this.minimum = value;
        return this;
    }

    /**
     * The most that is allocated. Default: no bound.
     *
     * @param value in the resource's units, the minimum or more
     * @return this
     */
    public ResourcePolicyBuilder maximum(double value) {
        this.maximum = value;
        return this;
    }

    /**
     * The most that a forecast adds in one cycle, rounded up to whole units. Default: no limit.
     *
     * @param value in the resource's units, above 0
     * @return this
     */
    public ResourcePolicyBuilder stepUp(double value) {
        this.stepUp = value;
        return this;
    }

    /**
     * The most that is removed in one cycle, rounded down to whole units but one unit at least. Default: no limit.
     *
     * @param value in the resource's units, above 0
     * @return this
     */
    public ResourcePolicyBuilder stepDown(double value) {
        this.stepDown = value;
        return this;
    }

    /**
     * How long a forecast does not grow the pool again after a growth. Default zero.
     *
     * @param value zero or more
     * @return this
     */
    public ResourcePolicyBuilder upCooldown(Duration value) {
        this.upCooldown = value;
        return this;
    }

    /**
     * How long the pool does not shrink after a change. Default zero.
     *
     * @param value zero or more
     * @return this
     */
    public ResourcePolicyBuilder downCooldown(Duration value) {
        this.downCooldown = value;
        return this;
    }

    /**
     * What waits ready and unassigned, beside what is allocated: in the first groups with room. Default 0.
     *
     * @param value in the resource's units, 0 or more
     * @return this
     */
    public ResourcePolicyBuilder warm(double value) {
        this.warm = value;
        return this;
    }

    /**
     * Checks the settings and builds.
     *
     * @return the policy
     * @throws IllegalArgumentException if a number is outside its range or the minimum exceeds the maximum
     */
    public ResourcePolicy build() {
        return new ResourcePolicy(
                new Sizing(quantile, targetUtilisation, violationCost),
                threshold,
                minimum,
                maximum,
                stepUp,
                stepDown,
                upCooldown,
                downCooldown,
                warm);
    }
}
