package io.headroom.forecasting.internal.arima;

import java.util.Objects;
import java.util.Optional;

/**
 * The result of a fit: a model, or none, and why. Immutable and thread-safe.
 *
 * @param model the best model found
 * @param outcome why it is the best, or why there is none
 */
public record ArimaFit(Optional<ArimaModel> model, ArimaOutcome outcome) {

    /**
     * Refuses missing parts.
     *
     * @param model the best model found
     * @param outcome why it is the best, or why there is none
     * @throws NullPointerException if a part is null
     */
    public ArimaFit {
        Objects.requireNonNull(model, "model");
        Objects.requireNonNull(outcome, "outcome");
    }

    static ArimaFit none(ArimaOutcome outcome) {
        return new ArimaFit(Optional.empty(), outcome);
    }
}
