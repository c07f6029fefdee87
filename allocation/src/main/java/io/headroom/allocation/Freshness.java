package io.headroom.allocation;

import java.time.Duration;

/** How far the telemetry of a cycle can be trusted. Immutable and thread-safe. */
public sealed interface Freshness {
    /**
     * Whether a target may be lowered.
     *
     * @return true only if the data is fresh
     */
    default boolean mayShrink() {
        return this instanceof Fresh;
    }

    /** The data is recent enough. */
    record Fresh() implements Freshness {}

    /**
     * The data is older than the policy allows.
     *
     * @param age age of the last complete step
     */
    record Stale(Duration age) implements Freshness {}

    /**
     * There is no data.
     *
     * @param reason why, in a sentence
     */
    record Blind(String reason) implements Freshness {}
}
