package io.headroom.spi;

import java.time.Instant;
import java.util.List;

/**
 * What a {@link TelemetrySource} has measured. Immutable and thread-safe.
 *
 * @param completeUntil all rates before this instant are in, or will never be; the age of the data is counted from here
 * @param rates actual rates of finished steps; a flow without an observation in a step is missing there, not zero
 * @param utilisation measured use of pools, where the host has it
 */
public record Telemetry(Instant completeUntil, List<RateObservation> rates, List<Utilisation> utilisation) {
    /**
     * Copies the lists.
     *
     * @param completeUntil all rates before this instant are in
     * @param rates actual rates of finished steps
     * @param utilisation measured use of pools
     */
    public Telemetry {
        rates = List.copyOf(rates);
        utilisation = List.copyOf(utilisation);
    }
}
