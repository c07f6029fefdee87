package io.headroom.allocation.rules;

/** Who is served first when capacity is short, in this order. */
public enum Priority {
    /** Somebody waits for it. */
    INTERACTIVE,
    /** It should be served soon, and may slow down. */
    ELASTIC,
    /** It may wait. */
    BACKGROUND
}
