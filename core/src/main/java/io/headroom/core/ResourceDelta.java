package io.headroom.core;

import java.util.Locale;

/**
 * What one location lacks or has too much of at a moment ahead: required minus what will be there. Immutable and thread-safe.
 *
 * @param location the region or link
 * @param required what the forecast asks for, in resource units
 * @param committed what will be there, asked-for units included
 */
public record ResourceDelta(Location location, Resources required, Resources committed) {
    /**
     * The delta of one resource.
     *
     * @param resource which
     * @return required minus committed: above 0 if short, below 0 if idle
     */
    public double delta(Resource resource) {
        return required.get(resource) - committed.get(resource);
    }

    @Override
    public String toString() {
        return String.format(
                Locale.ROOT,
                "ResourceDelta[%s: compute %+.3f, storage %+.3f, bandwidth %+.3f]",
                location.key(),
                delta(Resource.COMPUTE),
                delta(Resource.STORAGE),
                delta(Resource.BANDWIDTH));
    }
}
