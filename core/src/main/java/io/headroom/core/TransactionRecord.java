package io.headroom.core;

import java.time.Instant;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * One transaction between two regions. Immutable and thread-safe.
 *
 * @param sourceRegion where it came from
 * @param destinationRegion where it went; never equal to the source
 * @param timestamp when it happened
 * @param transactionType its type
 * @param id its id where the host has one: records with the same id count once
 * @param volumeBytes its volume in bytes, 0 or more, where the host has one
 */
public record TransactionRecord(
        Region sourceRegion,
        Region destinationRegion,
        Instant timestamp,
        TransactionType transactionType,
        Optional<String> id,
        OptionalLong volumeBytes) {
    /**
     * Checks that the regions differ and the volume is not negative.
     *
     * @param sourceRegion where it came from
     * @param destinationRegion where it went
     * @param timestamp when it happened
     * @param transactionType its type
     * @param id its id where the host has one
     * @param volumeBytes its volume in bytes
     * @throws IllegalArgumentException if the regions are equal or the volume is negative
     */
    public TransactionRecord {
        if (sourceRegion.equals(destinationRegion)) {
            throw Checks.failure(
                    "transaction record from " + sourceRegion + " to " + destinationRegion,
                    "must join two different regions",
                    "a local transaction should be left out");
        }
        if (volumeBytes.orElse(0) < 0) {
            throw Checks.failure(
                    "volumeBytes " + volumeBytes.orElse(0), "must be 0 or more", "a 32-bit counter overflowed");
        }
    }

    /**
     * A record without id and volume.
     *
     * @param sourceRegion where it came from
     * @param destinationRegion where it went
     * @param timestamp when it happened
     * @param transactionType its type
     * @throws IllegalArgumentException if the regions are equal
     */
    public TransactionRecord(
            Region sourceRegion, Region destinationRegion, Instant timestamp, TransactionType transactionType) {
        this(sourceRegion, destinationRegion, timestamp, transactionType, Optional.empty(), OptionalLong.empty());
    }

    /**
     * The flow that this transaction belongs to.
     *
     * @return its pair and type
     */
    public Flow flow() {
        return new Flow(new RegionPair(sourceRegion, destinationRegion), transactionType);
    }

    /**
     * The same record with an id.
     *
     * @param newId the id
     * @return a copy
     */
    public TransactionRecord withId(String newId) {
        return new TransactionRecord(
                sourceRegion, destinationRegion, timestamp, transactionType, Optional.of(newId), volumeBytes);
    }

    /**
     * The same record with a volume.
     *
     * @param bytes the volume in bytes, 0 or more
     * @return a copy
     * @throws IllegalArgumentException if it is negative
     */
    public TransactionRecord withVolumeBytes(long bytes) {
        return new TransactionRecord(
                sourceRegion, destinationRegion, timestamp, transactionType, id, OptionalLong.of(bytes));
    }
}
