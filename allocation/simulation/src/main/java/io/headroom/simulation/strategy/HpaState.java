package io.headroom.simulation.strategy;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;

/**
 * What {@link HpaAlgorithm} remembers of one target. Immutable and thread-safe.
 *
 * @param recommendations sizes before stabilisation, oldest first; empty if the target was never seen
 * @param events changes that were carried out, oldest first
 */
public record HpaState(List<Recommendation> recommendations, List<Event> events) {

    /**
     * A size before stabilisation.
     *
     * @param at when it was computed
     * @param units the size, at least 0
     */
    public record Recommendation(Instant at, int units) {

        /**
         * Checks that the time is there.
         *
         * @param at when it was computed
         * @param units the size, at least 0
         */
        public Recommendation {
            Objects.requireNonNull(at, "at");
        }
    }

    /**
     * A change that was carried out.
     *
     * @param at when
     * @param change units added, or, if negative, removed
     */
    public record Event(Instant at, int change) {

        /**
         * Checks that the time is there.
         *
         * @param at when
         * @param change units added, or, if negative, removed
         */
        public Event {
            Objects.requireNonNull(at, "at");
        }
    }

    /**
     * Copies the lists.
     *
     * @param recommendations sizes before stabilisation, oldest first
     * @param events changes that were carried out, oldest first
     */
    public HpaState {
        recommendations = List.copyOf(recommendations);
        events = List.copyOf(events);
    }

    /**
     * The state of a target that was never seen.
     *
     * @return empty
     */
    public static HpaState unseen() {
        return new HpaState(List.of(), List.of());
    }

    /** Remembers the current count at the first sight, so that the first decisions cannot shrink below it. */
    HpaState sighted(Instant now, int current) {
        return recommendations.isEmpty() ? new HpaState(List.of(new Recommendation(now, current)), events) : this;
    }

    /** Adds a recommendation and forgets what is older than the given times. */
    HpaState recommended(Instant now, int units, Duration recommendationMemory, Duration eventMemory) {
        Instant oldest = now.minus(recommendationMemory);
        Instant oldestEvent = now.minus(eventMemory);
        return new HpaState(
                Stream.concat(
                                recommendations.stream().filter(r -> !r.at().isBefore(oldest)),
                                Stream.of(new Recommendation(now, units)))
                        .toList(),
                events.stream().filter(e -> !e.at().isBefore(oldestEvent)).toList());
    }

    /** Adds an event. */
    HpaState changed(Instant now, int change) {
        return new HpaState(
                recommendations,
                Stream.concat(events.stream(), Stream.of(new Event(now, change)))
                        .toList());
    }
}
