package io.headroom.allocation.cost;

import io.headroom.core.Checks;
import io.headroom.core.Location;
import io.headroom.core.Resources;
import java.time.Duration;
import java.util.List;

/**
 * What one location needs, and for how long. Immutable and thread-safe.
 *
 * @param location the region or link
 * @param duration how long the need is expected to last, above zero, 100 years at most
 * @param tiers its parts by priority; they add up, to 10<sup>15</sup> of a resource at most
 */
public record CapacityNeed(Location location, Duration duration, List<Tier> tiers) {
    /**
     * Checks and copies.
     *
     * @param location the region or link
     * @param duration how long the need is expected to last
     * @param tiers its parts by priority
     * @throws IllegalArgumentException if the duration or the sum of the tiers is outside its range
     */
    public CapacityNeed {
        Bounds.time(Checks.positive(duration, "duration of the need of " + location.key()), "duration of a need");
        tiers = List.copyOf(tiers);
        Bounds.amounts(sum(tiers), "need of " + location.key());
    }

    /**
     * A need of one priority.
     *
     * @param location the region or link
     * @param duration how long the need is expected to last, above zero, 100 years at most
     * @param actual what measured demand takes now
     * @param target what is wanted, forecast headroom included; where it is below the actual demand, that counts
     * @return the need
     * @throws IllegalArgumentException if an argument is outside its range
     */
    public static CapacityNeed of(Location location, Duration duration, Resources actual, Resources target) {
        return new CapacityNeed(location, duration, List.of(new Tier(0, actual, target)));
    }

    private static Resources sum(List<Tier> tiers) {
        Resources sum = Resources.NONE;
        for (Tier tier : tiers) {
            sum = sum.plus(tier.target());
        }
        return sum;
    }

    /**
     * What is wanted of all tiers together.
     *
     * @return the sum of their targets
     */
    public Resources target() {
        return sum(tiers);
    }

    /**
     * What measured demand of all tiers takes now.
     *
     * @return the sum of their actual demands
     */
    public Resources actual() {
        Resources sum = Resources.NONE;
        for (Tier tier : tiers) {
            sum = sum.plus(tier.actual());
        }
        return sum;
    }

    /**
     * The part of a need that one priority has, for example that of one transaction type. Immutable and thread-safe.
     *
     * @param priority the higher, the later it gives way to a spending cap
     * @param actual what measured demand takes now
     * @param target what is wanted, forecast headroom included; not below the actual demand
     */
    public record Tier(int priority, Resources actual, Resources target) {
        /**
         * Raises the target to the actual demand.
         *
         * @param priority the higher, the later it gives way
         * @param actual what measured demand takes now
         * @param target what is wanted
         * @throws IllegalArgumentException if an amount exceeds 10<sup>15</sup>
         */
        public Tier {
            Bounds.amounts(actual, "actual demand");
            target = Bounds.amounts(target, "target").max(actual);
        }
    }
}
