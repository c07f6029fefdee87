package io.headroom.benchmarks.cloudsim;

import io.headroom.core.NodeGroup;
import io.headroom.core.Region;
import io.headroom.core.Resources;
import io.headroom.core.TimeGrid;
import io.headroom.spi.AdapterException;
import io.headroom.spi.ChangeSet;
import io.headroom.spi.Deadline;
import io.headroom.spi.Fence;
import io.headroom.spi.FleetObservation;
import io.headroom.spi.Outcome;
import io.headroom.spi.Provisioner;
import io.headroom.testkit.ProvisionerContract;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;

class CloudSimFleetContractTest extends ProvisionerContract {
    private static final Region EU = Region.of("eu");
    private static final NodeGroup FIRST = group("first");
    private static final NodeGroup SECOND = group("second");
    private static final NodeGroup LIMITED = group("limited");

    private static NodeGroup group(String name) {
        return new NodeGroup(name, EU, NodeGroup.Kind.VM, Resources.compute(4));
    }

    @Override
    protected Provisioner create() {
        CloudSimFleet.BootRange boots = new CloudSimFleet.BootRange(Duration.ofSeconds(200), Duration.ofSeconds(290));
        return new Line(new CloudSimFleet(
                TimeGrid.of(Duration.ofMinutes(1)),
                Instant.parse("2026-03-01T12:00:00Z"),
                Map.of(FIRST, 2, SECOND, 0, LIMITED, 1),
                Map.of(LIMITED, 5),
                boots,
                7));
    }

    @Override
    protected List<NodeGroup> groups() {
        return List.of(FIRST, SECOND);
    }

    @Override
    protected Optional<NodeGroup> limitedGroup() {
        return Optional.of(LIMITED);
    }

    @Override
    protected void settle(Provisioner provisioner) {
        ((Line) provisioner).fleet.advance(Duration.ofMinutes(5));
    }

    @Override
    protected void loseNextAnswer(Provisioner provisioner) {
        ((Line) provisioner).losesNext = true;
    }

    @Override
    protected void cutOff(Provisioner provisioner) {
        ((Line) provisioner).fleet.close();
    }

    /** The line to the fleet, on which an answer can be lost. */
    private static final class Line implements Provisioner {
        private final CloudSimFleet fleet;
        private boolean losesNext;

        Line(CloudSimFleet fleet) {
            this.fleet = fleet;
        }

        @Override
        public List<Outcome> apply(ChangeSet changes, Fence fence, Deadline deadline) {
            List<Outcome> outcomes = fleet.apply(changes, fence, deadline);
            if (losesNext) {
                losesNext = false;
                throw new AdapterException("the answer to " + changes.key() + " was lost");
            }
            return outcomes;
        }

        @Override
        public FleetObservation observe(Deadline deadline) {
            return fleet.observe(deadline);
        }
    }
}
