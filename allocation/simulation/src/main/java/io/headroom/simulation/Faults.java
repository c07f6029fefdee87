package io.headroom.simulation;

import io.headroom.core.Checks;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/**
 * What goes wrong in a simulated world, decided by a seed. Immutable and thread-safe.
 *
 * @param seed seed of all chances
 * @param timeoutBefore chance that an apply times out and has done nothing, in [0, 1]
 * @param timeoutAfter chance that an apply times out and has done everything, in [0, 1]
 * @param rejection chance that one target is refused, in [0, 1]
 * @param partial chance that one target is granted in half, in [0, 1]
 * @param observation chance that the fleet can't be observed or asked for a plan, in [0, 1]
 * @param outages spans in which telemetry fails
 */
public record Faults(
        long seed,
        double timeoutBefore,
        double timeoutAfter,
        double rejection,
        double partial,
        double observation,
        List<Outage> outages) {
    /** Nothing goes wrong. */
    public static final Faults NONE = new Faults(0, 0, 0, 0, 0, 0, List.of());

    /**
     * A span in which telemetry fails.
     *
     * @param from its first instant
     * @param to the instant after its last, later than {@code from}
     */
    public record Outage(Instant from, Instant to) {
        /**
         * Checks the order.
         *
         * @param from its first instant
         * @param to the instant after its last
         * @throws IllegalArgumentException if it does not end after it starts
         */
        public Outage {
            if (!to.isAfter(from)) {
                throw Checks.failure(
                        "outage from " + from + " to " + to, "must end after it starts", "they were swapped");
            }
        }

        boolean covers(Instant now) {
            return !now.isBefore(from) && now.isBefore(to);
        }
    }

    /**
     * Checks the chances.
     *
     * @param seed seed of all chances
     * @param timeoutBefore chance that an apply times out and has done nothing
     * @param timeoutAfter chance that an apply times out and has done everything
     * @param rejection chance that one target is refused
     * @param partial chance that one target is granted in half
     * @param observation chance that the fleet can't be observed
     * @param outages spans in which telemetry fails
     * @throws IllegalArgumentException if one is outside [0, 1]
     */
    public Faults {
        for (double chance : new double[] {timeoutBefore, timeoutAfter, rejection, partial, observation}) {
            Checks.require(
                    chance >= 0 && chance <= 1, "chance " + chance, "must lie in [0, 1]", "it was given in percent");
        }
        outages = List.copyOf(outages);
    }

    /**
     * Faults of every kind with the same chance.
     *
     * @param seed seed of all chances
     * @param chance chance of each kind, in [0, 1]
     * @return the faults, without telemetry outages
     * @throws IllegalArgumentException if the chance is outside [0, 1]
     */
    public static Faults everywhere(long seed, double chance) {
        return new Faults(seed, chance, chance, chance, chance, chance, List.of());
    }

    /**
     * The same with a telemetry outage.
     *
     * @param from its first instant
     * @param to the instant after its last, later than {@code from}
     * @return a copy
     * @throws IllegalArgumentException if it does not end after it starts
     */
    public Faults withOutage(Instant from, Instant to) {
        List<Outage> all = new ArrayList<>(outages);
        all.add(new Outage(from, to));
        return new Faults(seed, timeoutBefore, timeoutAfter, rejection, partial, observation, all);
    }
}
