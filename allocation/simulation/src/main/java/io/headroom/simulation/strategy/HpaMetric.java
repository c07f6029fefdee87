package io.headroom.simulation.strategy;

import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * One metric of {@link HpaAlgorithm} with its target and its latest samples. Amounts are whole thousandths, so that the
 * floors of the algorithm are exact. Immutable and thread-safe.
 */
public sealed interface HpaMetric {

    /**
     * The metric's name.
     *
     * @return for reports only
     */
    String name();

    /** A metric sampled at each unit. */
    sealed interface Sampled extends HpaMetric permits Utilisation, PerUnit {

        /**
         * Whether samples of starting units are distrusted.
         *
         * @return true for CPU usage
         */
        boolean cpu();

        /**
         * The samples.
         *
         * @return by unit name; those of unknown units are left out of account
         */
        Map<String, HpaSample> samples();
    }

    /**
     * Usage as a share of what each unit requested.
     *
     * @param name for reports only
     * @param cpu whether samples of starting units are distrusted
     * @param targetPercent wanted utilisation in per cent of the request, at least 1
     * @param requests what each unit requested, by unit name; a unit without one makes the metric invalid
     * @param samples usage by unit name
     */
    record Utilisation(
            String name, boolean cpu, int targetPercent, Map<String, Long> requests, Map<String, HpaSample> samples)
            implements Sampled {

        /**
         * Checks the ranges and copies the maps.
         *
         * @param name for reports only
         * @param cpu whether samples of starting units are distrusted
         * @param targetPercent wanted utilisation in per cent of the request, at least 1
         * @param requests what each unit requested, by unit name
         * @param samples usage by unit name
         * @throws IllegalArgumentException if the target is below 1
         */
        public Utilisation {
            Objects.requireNonNull(name, "name");
            Checks.atLeast("targetPercent", targetPercent, 1);
            requests = Map.copyOf(requests);
            samples = Map.copyOf(samples);
        }
    }

    /**
     * A plain amount at each unit, compared by its mean.
     *
     * @param name for reports only
     * @param cpu whether samples of starting units are distrusted
     * @param target wanted mean per unit, at least 1
     * @param samples amount by unit name
     */
    record PerUnit(String name, boolean cpu, long target, Map<String, HpaSample> samples) implements Sampled {

        /**
         * Checks the ranges and copies the map.
         *
         * @param name for reports only
         * @param cpu whether samples of starting units are distrusted
         * @param target wanted mean per unit, at least 1
         * @param samples amount by unit name
         * @throws IllegalArgumentException if the target is below 1
         */
        public PerUnit {
            Objects.requireNonNull(name, "name");
            checkTarget(target);
            samples = Map.copyOf(samples);
        }
    }

    /**
     * One amount for the whole fleet, compared with a target for the whole fleet.
     *
     * @param name for reports only
     * @param target wanted amount, at least 1
     * @param value the amount; null if there is no report
     */
    record Total(String name, long target, @Nullable Long value) implements HpaMetric {

        /**
         * Checks the ranges.
         *
         * @param name for reports only
         * @param target wanted amount, at least 1
         * @param value the amount
         * @throws IllegalArgumentException if the target is below 1
         */
        public Total {
            Objects.requireNonNull(name, "name");
            checkTarget(target);
        }
    }

    /**
     * One amount for the whole fleet, compared with a target for each unit.
     *
     * @param name for reports only
     * @param target wanted amount per unit, at least 1
     * @param value the amount; null if there is no report
     */
    record TotalPerUnit(String name, long target, @Nullable Long value) implements HpaMetric {

        /**
         * Checks the ranges.
         *
         * @param name for reports only
         * @param target wanted amount per unit, at least 1
         * @param value the amount
         * @throws IllegalArgumentException if the target is below 1
         */
        public TotalPerUnit {
            Objects.requireNonNull(name, "name");
            checkTarget(target);
        }
    }

    private static void checkTarget(long target) {
        if (target < 1) {
            throw new IllegalArgumentException(
                    "target is " + target + ", but must be at least 1\nMaybe it was not given in thousandths?");
        }
    }
}
