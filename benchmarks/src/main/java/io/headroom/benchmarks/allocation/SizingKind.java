package io.headroom.benchmarks.allocation;

/** What the safety parameter x of this library's strategy means, in (0, 1). */
public enum SizingKind {
    /** A step without cover costs x / (1 - x) times the usual need, held for a step. */
    COST,
    /** The probability that demand is covered. */
    QUANTILE
}
