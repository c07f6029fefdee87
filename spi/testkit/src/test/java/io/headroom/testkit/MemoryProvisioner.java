package io.headroom.testkit;

import io.headroom.core.NodeGroup;
import io.headroom.core.Region;
import io.headroom.core.Resources;
import io.headroom.core.Stock;
import io.headroom.spi.AdapterException;
import io.headroom.spi.ChangeSet;
import io.headroom.spi.Deadline;
import io.headroom.spi.Fence;
import io.headroom.spi.FleetObservation;
import io.headroom.spi.GroupTarget;
import io.headroom.spi.Outcome;
import io.headroom.spi.PlannedChange;
import io.headroom.spi.Provisioner;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * The good double: a fleet in memory whose units boot for 10 ticks of a virtual clock. Rows of a table override what
 * they break.
 */
class MemoryProvisioner implements Provisioner {
    static final NodeGroup ONE = group("one");
    static final NodeGroup TWO = group("two");
    static final NodeGroup LIMITED = group("limited");
    static final int QUOTA = 3;
    private static final int BOOT = 10;

    final Map<NodeGroup, MemoryGroup> fleet = new TreeMap<>();
    final Map<String, List<Outcome>> keys = new HashMap<>();
    long now;
    long highest = -1;
    boolean losing;
    boolean unreachable;

    MemoryProvisioner() {
        for (NodeGroup group : List.of(ONE, TWO, LIMITED)) {
            fleet.put(group, new MemoryGroup());
        }
    }

    private static NodeGroup group(String name) {
        return new NodeGroup(name, Region.of("eu-west"), NodeGroup.Kind.VM, Resources.compute(4));
    }

    /** Lets all units become ready. */
    void settle() {
        now += BOOT;
        fleet.values().forEach(group -> group.advance(now));
    }

    static int quota(NodeGroup group) {
        return group.equals(LIMITED) ? QUOTA : Integer.MAX_VALUE;
    }

    void reach(Deadline deadline) {
        if (unreachable || deadline.expired()) {
            throw new AdapterException("the fleet did not answer in time");
        }
    }

    @Override
    public List<PlannedChange> plan(ChangeSet changes, Deadline deadline) {
        reach(deadline);
        synchronized (fleet) {
            return planned(changes);
        }
    }

    private List<PlannedChange> planned(ChangeSet changes) {
        List<PlannedChange> plan = new ArrayList<>();
        for (GroupTarget target : changes.targets()) {
            int allocated = Math.min(target.allocated(), quota(target.group()));
            int warm = Math.min(target.warm(), quota(target.group()) - allocated);
            String note = allocated + warm < target.allocated() + target.warm() ? "quota of " + QUOTA : "";
            plan.add(new PlannedChange(target.group(), stock(target.group()), allocated, warm, note));
        }
        return plan;
    }

    @Override
    public List<Outcome> apply(ChangeSet changes, Fence fence, Deadline deadline) {
        reach(deadline);
        synchronized (fleet) {
            return applied(changes, fence);
        }
    }

    private List<Outcome> applied(ChangeSet changes, Fence fence) {
        if (stale(fence)) {
            return changes.targets().stream()
                    .map(t -> (Outcome) new Outcome.Rejected(t.group(), "fence " + fence.epoch() + " is too low"))
                    .toList();
        }
        highest = Math.max(highest, fence.epoch());
        List<Outcome> outcomes = remembered(changes);
        if (outcomes.isEmpty()) {
            outcomes = changes.targets().stream().map(this::bring).toList();
            keys.put(changes.key(), outcomes);
        }
        if (losing) {
            losing = false;
            throw new AdapterException("the answer was lost");
        }
        return outcomes;
    }

    boolean stale(Fence fence) {
        return fence.epoch() < highest;
    }

    List<Outcome> remembered(ChangeSet changes) {
        return keys.getOrDefault(changes.key(), List.of());
    }

    Outcome bring(GroupTarget target) {
        MemoryGroup group = fleet.get(target.group());
        if (group == null) {
            return new Outcome.Rejected(target.group(), "there is no such group");
        }
        int allocated = Math.min(target.allocated(), quota(target.group()));
        int warm = Math.min(target.warm(), quota(target.group()) - allocated);
        Stock before = group.stock();
        if (before.committed() == allocated && before.warm() + before.warming() == warm) {
            return allocated == target.allocated() && warm == target.warm()
                    ? new Outcome.Unchanged(target.group())
                    : new Outcome.Accepted(target.group(), allocated, warm);
        }
        group.target(allocated, warm, readyAt(target));
        return new Outcome.Accepted(target.group(), allocated, warm);
    }

    long readyAt(GroupTarget target) {
        return now + BOOT;
    }

    /** Adds units to what is there, as if targets were differences. */
    void add(ChangeSet changes) {
        for (GroupTarget t : changes.targets()) {
            fleet.get(t.group()).target(stock(t.group()).committed() + t.allocated(), 0, readyAt(t));
        }
    }

    Stock stock(NodeGroup group) {
        return fleet.containsKey(group) ? fleet.get(group).stock() : Stock.EMPTY;
    }

    @Override
    public FleetObservation observe(Deadline deadline) {
        reach(deadline);
        Map<NodeGroup, Stock> stocks = new TreeMap<>();
        synchronized (fleet) {
            fleet.forEach((group, units) -> stocks.put(group, units.stock()));
        }
        return new FleetObservation(Instant.ofEpochSecond(now), stocks, Map.of(LIMITED, QUOTA));
    }
}
