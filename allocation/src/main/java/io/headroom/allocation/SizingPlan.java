package io.headroom.allocation;

import io.headroom.core.Location;
import io.headroom.core.Resource;

/** Says how each resource of each location is sized. A pure function; implementations are thread-safe. */
@FunctionalInterface
public interface SizingPlan {
    /**
     * The sizing of a resource.
     *
     * @param location the region or link
     * @param resource the resource
     * @return its sizing
     */
    Sizing sizing(Location location, Resource resource);

    /**
     * The same sizing everywhere.
     *
     * @param sizing the sizing
     * @return the plan
     */
    static SizingPlan uniform(Sizing sizing) {
        return (location, resource) -> sizing;
    }
}
