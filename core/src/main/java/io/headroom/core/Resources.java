package io.headroom.core;

/**
 * An amount of each resource, in the host's units. Immutable and thread-safe.
 *
 * @param compute amount of compute, finite, 0 or more
 * @param storage amount of storage, finite, 0 or more
 * @param bandwidth amount of bandwidth, finite, 0 or more
 */
public record Resources(double compute, double storage, double bandwidth) {
    /** Nothing. */
    public static final Resources NONE = new Resources(0, 0, 0);

    /**
     * Checks the amounts.
     *
     * @param compute amount of compute
     * @param storage amount of storage
     * @param bandwidth amount of bandwidth
     * @throws IllegalArgumentException if one is negative or not finite
     */
    public Resources {
        compute = Checks.notNegative(compute, "compute");
        storage = Checks.notNegative(storage, "storage");
        bandwidth = Checks.notNegative(bandwidth, "bandwidth");
    }

    /**
     * Compute alone.
     *
     * @param amount finite, 0 or more
     * @return that much compute, nothing else
     * @throws IllegalArgumentException if it is negative or not finite
     */
    public static Resources compute(double amount) {
        return new Resources(amount, 0, 0);
    }

    /**
     * Storage alone.
     *
     * @param amount finite, 0 or more
     * @return that much storage, nothing else
     * @throws IllegalArgumentException if it is negative or not finite
     */
    public static Resources storage(double amount) {
        return new Resources(0, amount, 0);
    }

    /**
     * Bandwidth alone.
     *
     * @param amount finite, 0 or more
     * @return that much bandwidth, nothing else
     * @throws IllegalArgumentException if it is negative or not finite
     */
    public static Resources bandwidth(double amount) {
        return new Resources(0, 0, amount);
    }

    /**
     * The amount of one resource.
     *
     * @param resource which
     * @return its amount, 0 or more
     */
    public double get(Resource resource) {
        return switch (resource) {
            case COMPUTE -> compute;
            case STORAGE -> storage;
            case BANDWIDTH -> bandwidth;
        };
    }

    /**
     * The same with one amount replaced.
     *
     * @param resource which
     * @param amount finite, 0 or more
     * @return a copy
     * @throws IllegalArgumentException if it is negative or not finite
     */
    public Resources with(Resource resource, double amount) {
        return switch (resource) {
            case COMPUTE -> new Resources(amount, storage, bandwidth);
            case STORAGE -> new Resources(compute, amount, bandwidth);
            case BANDWIDTH -> new Resources(compute, storage, amount);
        };
    }

    /**
     * The sum.
     *
     * @param other what is added
     * @return the sum of each amount
     */
    public Resources plus(Resources other) {
        return new Resources(compute + other.compute, storage + other.storage, bandwidth + other.bandwidth);
    }

    /**
     * A multiple.
     *
     * @param factor finite, 0 or more
     * @return each amount times the factor
     * @throws IllegalArgumentException if a product is negative or not finite
     */
    public Resources times(double factor) {
        return new Resources(compute * factor, storage * factor, bandwidth * factor);
    }

    /**
     * The larger amount of each resource.
     *
     * @param other what is compared
     * @return the maximum, resource by resource
     */
    public Resources max(Resources other) {
        return new Resources(
                Math.max(compute, other.compute),
                Math.max(storage, other.storage),
                Math.max(bandwidth, other.bandwidth));
    }

    /**
     * Whether there is nothing.
     *
     * @return true if every amount is 0
     */
    public boolean isNone() {
        return compute == 0 && storage == 0 && bandwidth == 0;
    }
}
