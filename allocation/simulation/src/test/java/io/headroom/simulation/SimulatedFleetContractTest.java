package io.headroom.simulation;

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
import io.headroom.spi.PlannedChange;
import io.headroom.spi.Provisioner;
import io.headroom.testkit.ProvisionerContract;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

class SimulatedFleetContractTest extends ProvisionerContract {
    private static final Region EU = Region.of("eu");
    private static final NodeGroup FIRST = group("first");
    private static final NodeGroup SECOND = group("second");
    private static final NodeGroup LIMITED = group("limited");

    private final SimulatedClock clock = new SimulatedClock(Instant.parse("2026-03-01T12:00:00Z"));

    private static NodeGroup group(String name) {
        return new NodeGroup(name, EU, NodeGroup.Kind.VM, Resources.compute(4));
    }

    private SimulatedFleet fleet(Faults faults) {
        return SimulatedFleet.builder(TimeGrid.of(Duration.ofMinutes(1)), clock)
                .group(FIRST, 2)
                .group(SECOND, 0)
                .group(LIMITED, 1)
                .quota(LIMITED, 5)
                .leadTime(Duration.ofMinutes(5))
                .faults(faults)
                .build();
    }

    @Override
    protected Provisioner create() {
        return new Line(fleet(Faults.NONE));
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
        clock.advance(Duration.ofMinutes(5));
    }

    @Override
    protected void loseNextAnswer(Provisioner provisioner) {
        ((Line) provisioner).losesNext = true;
    }

    /** From now on every call meets the faults of a fleet in which all goes wrong. */
    @Override
    protected void cutOff(Provisioner provisioner) {
        ((Line) provisioner).fleet = fleet(Faults.everywhere(1, 1));
    }

    /** The line to the fleet, on which an answer can be lost. */
    private static final class Line implements Provisioner {
        private SimulatedFleet fleet;
        private boolean losesNext;

        Line(SimulatedFleet fleet) {
            this.fleet = fleet;
        }

        @Override
        public List<PlannedChange> plan(ChangeSet changes, Deadline deadline) {
            return fleet.plan(changes, deadline);
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
