package io.headroom.benchmarks.cloudsim;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.headroom.core.NodeGroup;
import io.headroom.core.Region;
import io.headroom.core.Resources;
import io.headroom.core.Stock;
import io.headroom.core.TimeGrid;
import io.headroom.spi.ChangeSet;
import io.headroom.spi.Deadline;
import io.headroom.spi.Fence;
import io.headroom.spi.GroupTarget;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** What CloudSim Plus makes of machines, work and money, by hand. */
class CloudSimFleetTest {
    private static final Region EU = Region.of("eu");
    private static final NodeGroup GROUP = new NodeGroup("vms", EU, NodeGroup.Kind.VM, Resources.compute(4));
    private static final Instant NOON = Instant.parse("2026-03-01T12:00:00Z");

    private final CloudSimFleet fleet = new CloudSimFleet(
            TimeGrid.of(Duration.ofMinutes(1)),
            NOON,
            Map.of(GROUP, 2),
            Map.of(),
            new CloudSimFleet.BootRange(Duration.ofSeconds(130), Duration.ofSeconds(170)),
            3);
    private int applied;

    private void ask(int allocated, int warm) {
        applied++;
        fleet.apply(
                new ChangeSet("k" + applied, List.of(new GroupTarget(GROUP, allocated, warm))),
                new Fence(1),
                Deadline.none());
    }

    private Stock stock() {
        return fleet.observe(Deadline.none()).stock(GROUP);
    }

    private boolean serves(double cores) {
        return fleet.play(Map.of(), Map.of(EU, cores)).isEmpty();
    }

    @Test
    void workIsDoneInItsStepIffThereAreCoresForIt() {
        assertThat(serves(7.999)).isTrue();
        assertThat(serves(8.001)).isFalse();
        assertThat(serves(8)).isTrue();
        assertThat(serves(0)).isTrue();
        assertThat(fleet.instant()).isEqualTo(NOON.plus(Duration.ofMinutes(4)));
    }

    @Test
    void aMachineServesOnceItHasBooted() {
        ask(3, 0);
        assertThat(stock()).isEqualTo(new Stock(2, 1, 0, 0));
        assertThat(serves(9)).isFalse();
        assertThat(serves(9)).isFalse();
        assertThat(serves(9)).isFalse();
        assertThat(stock()).isEqualTo(new Stock(3, 0, 0, 0));
        assertThat(serves(12)).isTrue();
    }

    @Test
    void warmMachinesServeWhenTheyAreHandedOut() {
        ask(2, 1);
        fleet.advance(Duration.ofMinutes(3));
        assertThat(stock()).isEqualTo(new Stock(2, 0, 1, 0));
        assertThat(serves(9)).isFalse();
        ask(3, 0);
        assertThat(stock()).isEqualTo(new Stock(3, 0, 0, 0));
        assertThat(serves(12)).isTrue();
    }

    @Test
    void withoutMachinesNothingIsServed() {
        ask(0, 0);
        assertThat(stock()).isEqualTo(Stock.EMPTY);
        assertThat(serves(0.001)).isFalse();
        assertThat(serves(0)).isTrue();
    }

    @Test
    void aMachineCostsFromAskingUntilItIsGivenUp() {
        double seconds = fleet.machineSeconds();
        double cost = fleet.cost();
        long moves = fleet.moves();
        ask(4, 0);
        fleet.advance(Duration.ofMinutes(2));
        // Both of the new machines are cancelled while they boot.
        ask(2, 0);
        assertThat(stock()).isEqualTo(new Stock(2, 0, 0, 0));
        fleet.advance(Duration.ofMinutes(8));
        assertThat(fleet.machineSeconds() - seconds).isCloseTo(2 * 600 + 2 * 120, within(0.01));
        assertThat(fleet.cost() - cost).isCloseTo(4 * (2 * 600 + 2 * 120) * CloudRegion.CORE_SECOND, within(1e-6));
        assertThat(fleet.moves() - moves).isEqualTo(4);
    }
}
