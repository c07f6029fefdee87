package io.headroom.simulation.strategy;

import java.time.Instant;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * One unit (a pod) as {@link HpaAlgorithm} sees it. Immutable and thread-safe.
 *
 * @param name unique among the units of a situation; samples and requests refer to it
 * @param phase where it is in its life
 * @param deleting whether its deletion was asked for
 * @param ready whether it reports readiness
 * @param startedAt when it started; null if unknown
 * @param readinessChangedAt when {@code ready} last changed; null if readiness was never reported
 */
public record HpaUnit(
        String name,
        Phase phase,
        boolean deleting,
        boolean ready,
        @Nullable Instant startedAt,
        @Nullable Instant readinessChangedAt) {

    /** Where a unit is in its life. */
    public enum Phase {
        /** Accepted, not started. */
        PENDING,
        /** Started. */
        RUNNING,
        /** Ended with a failure. */
        FAILED
    }

    /**
     * Checks that name and phase are there.
     *
     * @param name unique among the units of a situation
     * @param phase where it is in its life
     * @param deleting whether its deletion was asked for
     * @param ready whether it reports readiness
     * @param startedAt when it started
     * @param readinessChangedAt when {@code ready} last changed
     */
    public HpaUnit {
        Objects.requireNonNull(name, "name");
        Objects.requireNonNull(phase, "phase");
    }
}
