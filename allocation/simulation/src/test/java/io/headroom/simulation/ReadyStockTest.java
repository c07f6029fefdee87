package io.headroom.simulation;

import static org.assertj.core.api.Assertions.assertThat;

import io.headroom.allocation.AllocationPolicy;
import io.headroom.allocation.Allocator;
import io.headroom.allocation.ResourcePolicy;
import io.headroom.allocation.ResourcePolicyBuilder;
import io.headroom.allocation.rules.ReadyStock;
import io.headroom.allocation.rules.Retention;
import io.headroom.core.Flow;
import io.headroom.core.NodeGroup;
import io.headroom.core.Region;
import io.headroom.core.RegionPair;
import io.headroom.core.Resource;
import io.headroom.core.Resources;
import io.headroom.core.TimeGrid;
import io.headroom.forecasting.Predictors;
import io.headroom.forecasting.TransactionPredictor;
import java.time.Duration;
import java.util.Arrays;
import org.junit.jupiter.api.Test;

/** Pools of every kind on simulated days: ready stock, storage that is kept, bandwidth reserved per pair. */
class ReadyStockTest {
    private static final TimeGrid GRID = TimeGrid.of(Duration.ofMinutes(5));
    private static final int DAY = 288;

    /** A day of a policy; links and disks are placed beside the machines. */
    private static SimulationResult day(ResourcePolicyBuilder rules, Network network) {
        Duration lead = Duration.ofMinutes(10);
        AllocationPolicy policy = network.policy(rules, lead);
        SimulatedFleet fleet = network.fleet(3).leadTime(lead).build();
        TransactionPredictor predictor = network.predictor(Predictors.seasonalNaive(DAY), 3 * DAY);
        Witness witness = new Witness(fleet, policy);
        Allocator allocator = network.allocator(fleet, predictor, policy)
                .provisioner(witness)
                .listener(witness)
                .build();
        SimulationResult result = network.simulation(fleet).run(allocator::runOnce, DAY);
        assertThat(witness.violations).isEmpty();
        assertThat(result.problems()).isEmpty();
        return result;
    }

    private static SimulationResult day(ResourcePolicyBuilder rules) {
        Workload workload = Workload.daily(30, 0.6, 0.15, 11);
        return day(rules, new Network(GRID, 3, workload));
    }

    private static double paid(SimulationResult result) {
        return Arrays.stream(result.track(Region.of("r0"), Resource.COMPUTE).paid())
                .sum();
    }

    @Test
    void surgesThatTheAllocationDoesNotCoverAreHandedOutFromTheStock() {
        SimulationResult bare = day(ResourcePolicy.builder().quantile(0.7));
        SimulationResult ready = day(ResourcePolicy.builder().quantile(0.7).readyStock(ReadyStock.covering(0.99)));
        System.out.printf(
                "ready stock: violations %.4f without, %.4f with; paid %.0f and %.0f%n",
                bare.violations(), ready.violations(), paid(bare), paid(ready));
        assertThat(ready.violations()).isLessThan(bare.violations());
    }

    @Test
    void aSizedStockBreathesWithTheDayWhereAConstantOneDoesNot() {
        SimulationResult ready = day(ResourcePolicy.builder().quantile(0.7).readyStock(ReadyStock.covering(0.99)));
        PoolTrack track = ready.track(Region.of("r0"), Resource.COMPUTE);
        double least = Double.POSITIVE_INFINITY;
        double most = 0;
        for (int t = 12; t < DAY; t++) {
            double waits = track.paid()[t] - track.usable()[t];
            least = Math.min(least, waits);
            most = Math.max(most, waits);
        }
        System.out.printf("ready stock: between %.0f and %.0f waits or boots%n", least, most);
        assertThat(most).isGreaterThan(least + 8);
    }

    @Test
    void storageOnlyGrowsWithinItsRetention() {
        Workload workload = Workload.daily(30, 0.6, 0.02, 11);
        Network network = storing(workload);
        SimulationResult kept = day(ResourcePolicy.builder().retention(new Retention(Duration.ofDays(30))), network);
        double[] stored = kept.track(Region.of("r0"), Resource.STORAGE).usable();
        for (int t = 1; t < DAY; t++) {
            assertThat(stored[t]).as("step " + t).isGreaterThanOrEqualTo(stored[t - 1]);
        }
        SimulationResult hours =
                day(ResourcePolicy.builder().retention(new Retention(Duration.ofHours(3))), storing(workload));
        PoolTrack track = hours.track(Region.of("r0"), Resource.STORAGE);
        double[] released = track.usable();
        assertThat(released[DAY - 1]).isLessThan(stored[DAY - 1]);
        int shrinks = 0;
        for (int t = 37; t < DAY; t++) {
            double needed = Arrays.stream(track.demand(), t - 36, t).max().orElseThrow();
            assertThat(released[t]).as("step " + t).isGreaterThanOrEqualTo(Math.min(released[t - 1], needed));
            shrinks += released[t] < released[t - 1] ? 1 : 0;
        }
        assertThat(shrinks).isPositive();
    }

    /** Machines that bring storage beside compute would tie both: disks are groups of their own. */
    private static Network storing(Workload workload) {
        Network network = new Network(GRID, 2, workload, Resources.storage(3));
        for (String region : new String[] {"r0", "r1"}) {
            network.groups.add(new NodeGroup(
                    region + "-disk", Region.of(region), NodeGroup.Kind.STORAGE_VOLUME, Resources.storage(10)));
        }
        return network;
    }

    @Test
    void bandwidthIsReservedPerPairInIncrements() {
        Workload workload = Workload.daily(30, 0.6, 0.05, 11);
        Network network = new Network(GRID, 3, workload);
        double increment = 25;
        for (Flow flow : network.flows) {
            RegionPair pair = flow.pair();
            network.groups.add(new NodeGroup(
                    pair.source() + "-" + pair.destination(),
                    pair,
                    NodeGroup.Kind.BANDWIDTH_RESERVATION,
                    Resources.bandwidth(increment)));
        }
        SimulationResult result =
                day(ResourcePolicy.builder().quantile(0.99).readyStock(ReadyStock.covering(0.999)), network);
        int under = 0;
        for (Flow flow : network.flows) {
            PoolTrack track = result.track(flow.pair(), Resource.BANDWIDTH);
            double need = 0;
            double reserved = 0;
            for (int t = 0; t < DAY; t++) {
                assertThat(track.usable()[t] % increment).isZero();
                under += track.usable()[t] < track.demand()[t] ? 1 : 0;
                need += track.demand()[t];
                reserved += track.usable()[t];
            }
            assertThat(reserved).as(flow.key()).isBetween(need, 2 * need);
        }
        System.out.printf("bandwidth: %d of %d pair-steps under-reserved%n", under, DAY * network.flows.size());
        assertThat(under).isLessThanOrEqualTo(DAY * network.flows.size() / 100);
    }
}
