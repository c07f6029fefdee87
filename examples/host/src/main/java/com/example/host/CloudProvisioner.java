package com.example.host;

import io.headroom.core.NodeGroup;
import io.headroom.core.Stock;
import io.headroom.spi.ChangeSet;
import io.headroom.spi.Deadline;
import io.headroom.spi.Fence;
import io.headroom.spi.FleetObservation;
import io.headroom.spi.GroupTarget;
import io.headroom.spi.GuardedProvisioner;
import io.headroom.spi.Outcome;
import io.headroom.spi.Provisioner;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Joins the host's cloud to Headroom: two methods. */
public final class CloudProvisioner implements Provisioner {
    private final Cloud cloud;
    private final List<NodeGroup> groups;
    private final InstantSource clock;

    private CloudProvisioner(Cloud cloud, List<NodeGroup> groups, InstantSource clock) {
        this.cloud = cloud;
        this.groups = groups;
        this.clock = clock;
    }

    /** The guard refuses stale fences and repeated change sets. */
    public static Provisioner of(Cloud cloud, List<NodeGroup> groups, InstantSource clock) {
        return new GuardedProvisioner(new CloudProvisioner(cloud, groups, clock));
    }

    @Override
    public FleetObservation observe(Deadline deadline) {
        Map<NodeGroup, Stock> stocks = new HashMap<>();
        groups.forEach(g -> stocks.put(g, new Stock(cloud.running(g.name()), cloud.starting(g.name()), 0, 0)));
        return new FleetObservation(clock.instant(), stocks, Map.of());
    }

    @Override
    public List<Outcome> apply(ChangeSet changes, Fence fence, Deadline deadline) {
        return changes.targets().stream().map(this::resize).toList();
    }

    private Outcome resize(GroupTarget target) {
        if (!cloud.has(target.group().name())) {
            return new Outcome.Rejected(target.group(), "the cloud has no group of that name");
        }
        cloud.resize(target.group().name(), target.allocated());
        return new Outcome.Accepted(target.group(), target.allocated(), 0);
    }
}
