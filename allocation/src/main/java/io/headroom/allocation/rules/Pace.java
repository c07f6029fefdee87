package io.headroom.allocation.rules;

import io.headroom.core.Checks;
import java.time.Duration;

/**
 * How a forecast moves a pool one way. Measured need is not held back by it. Immutable and thread-safe.
 *
 * <p>Shrinking with a stabilisation of one lead time is the break-even hold: a unit is paid while it starts, so that keeping an idle one for a
 * lead time costs what starting it again does. It never costs more than twice what foresight would
 * ({@link io.headroom.allocation.plan.BreakEvenHold}).
 *
 * @param tolerance a recommendation that differs by no more than this share of what is there changes nothing; finite, 0 or more
 * @param stabilisation growing: the smallest recommendation of this time counts; shrinking: the largest; 0 or more, 0: the newest alone
 * @param stabilisationLeads the same in lead times, measured ones where they are; the longer of both counts; finite, 0 or more
 * @param velocity the most that it moves within periods
 */
public record Pace(double tolerance, Duration stabilisation, double stabilisationLeads, Velocity velocity) {
    /** Every recommendation is followed at once. */
    public static final Pace FREE = new Pace(0, Duration.ZERO, Velocity.UNLIMITED);

    /**
     * Checks the ranges.
     *
     * @param tolerance share of what is there that changes nothing
     * @param stabilisation time whose recommendations count
     * @param stabilisationLeads lead times whose recommendations count
     * @param velocity the most that it moves within periods
     * @throws IllegalArgumentException if the tolerance or a stabilisation is negative or not finite
     */
    public Pace {
        Checks.notNegative(tolerance, "tolerance");
        Durations.notNegative(stabilisation, "stabilisation");
        Checks.notNegative(stabilisationLeads, "stabilisation in lead times");
    }

    /**
     * A pace whose stabilisation is the same for all lead times.
     *
     * @param tolerance share of what is there that changes nothing
     * @param stabilisation time whose recommendations count
     * @param velocity the most that it moves within periods
     * @throws IllegalArgumentException if the tolerance or the stabilisation is negative or not finite
     */
    public Pace(double tolerance, Duration stabilisation, Velocity velocity) {
        this(tolerance, stabilisation, 0, velocity);
    }

    /**
     * The time whose recommendations count.
     *
     * @param leadTime from asking for capacity to its being usable, 0 or more
     * @return the longer of the stabilisation and that in lead times
     */
    public Duration window(Duration leadTime) {
        if (stabilisationLeads == 0) {
            return stabilisation;
        }
        Duration leads = Durations.times(leadTime, stabilisationLeads);
        return leads.compareTo(stabilisation) > 0 ? leads : stabilisation;
    }

    /**
     * The same with another tolerance.
     *
     * @param value share of what is there that changes nothing, 0 or more
     * @return a copy
     * @throws IllegalArgumentException if it is negative or not finite
     */
    public Pace withTolerance(double value) {
        return new Pace(value, stabilisation, stabilisationLeads, velocity);
    }

    /**
     * The same with another stabilisation.
     *
     * @param value time whose recommendations count, 0 or more
     * @return a copy
     * @throws IllegalArgumentException if it is negative
     */
    public Pace withStabilisation(Duration value) {
        return new Pace(tolerance, value, stabilisationLeads, velocity);
    }

    /**
     * The same with another stabilisation in lead times.
     *
     * @param value lead times whose recommendations count, 0 or more; 1 is the break-even
     * @return a copy
     * @throws IllegalArgumentException if it is negative or not finite
     */
    public Pace withStabilisationLeads(double value) {
        return new Pace(tolerance, stabilisation, value, velocity);
    }

    /**
     * The same with another velocity.
     *
     * @param value the most that it moves within periods
     * @return a copy
     */
    public Pace withVelocity(Velocity value) {
        return new Pace(tolerance, stabilisation, stabilisationLeads, value);
    }
}
