package io.headroom.spi;

import io.headroom.core.Resources;

/**
 * What a flow costs in resources for each transaction per second, and for each byte per second where volume is measured: at its source,
 * at its destination and on the link between them. Storage per transaction per second is the amount held while the data is kept.
 * Immutable and thread-safe.
 *
 * @param source at the source region, per transaction per second
 * @param destination at the destination region, per transaction per second
 * @param link on the link, per transaction per second
 * @param sourcePerByte at the source region, per byte per second
 * @param destinationPerByte at the destination region, per byte per second
 * @param linkPerByte on the link, per byte per second
 */
public record FlowDemand(
        Resources source,
        Resources destination,
        Resources link,
        Resources sourcePerByte,
        Resources destinationPerByte,
        Resources linkPerByte) {
    /**
     * A demand by transactions alone.
     *
     * @param source at the source region, per transaction per second
     * @param destination at the destination region, per transaction per second
     * @param link on the link, per transaction per second
     * @return the demand
     */
    public static FlowDemand perTransaction(Resources source, Resources destination, Resources link) {
        return new FlowDemand(source, destination, link, Resources.NONE, Resources.NONE, Resources.NONE);
    }

    /**
     * The same with a demand by bytes added.
     *
     * @param atSource at the source region, per byte per second
     * @param atDestination at the destination region, per byte per second
     * @param onLink on the link, per byte per second
     * @return a copy
     */
    public FlowDemand perByte(Resources atSource, Resources atDestination, Resources onLink) {
        return new FlowDemand(source, destination, link, atSource, atDestination, onLink);
    }
}
