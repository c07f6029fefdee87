package io.headroom.simulation;

import static org.assertj.core.api.Assertions.assertThat;

import io.headroom.allocation.AllocationPolicy;
import io.headroom.allocation.Allocator;
import io.headroom.allocation.ResourcePolicy;
import io.headroom.allocation.plan.LeadRule;
import io.headroom.allocation.plan.LeadTimes;
import io.headroom.core.Region;
import io.headroom.core.Resource;
import io.headroom.core.TimeGrid;
import io.headroom.forecasting.Predictors;
import io.headroom.spi.ChangeSet;
import io.headroom.spi.Deadline;
import io.headroom.spi.Fence;
import io.headroom.spi.FleetObservation;
import io.headroom.spi.Outcome;
import io.headroom.spi.Provisioner;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Lead times measured on the way between an allocator and a simulated fleet, whose lead time is known. */
class MeasuredLeadTimesTest {
    private static final TimeGrid GRID = TimeGrid.of(Duration.ofMinutes(5));
    private static final int DAY = 288;
    private static final long LEAD = Duration.ofMinutes(15).toMillis();

    /** Passes everything on and measures. */
    private static final class Meter implements Provisioner {
        private final SimulatedFleet fleet;
        private final SimulatedClock clock;
        private FleetObservation last;
        LeadTimes times = LeadTimes.NONE;

        Meter(SimulatedFleet fleet, SimulatedClock clock) {
            this.fleet = fleet;
            this.clock = clock;
            this.last = fleet.truth();
        }

        @Override
        public List<Outcome> apply(ChangeSet changes, Fence fence, Deadline deadline) {
            List<Outcome> outcomes = new ArrayList<>();
            try {
                outcomes.addAll(fleet.apply(changes, fence, deadline));
            } catch (RuntimeException e) {
                changes.targets().forEach(target -> outcomes.add(new Outcome.Unknown(target.group(), "time-out")));
                throw e;
            } finally {
                times = times.granted(outcomes, last, clock.instant());
            }
            return outcomes;
        }

        @Override
        public FleetObservation observe(Deadline deadline) {
            last = fleet.observe(deadline);
            times = times.observed(last, clock.instant());
            return last;
        }
    }

    private static LeadTimes measured(Faults faults) {
        Network network = new Network(GRID, 3, Workload.daily(30, 0.6, 0.1, 11));
        AllocationPolicy policy =
                network.policy(ResourcePolicy.builder().quantile(0.98).warm(2), Duration.ofMinutes(15));
        SimulatedFleet fleet = network.fleet(12)
                .leadTime(Duration.ofMinutes(15))
                .faults(faults)
                .build();
        Meter meter = new Meter(fleet, network.clock);
        Allocator allocator = network.allocator(
                        fleet, network.predictor(Predictors.seasonalNaive(DAY), 3 * DAY), policy)
                .provisioner(meter)
                .build();
        network.simulation(fleet).run(allocator::runOnce, DAY);
        return meter.times;
    }

    @Test
    void withoutFaultsEveryRequestTakesTheLeadTimeOfTheFleet() {
        LeadTimes times = measured(Faults.NONE);
        assertThat(times.measured().keySet()).containsExactly("r0/COMPUTE", "r1/COMPUTE", "r2/COMPUTE");
        times.measured()
                .values()
                .forEach(m -> assertThat(m).hasSizeGreaterThan(20).containsOnly(LEAD));
        assertThat(times.leads(Network.START, LeadRule.of(Duration.ofHours(1))).of(Region.of("r1"), Resource.COMPUTE))
                .isEqualTo(Duration.ofMinutes(15));
    }

    /** A look that fails makes a lead time longer by a step, and so does a time-out: none is ever too short. */
    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4})
    void withFaultsNoRequestSeemsToTakeLess(long seed) {
        Map<String, List<Long>> measured =
                measured(Faults.everywhere(seed, 0.15)).measured();
        assertThat(measured).hasSize(3);
        measured.forEach((key, leads) -> {
            assertThat(leads).as("%s, seed %d", key, seed).hasSizeGreaterThan(10);
            assertThat(leads).as("%s, seed %d", key, seed).allMatch(lead -> lead >= LEAD);
            long exact = leads.stream().filter(lead -> lead == LEAD).count();
            assertThat(exact).as("%s, seed %d", key, seed).isGreaterThan(leads.size() / 2);
        });
    }
}
