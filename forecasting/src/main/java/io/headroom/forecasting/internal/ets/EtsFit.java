package io.headroom.forecasting.internal.ets;

import java.util.Objects;
import java.util.Optional;

/**
 * The result of a fit: a model, or none, and why. Immutable and thread-safe.
 *
 * @param model the best model found
 * @param outcome why it is the best, or why there is none
 */
public record EtsFit(Optional<EtsModel> model, EtsOutcome outcome) {

    /**
     * Refuses missing parts.
     *
     * @param model the best model found
     * @param outcome why it is the best, or why there is none
     * @throws NullPointerException if a part is null
     */
    public EtsFit {
        Objects.requireNonNull(model, "model");
        Objects.requireNonNull(outcome, "outcome");
    }

    static EtsFit none(EtsOutcome outcome) {
        return new EtsFit(Optional.empty(), outcome);
    }
}
