package io.headroom.allocation;

import io.headroom.allocation.rules.PoolRules;
import io.headroom.core.Checks;
import java.time.Duration;
import java.util.List;

/**
 * How far and how fast one resource of one location may move. Amounts are in the resource's own units. Immutable and thread-safe; build
 * one with {@link #builder}.
 *
 * @param sizing how the requirement is read off the forecast
 * @param threshold a delta up to this size changes nothing, 0 or more
 * @param minimum never less, 0 or more
 * @param maximum never more, in whole units, {@code minimum} or more, may be infinite; wins where whole units can't meet both
 * @param stepUp most that a forecast adds in one cycle, rounded up to whole units, above 0, may be infinite
 * @param stepDown most that is removed in one cycle, rounded down to whole units but one unit at least, above 0, may be infinite
 * @param upCooldown time after an accepted growth in which a forecast does not grow it again; actual demand does
 * @param downCooldown time after any accepted change in which it does not shrink
 * @param warm amount that waits ready and unassigned, 0 or more
 * @param rules what else holds of it
 * @param schedules what holds at times instead: of several that hold, the later one in the list wins where they speak of the same
 */
public record ResourcePolicy(
        Sizing sizing,
        double threshold,
        double minimum,
        double maximum,
        double stepUp,
        double stepDown,
        Duration upCooldown,
        Duration downCooldown,
        double warm,
        PoolRules rules,
        List<Schedule> schedules) {
    /**
     * Checks the ranges and copies the schedules.
     *
     * @param sizing how the requirement is read off the forecast
     * @param threshold a delta up to this size changes nothing
     * @param minimum never less
     * @param maximum never more
     * @param stepUp most that a forecast adds in one cycle
     * @param stepDown most that is removed in one cycle
     * @param upCooldown time after an accepted growth in which a forecast does not grow it again
     * @param downCooldown time after any accepted change in which it does not shrink
     * @param warm amount that waits ready and unassigned
     * @param rules what else holds of it
     * @param schedules what holds at times instead
     * @throws IllegalArgumentException if a number is outside its range or the minimum exceeds the maximum
     */
    public ResourcePolicy {
        schedules = List.copyOf(schedules);
        Checks.notNegative(threshold, "threshold");
        Checks.notNegative(minimum, "minimum");
        Checks.notNegative(warm, "warm amount");
        if (!(minimum <= maximum)) {
            throw Checks.failure("minimum " + minimum, "must not exceed the maximum " + maximum, "they were swapped");
        }
        if (!(stepUp > 0)) {
            throw Checks.failure("step up " + stepUp, "must be above 0", "a frozen pool was meant: set its maximum");
        }
        if (!(stepDown > 0)) {
            throw Checks.failure(
                    "step down " + stepDown, "must be above 0", "a frozen pool was meant: set its minimum");
        }
        if (upCooldown.isNegative()) {
            throw Checks.failure("up cooldown " + upCooldown, "must be 0 or more", "two instants were swapped");
        }
        if (downCooldown.isNegative()) {
            throw Checks.failure("down cooldown " + downCooldown, "must be 0 or more", "two instants were swapped");
        }
    }

    /**
     * A policy without further rules.
     *
     * @param sizing how the requirement is read off the forecast
     * @param threshold a delta up to this size changes nothing
     * @param minimum never less
     * @param maximum never more
     * @param stepUp most that a forecast adds in one cycle
     * @param stepDown most that is removed in one cycle
     * @param upCooldown time after an accepted growth in which a forecast does not grow it again
     * @param downCooldown time after any accepted change in which it does not shrink
     * @param warm amount that waits ready and unassigned
     * @throws IllegalArgumentException if a number is outside its range or the minimum exceeds the maximum
     */
    public ResourcePolicy(
            Sizing sizing,
            double threshold,
            double minimum,
            double maximum,
            double stepUp,
            double stepDown,
            Duration upCooldown,
            Duration downCooldown,
            double warm) {
        this(
                sizing,
                threshold,
                minimum,
                maximum,
                stepUp,
                stepDown,
                upCooldown,
                downCooldown,
                warm,
                PoolRules.NONE,
                List.of());
    }

    /**
     * Starts a policy from this one.
     *
     * @return a builder with all that this policy says
     */
    public ResourcePolicyBuilder toBuilder() {
        return new ResourcePolicyBuilder(this);
    }

    /**
     * Starts a policy: quantile 0.99, utilisation 1, no threshold, no bounds, no step limits, no cooldowns, nothing warm, no further rules.
     *
     * @return a builder
     */
    public static ResourcePolicyBuilder builder() {
        return new ResourcePolicyBuilder();
    }
}
