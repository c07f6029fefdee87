package io.headroom.forecasting.internal.ets;

/** Why a fit is what it is. */
public enum EtsOutcome {
    /** Every form was considered. */
    COMPLETE,
    /** All values are the same: level alone, no variance. */
    CONSTANT,
    /** Time ran out: the best so far, if there is one. */
    DEADLINE,
    /** Too few values for the form, or for any: no model. */
    TOO_SHORT,
    /** The form needs values above zero, with digits left beside their differences: no model. */
    NOT_POSITIVE,
    /** No parameters gave a finite likelihood: no model. */
    NO_FIT
}
