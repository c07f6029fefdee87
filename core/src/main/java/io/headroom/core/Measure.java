package io.headroom.core;

/** What a rate series of a flow counts. */
public enum Measure {
    /** Transactions per second. */
    TRANSACTIONS,
    /** Bytes per second, of flows whose records carry a volume. */
    BYTES
}
