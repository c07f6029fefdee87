package io.headroom.spi;

import io.headroom.core.Region;
import java.time.Instant;
import java.util.Set;

/**
 * Where actual rates come from.
 *
 * <p>Contract:
 * <ol>
 *   <li>Observations lie in [{@code since}, {@code until}), cover finished steps only, and are returned again when asked for again.
 *   <li>What was not measured is left out. Zero means that it was measured and nothing happened.
 *   <li>{@code completeUntil} never moves back between calls whose {@code until} does not, and never lies after {@code until}.
 *   <li>A source that can't be read by the deadline throws {@link AdapterException}; it does not answer with an empty list.
 * </ol>
 *
 * <p>Implementations are thread-safe, or say that they are not.
 */
@FunctionalInterface
public interface TelemetrySource {
    /**
     * Reads actual rates.
     *
     * @param regions flows that touch one of these regions are wanted; empty means all
     * @param since start of the span wanted
     * @param until end of the span wanted, exclusive: now
     * @param deadline when an answer should be there
     * @return the measurements
     * @throws AdapterException if the source can't be read
     */
    Telemetry observe(Set<Region> regions, Instant since, Instant until, Deadline deadline);
}
