package io.headroom.benchmarks.cloudsim;

import io.headroom.core.NodeGroup;
import io.headroom.core.Stock;
import java.util.ArrayList;
import java.util.List;
import org.cloudsimplus.vms.Vm;

/** The machines of one node group. What is usable is read off CloudSim Plus each time. Not thread-safe. */
final class CloudGroup {
    private final CloudRegion region;
    private final int cores;
    private final int quota;

    /** Oldest first. */
    private final List<Vm> machines = new ArrayList<>();

    private int allocatedTarget;

    CloudGroup(CloudRegion region, NodeGroup group, int quota, int allocated) {
        this.region = region;
        this.cores = (int) Math.round(group.perUnit().compute());
        this.quota = quota;
        this.allocatedTarget = allocated;
        machines.addAll(region.create(allocated, cores, true));
    }

    int quota() {
        return quota;
    }

    Stock stock() {
        int usable = usable().size();
        int coming = machines.size() - usable;
        int allocated = Math.min(usable, allocatedTarget);
        int booting = Math.min(coming, allocatedTarget - allocated);
        return new Stock(allocated, booting, usable - allocated, coming - booting);
    }

    private List<Vm> usable() {
        List<Vm> usable = new ArrayList<>();
        for (Vm machine : machines) {
            if (machine.isCreated() && !machine.isStartingUp()) {
                usable.add(machine);
            }
        }
        return usable;
    }

    /** The machines that serve: usable, and as many as are assigned. */
    List<Vm> serving() {
        List<Vm> usable = usable();
        return usable.subList(0, Math.min(usable.size(), allocatedTarget));
    }

    /** Takes over absolute targets, as far as the quota allows for growth. */
    void apply(int wantAllocated, int wantWarm) {
        int most = Math.max(quota, machines.size());
        allocatedTarget = Math.min(wantAllocated, most);
        int total = allocatedTarget + Math.min(wantWarm, most - allocatedTarget);
        if (total > machines.size()) {
            machines.addAll(region.create(total - machines.size(), cores, false));
        } else {
            remove(machines.size() - total);
        }
    }

    /** Booting machines first, youngest first, then usable ones, youngest first. */
    private void remove(int surplus) {
        List<Vm> usable = usable();
        List<Vm> order = new ArrayList<>(usable);
        machines.stream().filter(machine -> !usable.contains(machine)).forEach(order::add);
        List<Vm> gone = new ArrayList<>(order.subList(order.size() - surplus, order.size()));
        machines.removeAll(gone);
        region.destroy(gone);
    }
}
