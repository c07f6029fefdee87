package io.headroom.allocation;

import io.headroom.allocation.pairs.Place;
import io.headroom.core.Checks;
import io.headroom.core.Location;
import io.headroom.core.Resource;
import io.headroom.core.Resources;
import io.headroom.core.TimeGrid;
import java.time.Duration;
import java.util.Collections;
import java.util.Map;
import java.util.TreeMap;

/**
 * The mean measured need of each resource over about the last three days, which violation ratios are multiples of: a mean of all steps since
 * the first need to begin with, then one that forgets. Immutable and thread-safe.
 *
 * @param means what is known by "location/RESOURCE"
 */
record UsualNeed(Map<String, Mean> means) {
    static final UsualNeed NONE = new UsualNeed(Map.of());

    private static final Duration MEMORY = Duration.ofDays(3);

    /**
     * A mean of some steps.
     *
     * @param amount in the resource's units, 0 or more
     * @param steps number of steps, 1 or more
     */
    record Mean(double amount, long steps) {
        Mean {
            Checks.notNegative(amount, "usual need");
            Checks.require(steps >= 1, "steps " + steps, "must be 1 or more", "the state was edited");
        }

        Mean with(double next, long more, long most) {
            long known = Math.min(steps, most);
            double share = (double) more / Math.max(more, Math.min(known + more, most));
            return new Mean(amount + share * (next - amount), known + Math.min(more, most));
        }
    }

    UsualNeed {
        means = Collections.unmodifiableMap(new TreeMap<>(means));
    }

    /** After some more steps with these mean needs. */
    UsualNeed with(Map<Location, Resources> needs, long steps, TimeGrid grid) {
        if (steps < 1) {
            return this;
        }
        long most = Math.max(1, MEMORY.dividedBy(grid.step()));
        Map<String, Mean> next = new TreeMap<>();
        needs.forEach((location, amounts) -> {
            for (Resource resource : Resource.values()) {
                String key = new Place(location, resource).key();
                double amount = amounts.get(resource);
                Mean before = means.get(key);
                if (before != null) {
                    next.put(key, before.with(amount, steps, most));
                } else if (amount > 0) {
                    next.put(key, new Mean(amount, Math.min(steps, most)));
                }
            }
        });
        return new UsualNeed(next);
    }

    /** A plan whose ratios are taken of what is usual; one of which nothing is known stays as it is. */
    SizingPlan price(SizingPlan plan) {
        return (location, resource) -> {
            Sizing sizing = plan.sizing(location, resource);
            Mean mean = sizing.violationRatio() > 0 ? means.get(new Place(location, resource).key()) : null;
            return mean == null ? sizing : sizing.priced(mean.amount());
        };
    }
}
