package io.headroom.spi;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * Puts around a simple provisioner what most of them need: stale fences are refused, a change set that is repeated after a newer one changes
 * nothing, and targets that are there already are {@link Outcome.Unchanged} without a call. What is behind it then only observes and
 * resizes.
 *
 * <p>Epochs and keys are remembered in this process. Where allocators in several processes share a fleet, the fence must be checked where the
 * fleet is changed, by the far side itself. Thread-safe: one apply at a time.
 */
public final class GuardedProvisioner implements Provisioner {
    private static final int REMEMBERED_KEYS = 10_000;

    private final Provisioner inner;
    private final Set<String> keys = new LinkedHashSet<>();
    private String lastKey = "";
    private long highestEpoch;

    /**
     * Guards a provisioner.
     *
     * @param inner observes and resizes
     */
    public GuardedProvisioner(Provisioner inner) {
        this.inner = inner;
    }

    @Override
    public FleetObservation observe(Deadline deadline) {
        return inner.observe(deadline);
    }

    @Override
    public List<PlannedChange> plan(ChangeSet changes, Deadline deadline) {
        return inner.plan(changes, deadline);
    }

    @Override
    public synchronized List<Outcome> apply(ChangeSet changes, Fence fence, Deadline deadline) {
        if (fence.epoch() < highestEpoch) {
            String reason = "epoch " + fence.epoch() + " is below " + highestEpoch + ", which was seen before";
            return changes.targets().stream()
                    .<Outcome>map(target -> new Outcome.Rejected(target.group(), reason))
                    .toList();
        }
        highestEpoch = fence.epoch();
        if (keys.contains(changes.key()) && !changes.key().equals(lastKey)) {
            return changes.targets().stream()
                    .<Outcome>map(target -> new Outcome.Unchanged(target.group()))
                    .toList();
        }
        remember(changes.key());
        return applyDifferences(changes, fence, deadline);
    }

    private void remember(String key) {
        lastKey = key;
        keys.add(key);
        if (keys.size() > REMEMBERED_KEYS) {
            keys.remove(keys.iterator().next());
        }
    }

    private List<Outcome> applyDifferences(ChangeSet changes, Fence fence, Deadline deadline) {
        FleetObservation fleet = inner.observe(deadline);
        List<GroupTarget> different = changes.targets().stream()
                .filter(target -> !target.isMet(fleet))
                .toList();
        List<Outcome> changed =
                different.isEmpty() ? List.of() : inner.apply(new ChangeSet(changes.key(), different), fence, deadline);
        List<Outcome> all = new ArrayList<>(changes.targets().size());
        int next = 0;
        for (GroupTarget target : changes.targets()) {
            boolean asked = next < different.size() && different.get(next).equals(target);
            if (!asked) {
                all.add(new Outcome.Unchanged(target.group()));
            } else if (next < changed.size()) {
                all.add(changed.get(next));
            }
            next += asked ? 1 : 0;
        }
        return all;
    }
}
