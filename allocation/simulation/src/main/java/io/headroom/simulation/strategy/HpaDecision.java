package io.headroom.simulation.strategy;

import java.time.Instant;
import java.util.List;
import java.util.Objects;

/**
 * What {@link HpaAlgorithm} decided and why. Immutable and thread-safe.
 *
 * @param at the time of the decision
 * @param current the number of units asked for before
 * @param proposed the number that the metrics propose; {@code current} if they were not asked or are invalid
 * @param desired the number to ask for
 * @param reasons why {@code desired} differs from {@code proposed}, or the metrics had no say, in order of the stages
 * @param state what to remember if the change is not carried out, or there is none
 */
public record HpaDecision(Instant at, int current, int proposed, int desired, List<HpaReason> reasons, HpaState state) {

    /**
     * Checks that all is there and copies the list.
     *
     * @param at the time of the decision
     * @param current the number of units asked for before
     * @param proposed the number that the metrics propose
     * @param desired the number to ask for
     * @param reasons why {@code desired} differs from {@code proposed}, or the metrics had no say, in order of the
     *     stages
     * @param state what to remember if the change is not carried out, or there is none
     */
    public HpaDecision {
        Objects.requireNonNull(at, "at");
        reasons = List.copyOf(reasons);
        Objects.requireNonNull(state, "state");
    }

    /**
     * Whether there is anything to write.
     *
     * @return true if the desired number differs from the current one
     */
    public boolean changes() {
        return desired != current;
    }

    /**
     * What to remember once the change was carried out.
     *
     * @return the state with the event, or just the state if nothing changes
     */
    public HpaState accepted() {
        return changes() ? state.changed(at, desired - current) : state;
    }
}
