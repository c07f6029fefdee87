package io.headroom.allocation;

import io.headroom.allocation.plan.LeadTimes;
import io.headroom.core.Checks;
import io.headroom.spi.GroupTarget;
import io.headroom.spi.Outcome;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What an allocator remembers from cycle to cycle. Immutable and thread-safe.
 *
 * @param epoch how often an allocator has taken over, 1 or more once one has
 * @param sequence number of the last change set
 * @param observedUntil telemetry before this instant was fed back
 * @param history when each resource last grew and shrank
 * @param usual the mean of measured needs, as far as the policy asks
 * @param pending the change set that was about to be applied, until its outcome is known
 * @param partners where growth was refused
 * @param leadTimes lead times as measured, and units on their way
 */
record AllocationState(
        long epoch,
        long sequence,
        Optional<Instant> observedUntil,
        ChangeHistory history,
        UsualNeed usual,
        Optional<Pending> pending,
        PartnerMemory partners,
        LeadTimes leadTimes) {
    static final AllocationState INITIAL =
            new AllocationState(0, 0, Optional.empty(), ChangeHistory.NONE, UsualNeed.NONE, Optional.empty());

    AllocationState(
            long epoch,
            long sequence,
            Optional<Instant> observedUntil,
            ChangeHistory history,
            UsualNeed usual,
            Optional<Pending> pending) {
        this(epoch, sequence, observedUntil, history, usual, pending, PartnerMemory.NONE, LeadTimes.NONE);
    }

    AllocationState {
        if (epoch < 0 || sequence < 0) {
            throw Checks.failure(
                    "epoch " + epoch + " and sequence " + sequence, "must be 0 or more", "the state was edited");
        }
    }

    /** A change set on its way: its key and its targets by group name. */
    record Pending(String key, Map<String, Units> targets) {
        Pending {
            targets = SortedCopy.of(targets, Comparator.naturalOrder());
        }

        boolean hasTargets(List<GroupTarget> other) {
            return targets.equals(byName(other));
        }

        static Map<String, Units> byName(List<GroupTarget> list) {
            Map<String, Units> units = SortedCopy.sized(list.size());
            list.forEach(t -> units.put(t.group().name(), new Units(t.allocated(), t.warm())));
            return units;
        }
    }

    /** Units of one group, 0 or more. */
    record Units(int allocated, int warm) {
        Units {
            Checks.inRange(allocated, 0, Integer.MAX_VALUE, "allocated units");
            Checks.inRange(warm, 0, Integer.MAX_VALUE, "warm units");
        }
    }

    AllocationState withEpoch(long value) {
        return new AllocationState(value, sequence, observedUntil, history, usual, pending, partners, leadTimes);
    }

    /** The state with what was seen of lead times. */
    AllocationState withLeadTimes(LeadTimes value) {
        return new AllocationState(epoch, sequence, observedUntil, history, usual, pending, partners, value);
    }

    /** The state once telemetry before an instant was fed back, with the needs that are usual since. */
    AllocationState observed(Instant until, UsualNeed usualThen) {
        Instant latest = observedUntil.filter(until::isBefore).orElse(until);
        return new AllocationState(
                epoch, sequence, Optional.of(latest), history, usualThen, pending, partners, leadTimes);
    }

    /** The state with a change set about to be applied; the key of an unsettled one is kept if it asks for the same. */
    AllocationState intend(String allocator, List<GroupTarget> targets) {
        if (pending.isPresent() && pending.get().hasTargets(targets)) {
            return this;
        }
        long next = sequence + 1;
        Pending intent = new Pending(allocator + "-" + epoch + "-" + next, Pending.byName(targets));
        return new AllocationState(
                epoch, next, observedUntil, history, usual, Optional.of(intent), partners, leadTimes);
    }

    /** The state with what a decision recommended, whatever becomes of it. */
    AllocationState decided(Decision decision, AllocationPolicy policy) {
        return new AllocationState(
                epoch,
                sequence,
                observedUntil,
                history.recommended(decision, policy),
                usual,
                pending,
                partners,
                leadTimes);
    }

    /** The state once outcomes are known: a cooldown starts only on what was accepted, unknown outcomes stay pending. */
    AllocationState after(List<Outcome> outcomes, Decision decision, Situation situation, AllocationPolicy policy) {
        boolean unknown = outcomes.stream().anyMatch(Outcome.Unknown.class::isInstance);
        ChangeHistory changed = history.accepted(decision, outcomes, situation.fleet(), policy);
        LeadTimes leads = policy.measuredLeads().isNone()
                ? LeadTimes.NONE
                : leadTimes.granted(outcomes, situation.fleet(), decision.at());
        return new AllocationState(
                epoch,
                sequence,
                observedUntil,
                changed,
                usual,
                unknown ? pending : Optional.empty(),
                partners.after(outcomes, decision, situation.fleet(), policy),
                leads);
    }

    AllocationState settled() {
        return new AllocationState(
                epoch, sequence, observedUntil, history, usual, Optional.empty(), partners, leadTimes);
    }
}
