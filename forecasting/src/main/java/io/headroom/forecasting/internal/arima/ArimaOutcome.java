package io.headroom.forecasting.internal.arima;

/** Why a fit is what it is. */
public enum ArimaOutcome {
    /** Everything was considered. */
    COMPLETE,
    /** All values are the same: a walk without steps. */
    CONSTANT,
    /** Season and series are too long for all seasonal orders to be tried: a moving average of one season at most. */
    LONG_SEASON,
    /** Time ran out: the best so far. */
    DEADLINE,
    /** Too few values: no model. */
    TOO_SHORT,
    /** No coefficients gave a finite likelihood: no model. */
    NO_FIT
}
