package io.headroom.allocation.cost;

import io.headroom.core.Location;
import java.util.Locale;

/**
 * A part of a need that gave way to the spending cap. Immutable and thread-safe.
 *
 * @param location the region or link
 * @param priority priority of the tier
 * @param part which part of the tier
 * @param share share of that part that was given up, in (0, 1]
 */
public record Cut(Location location, int priority, Part part, double share) {
    /** The parts of a tier, in the order in which they give way. */
    public enum Part {
        /** What is wanted beyond the actual demand. */
        HEADROOM,
        /** Measured demand: cut only if the cap forbids even that. */
        ACTUAL
    }

    @Override
    public String toString() {
        return String.format(
                Locale.ROOT, "%s priority %d: %.1f %% of %s given up", location.key(), priority, 100 * share, part);
    }
}
