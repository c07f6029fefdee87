package io.headroom.allocation;

import io.headroom.core.Location;
import java.time.Duration;
import java.time.Instant;

/**
 * Decides: from a situation and what happened before to targets. No clock, no input or output, no randomness; total: any valid
 * situation has a decision. Each resource goes through the rules of {@link Reason.Rule} in their order, with its policy as the schedules
 * of the moment have it; {@link DecisionInvariants} says what holds of every decision. Immutable and thread-safe. Cost: linear in
 * locations.
 */
public final class DecisionEngine {
    private final AllocationPolicy policy;

    /**
     * An engine for a policy.
     *
     * @param policy the policy
     */
    public DecisionEngine(AllocationPolicy policy) {
        this.policy = policy;
    }

    /**
     * Decides for the given locations.
     *
     * @param situation what is known
     * @param history what happened before
     * @param locations the locations to decide for; one that the policy does not place is left out, one that is named twice counts once
     * @return the decision
     */
    public Decision decide(Situation situation, ChangeHistory history, Iterable<? extends Location> locations) {
        return decide(situation, history, locations, Crew.ALONE);
    }

    /** The same on the threads of a crew. */
    Decision decide(Situation situation, ChangeHistory history, Iterable<? extends Location> locations, Crew crew) {
        return new DecisionPass(policy, situation, history).decide(locations, crew);
    }

    /** Compares durations: adding a long cooldown to an instant could overflow, and so could nanoseconds since the distant past. */
    static boolean within(Duration cooldown, Instant last, Instant now) {
        long seconds = now.getEpochSecond() - last.getEpochSecond();
        Duration since = Duration.ofSeconds(seconds, (long) now.getNano() - last.getNano());
        return !cooldown.isZero() && since.compareTo(cooldown) < 0;
    }
}
