package io.headroom.core;

/** What a {@link RateMeter} did with a record. */
public enum RecordVerdict {
    /** It was counted. */
    COUNTED,
    /** A record with the same id was counted before. */
    DUPLICATE,
    /** Its step was closed already: it came later than the allowed lateness. */
    LATE,
    /** It lies further ahead of all others than the allowed jump: a broken clock. */
    FUTURE,
    /** It belongs to a new flow and the meter holds as many flows as it may. */
    FLOW_LIMIT
}
