package io.headroom.spi;

import io.headroom.core.TransactionRecord;
import java.time.Instant;
import java.util.function.Consumer;

/**
 * Where transaction records come from: a log, a topic, a table. {@link MeteredTelemetry} turns it into a {@link TelemetrySource}.
 *
 * <p>Contract: each call hands over the records that were not handed over before; the same record may come twice if it has an id; order does
 * not matter within the meter's lateness. One thread at a time calls it.
 */
@FunctionalInterface
public interface RecordSource {
    /**
     * Hands over new records.
     *
     * @param until records at or after this instant may be held back: now
     * @param sink takes each record
     * @param deadline when the call should end
     * @return the instant before which the records are complete, at most {@code until}; {@link Instant#EPOCH} if nothing is known
     * @throws AdapterException if the source can't be read; records handed over before count
     */
    Instant drain(Instant until, Consumer<TransactionRecord> sink, Deadline deadline);
}
