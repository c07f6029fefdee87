package io.headroom.forecasting.internal.intermittent;

import java.util.Objects;
import java.util.Optional;

/**
 * The result of a choice. Immutable and thread-safe.
 *
 * @param model the best model found
 * @param complete false if time ran out before every candidate was tried
 */
public record DemandFit(Optional<DemandModel> model, boolean complete) {
    /**
     * Refuses a missing part.
     *
     * @param model the best model found
     * @param complete false if time ran out before every candidate was tried
     * @throws NullPointerException if the model is null
     */
    public DemandFit {
        Objects.requireNonNull(model, "model");
    }
}
