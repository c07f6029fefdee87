package io.headroom.simulation;

import io.headroom.core.Location;
import io.headroom.core.Resource;

/**
 * What one resource of one location demanded and had, step by step. Immutable and thread-safe.
 */
public final class PoolTrack {
    private final Location location;
    private final Resource resource;
    private final double[] demand;
    private final double[] usable;
    private final double[] paid;

    PoolTrack(Location location, Resource resource, double[] demand, double[] usable, double[] paid) {
        this.location = location;
        this.resource = resource;
        this.demand = demand;
        this.usable = usable;
        this.paid = paid;
    }

    /**
     * The location.
     *
     * @return the region or link
     */
    public Location location() {
        return location;
    }

    /**
     * The resource.
     *
     * @return which resource
     */
    public Resource resource() {
        return resource;
    }

    /**
     * The demand.
     *
     * @return a new array, one amount a step
     */
    public double[] demand() {
        return demand.clone();
    }

    /**
     * The capacity that was allocated and usable.
     *
     * @return a new array, one amount a step
     */
    public double[] usable() {
        return usable.clone();
    }

    /**
     * The capacity that was paid for, booting and warm included.
     *
     * @return a new array, one amount a step
     */
    public double[] paid() {
        return paid.clone();
    }

    /**
     * The share of steps in which demand exceeded what was usable.
     *
     * @return in [0, 1]
     */
    public double violations() {
        int hits = 0;
        for (int t = 0; t < demand.length; t++) {
            if (demand[t] > usable[t] * (1 + 1e-9)) {
                hits++;
            }
        }
        return (double) hits / demand.length;
    }
}
