package io.headroom.forecasting.internal.theta;

/** How a series is made one without season, to which the theta model is fitted. */
public enum Adjustment {
    /** A difference for each step of the season is taken off. */
    DIFFERENCE,
    /** The series, all above zero, is divided by a factor for each step of the season. */
    FACTOR,
    /** The series, all above zero, is taken as logarithms, with differences for the season: its drift is a rate. */
    LOGARITHM
}
