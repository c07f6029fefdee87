package io.headroom.simulation;

import io.headroom.core.NodeGroup;
import io.headroom.spi.ChangeSet;
import io.headroom.spi.Deadline;
import io.headroom.spi.Fence;
import io.headroom.spi.FleetObservation;
import io.headroom.spi.GroupTarget;
import io.headroom.spi.Outcome;
import io.headroom.spi.PlannedChange;
import io.headroom.spi.Provisioner;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** A fleet with shortages that nobody is told of before: growth beyond a limit is granted in part, or refused. Not thread-safe. */
final class ShortFleet implements Provisioner {
    final Map<NodeGroup, Integer> limits = new HashMap<>();
    private final SimulatedFleet fleet;
    private long epoch;

    ShortFleet(SimulatedFleet fleet) {
        this.fleet = fleet;
    }

    /** All units of a group are gone, and no new ones are to be had. */
    void kill(NodeGroup group) {
        limits.put(group, 0);
        ChangeSet none = new ChangeSet("kill-" + group, List.of(new GroupTarget(group, 0, 0)));
        fleet.apply(none, new Fence(epoch), Deadline.none());
    }

    @Override
    public List<PlannedChange> plan(ChangeSet changes, Deadline deadline) {
        return fleet.plan(changes, deadline);
    }

    @Override
    public List<Outcome> apply(ChangeSet changes, Fence fence, Deadline deadline) {
        epoch = fence.epoch();
        FleetObservation before = fleet.truth();
        List<GroupTarget> cut = new ArrayList<>();
        for (GroupTarget target : changes.targets()) {
            int most = Math.max(
                    limits.getOrDefault(target.group(), Integer.MAX_VALUE),
                    before.stock(target.group()).committed());
            cut.add(new GroupTarget(target.group(), Math.min(target.allocated(), most), target.warm()));
        }
        List<Outcome> outcomes = new ArrayList<>(fleet.apply(new ChangeSet(changes.key(), cut), fence, deadline));
        for (int i = 0; i < outcomes.size(); i++) {
            GroupTarget asked = changes.targets().get(i);
            if (outcomes.get(i) instanceof Outcome.Unchanged
                    && asked.allocated() > cut.get(i).allocated()) {
                outcomes.set(i, new Outcome.Rejected(asked.group(), "shortage of " + asked.group()));
            }
        }
        return outcomes;
    }

    @Override
    public FleetObservation observe(Deadline deadline) {
        return fleet.observe(deadline);
    }
}
