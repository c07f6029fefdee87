package io.headroom.core;

/** How good the ground is that a forecast stands on, best first. A fit always yields one of these, never nothing. */
public enum Rung {
    /** The model that was asked for, fitted as it should be. */
    FULL,
    /** A simpler form of the model: too little data or time for the whole. */
    RESTRICTED,
    /** The parameters of an earlier fit: this one failed or ran out of time. */
    LAST_GOOD,
    /** The value one season ago. */
    SEASONAL_NAIVE,
    /** The last value. */
    LAST_VALUE,
    /** No data at all: a prior. */
    PRIOR;

    /**
     * The lower of two rungs.
     *
     * @param other another rung
     * @return the one that is further from {@link #FULL}
     */
    public Rung worst(Rung other) {
        return compareTo(other) >= 0 ? this : other;
    }
}
