package io.headroom.allocation.cost;

import io.headroom.core.Checks;
import java.time.Duration;

/** How an {@link Offer} is paid for, and what may be counted on. Immutable and thread-safe. */
public sealed interface Billing {
    /**
     * Share of a unit's resources that counts towards a requirement.
     *
     * @return in (0, 1]
     */
    default double countedShare() {
        return 1;
    }

    /**
     * On demand: can be given back once the minimum term is over; the price follows the offer's schedule.
     *
     * @return the billing
     */
    static Billing onDemand() {
        return new OnDemand();
    }

    /**
     * Reserved: the price in force at the purchase holds for the whole minimum term, the schedule's after it.
     *
     * @return the billing
     */
    static Billing reserved() {
        return new Reserved();
    }

    /**
     * Spot: may be taken away at any time.
     *
     * @param interruptionRisk share of the time in which a unit is expected to be away, in [0, 1)
     * @return the billing
     * @throws IllegalArgumentException if the risk is outside [0, 1)
     */
    static Billing spot(double interruptionRisk) {
        return new Spot(interruptionRisk);
    }

    /**
     * Spot with a risk from its causes: a unit that is interrupted r times an hour and is away for w hours each time is away for the share
     * r w / (1 + r w) of the time (the mean of an alternating renewal process).
     *
     * @param interruptionsPerHour mean interruptions in an hour of running, finite, 0 or more
     * @param away mean time from an interruption until a replacement is usable, zero or more, 100 years at most
     * @return the billing
     * @throws IllegalArgumentException if an argument is outside its range
     */
    static Billing spot(double interruptionsPerHour, Duration away) {
        Bounds.time(away, "time away");
        double lost = Checks.notNegative(interruptionsPerHour, "interruptions per hour") * away.toMillis() / 3.6e6;
        return new Spot(lost / (1 + lost));
    }

    /** On demand: can be given back once the minimum term is over. */
    record OnDemand() implements Billing {}

    /** Reserved: bought for the minimum term at the price in force then. */
    record Reserved() implements Billing {}

    /**
     * Spot: may be taken away at any time. It counts with the share of its capacity that is expected to be there, 1 - risk, and at most
     * {@link CostRequest#spotShare} of a requirement may rest on it: the first pays for single interruptions, the second bounds the loss
     * when all spot units go at once.
     *
     * @param interruptionRisk share of the time in which a unit is expected to be away, in [0, 1)
     */
    record Spot(double interruptionRisk) implements Billing {
        /**
         * Checks the risk.
         *
         * @param interruptionRisk share of the time in which a unit is expected to be away
         * @throws IllegalArgumentException if it is outside [0, 1)
         */
        public Spot {
            if (!(interruptionRisk >= 0 && interruptionRisk < 1)) {
                throw Checks.failure(
                        "interruption risk " + interruptionRisk, "must lie in [0, 1)", "it was given in percent");
            }
        }

        @Override
        public double countedShare() {
            return 1 - interruptionRisk;
        }
    }
}
