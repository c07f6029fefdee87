package io.headroom.simulation.strategy.frontier;

import io.headroom.simulation.strategy.DemandClass;
import java.util.Locale;

/** The lines of every table: all series, and the two populations that must not be mixed into one median. */
public enum SeriesGroup {
    /** Every series. */
    ALL,
    /** The series whose demand is {@link DemandClass#REGULAR}. */
    REGULAR,
    /** The series whose demand is {@link DemandClass#BURSTY}. */
    BURSTY;

    /**
     * Whether series of a class belong here.
     *
     * @param demandClass the class of a series
     * @return true if they do
     */
    public boolean includes(DemandClass demandClass) {
        return switch (this) {
            case ALL -> true;
            case REGULAR -> demandClass == DemandClass.REGULAR;
            case BURSTY -> demandClass == DemandClass.BURSTY;
        };
    }

    /** The name as it is written in tables: lower-case. */
    @Override
    public String toString() {
        return name().toLowerCase(Locale.ROOT);
    }
}
