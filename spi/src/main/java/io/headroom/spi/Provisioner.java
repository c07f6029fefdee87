package io.headroom.spi;

import java.util.List;

/**
 * Provisions capacity: infrastructure as code, a cloud's API, a scheduler. Blocking, with a deadline; a host with asynchronous machinery
 * returns {@link Outcome.Unknown} and lets the next observation settle it.
 *
 * <p>Contract:
 * <ol>
 *   <li>Targets are absolute. Applying what is there already is {@link Outcome.Unchanged} and changes nothing.
 *   <li>{@link #apply} returns one outcome for each target, in the same order. A target that fails does not stop the others.
 *   <li>The same key applied again provisions once: the fleet ends where it would have after one call, and a repeat of an older key does not
 *       undo what came after it. Keys are remembered for a day; an adapter without memory says so.
 *   <li>A fence lower than one seen before is refused, also with a known key: every outcome is {@link Outcome.Rejected} and nothing
 *       changes. The same fence is accepted.
 *   <li>Growth is served from warm units first, at once, then by booting. Shrinking cancels booting units first.
 *   <li>A quota or shortage grants what it can and says so in {@link Outcome.Accepted}; it never blocks shrinking. A group that
 *       does not exist is {@link Outcome.Rejected}.
 *   <li>{@link #observe} shows the effect of every accepted target, at the latest after its lead time, and lists every group that exists.
 *   <li>{@link #plan} changes nothing.
 * </ol>
 *
 * <p>Implementations are thread-safe.
 */
public interface Provisioner {
    /**
     * What applying a change set would do. By default it is worked out from {@link #observe}: targets are granted up to the quota.
     *
     * @param changes the targets
     * @param deadline when an answer should be there
     * @return one planned change for each target, in the same order
     * @throws AdapterException if no answer can be given
     */
    default List<PlannedChange> plan(ChangeSet changes, Deadline deadline) {
        FleetObservation fleet = observe(deadline);
        return changes.targets().stream()
                .map(target -> PlannedChange.of(target, fleet))
                .toList();
    }

    /**
     * Brings the targets about.
     *
     * @param changes the targets
     * @param fence epoch of the caller
     * @param deadline when an answer should be there
     * @return one outcome for each target, in the same order
     * @throws AdapterException if nothing is known of any target: all outcomes are then unknown
     */
    List<Outcome> apply(ChangeSet changes, Fence fence, Deadline deadline);

    /**
     * What is there.
     *
     * @param deadline when an answer should be there
     * @return the fleet
     * @throws AdapterException if it can't be observed
     */
    FleetObservation observe(Deadline deadline);
}
