package io.headroom.allocation;

import io.headroom.core.PredictionData;
import io.headroom.spi.Outcome;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * What one cycle did. Immutable and thread-safe.
 *
 * @param at when it began
 * @param status how it ended
 * @param predictions what was predicted
 * @param decision what was decided; empty if nothing could be
 * @param outcomes what became of each target, in the order of the decision's targets
 * @param problems what went wrong and was contained
 * @param spikes the unexpected needs that triggered it between two intervals; empty if none did
 */
public record CycleReport(
        Instant at,
        Status status,
        List<PredictionData> predictions,
        Optional<Decision> decision,
        List<Outcome> outcomes,
        List<Problem> problems,
        List<Spike> spikes) {
    /** How a cycle ended. */
    public enum Status {
        /** Targets were given to the provisioner. */
        APPLIED,
        /** There was nothing to change. */
        UNCHANGED,
        /** A preview: nothing was changed. */
        PREVIEW,
        /** The policy only looks: it was decided and remembered, and nothing was changed. */
        SHADOW,
        /** Another allocator has taken over: nothing was changed, and this one will not change anything any more. */
        NOT_LEADER,
        /** Nothing could be decided or remembered: nothing was changed. */
        FAILED
    }

    /**
     * Copies the lists.
     *
     * @param at when it began
     * @param status how it ended
     * @param predictions what was predicted
     * @param decision what was decided
     * @param outcomes what became of each target
     * @param problems what went wrong and was contained
     * @param spikes the unexpected needs that triggered it
     */
    public CycleReport {
        predictions = List.copyOf(predictions);
        outcomes = List.copyOf(outcomes);
        problems = List.copyOf(problems);
        spikes = List.copyOf(spikes);
    }

    /**
     * A cycle that no spike has triggered.
     *
     * @param at when it began
     * @param status how it ended
     * @param predictions what was predicted
     * @param decision what was decided
     * @param outcomes what became of each target
     * @param problems what went wrong and was contained
     */
    public CycleReport(
            Instant at,
            Status status,
            List<PredictionData> predictions,
            Optional<Decision> decision,
            List<Outcome> outcomes,
            List<Problem> problems) {
        this(at, status, predictions, decision, outcomes, problems, List.of());
    }

    /** The same, triggered by spikes. */
    CycleReport triggeredBy(List<Spike> values) {
        return new CycleReport(at, status, predictions, decision, outcomes, problems, values);
    }

    /**
     * Whether unexpected needs triggered it between two intervals.
     *
     * @return true if there is a spike
     */
    public boolean triggered() {
        return !spikes.isEmpty();
    }
}
