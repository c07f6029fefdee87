package io.headroom.simulation;

import static org.assertj.core.api.Assertions.assertThat;

import io.headroom.allocation.AllocationPolicy;
import io.headroom.allocation.AllocationPolicyBuilder;
import io.headroom.allocation.Allocator;
import io.headroom.allocation.CycleReport;
import io.headroom.allocation.ResourcePolicy;
import io.headroom.allocation.ResourcePolicyBuilder;
import io.headroom.allocation.rules.SpikeRule;
import io.headroom.core.Region;
import io.headroom.core.Resource;
import io.headroom.core.TimeGrid;
import io.headroom.forecasting.Predictors;
import io.headroom.forecasting.TransactionPredictor;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** Minutes in which demand jumps, for an allocator that decides every five minutes: with a trigger and without. */
class AnomalyTriggerTest {
    private static final TimeGrid GRID = TimeGrid.of(Duration.ofMinutes(1));
    private static final int STEPS = 240;
    private static final int INTERVAL = 5;
    private static final int LEAD = 3;

    /** The first step after a cycle: the worst moment for it. */
    private static final int JUMP = 121;

    private static final Instant AT = Network.START.plus(Duration.ofMinutes(JUMP));

    /** One run of one world. */
    private static final class Run {
        final SimulationResult result;
        final PoolTrack track;
        final List<CycleReport> triggered = new ArrayList<>();
        final Witness witness;

        Run(Workload workload, boolean trigger, ResourcePolicyBuilder rules) {
            Network network = new Network(GRID, 2, workload);
            Duration lead = GRID.step().multipliedBy(LEAD);
            if (trigger) {
                rules.spike(SpikeRule.of(0.2));
            }
            AllocationPolicyBuilder placed = AllocationPolicy.builder()
                    .leadTime(lead)
                    .interval(GRID.step().multipliedBy(INTERVAL))
                    .standard(rules.build());
            network.groups.forEach(placed::place);
            AllocationPolicy policy = placed.build();
            SimulatedFleet fleet = network.fleet(6).leadTime(lead).build();
            TransactionPredictor predictor = network.predictor(Predictors.naive(), 600);
            witness = new Witness(fleet, policy);
            Allocator allocator = network.allocator(fleet, predictor, policy)
                    .provisioner(witness)
                    .listener(witness)
                    .build();
            int[] step = new int[1];
            result = network.simulation(fleet)
                    .run(() -> step(allocator, trigger, step[0]++, network.clock.instant()), STEPS);
            track = result.track(Region.of("r0"), Resource.COMPUTE);
        }

        private CycleReport step(Allocator allocator, boolean trigger, int t, Instant now) {
            if (t % INTERVAL == 0) {
                return allocator.runOnce();
            }
            Optional<CycleReport> report = trigger ? allocator.poll() : Optional.empty();
            report.ifPresent(triggered::add);
            return report.orElse(new CycleReport(
                    now, CycleReport.Status.UNCHANGED, List.of(), Optional.empty(), List.of(), List.of()));
        }

        /** Steps from the jump on that were short. */
        int shortSteps() {
            int count = 0;
            for (int t = JUMP; t < STEPS; t++) {
                count += track.usable()[t] < track.demand()[t] ? 1 : 0;
            }
            return count;
        }

        double unserved() {
            double sum = 0;
            for (int t = JUMP; t < STEPS; t++) {
                sum += Math.max(0, track.demand()[t] - track.usable()[t]);
            }
            return sum;
        }

        double paid() {
            return Arrays.stream(track.paid()).sum();
        }
    }

    private static ResourcePolicyBuilder rules() {
        return ResourcePolicy.builder().quantile(0.98);
    }

    private static Workload level() {
        return Workload.daily(30, 0, 0.03, 5);
    }

    private static Workload shifted(double factor) {
        return level().during(AT, AT.plus(Duration.ofDays(1)), factor);
    }

    private static void print(String what, Run without, Run with) {
        System.out.printf(
                "%s: short steps %d without a trigger, %d with; unserved %.0f and %.0f; paid %.0f and %.0f; triggered %d%n",
                what,
                without.shortSteps(),
                with.shortSteps(),
                without.unserved(),
                with.unserved(),
                without.paid(),
                with.paid(),
                with.triggered.size());
    }

    @Test
    void aLevelShiftIsServedOneLeadTimeAfterItIsSeen() {
        for (double factor : new double[] {3, 10}) {
            Run without = new Run(shifted(factor), false, rules());
            Run with = new Run(shifted(factor), true, rules());
            print("shift x" + factor, without, with);
            assertThat(with.witness.violations).isEmpty();
            // One step to be measured, the lead time to boot; the interval's rest is saved.
            assertThat(with.shortSteps()).isLessThanOrEqualTo(LEAD + 1);
            assertThat(without.shortSteps()).isGreaterThanOrEqualTo(LEAD + INTERVAL - 1);
            assertThat(with.unserved()).isLessThan(0.6 * without.unserved());
            assertThat(with.triggered).hasSizeBetween(1, 3);
        }
    }

    @Test
    void aSpikeOfOneStepTriggersOnceAndIsGivenUpAfterTheHold() {
        Workload spike = level().during(AT, AT.plus(Duration.ofMinutes(1)), 5);
        Run without = new Run(spike, false, rules());
        Run with = new Run(spike, true, rules());
        print("spike of one step", without, with);
        assertThat(with.witness.violations).isEmpty();
        assertThat(with.triggered).hasSize(1);
        double before = with.track.paid()[JUMP];
        int hold = LEAD + INTERVAL;
        // A drop does not shrink at once: what the spike needed stays for lead time and interval after it was seen.
        for (int t = JUMP + 1; t < JUMP + 1 + hold; t++) {
            assertThat(with.track.paid()[t]).as("step " + t).isGreaterThan(2 * before);
        }
        int released = JUMP + 1 + hold + 2 * INTERVAL;
        assertThat(with.track.paid()[released]).isLessThan(1.6 * before);
    }

    @Test
    void aDropTriggersNothingAndShrinksNothingAtOnce() {
        Run with = new Run(shifted(0.2), true, rules());
        assertThat(with.witness.violations).isEmpty();
        assertThat(with.triggered).isEmpty();
        double before = with.track.demand()[JUMP - 1];
        for (int t = JUMP; t < JUMP + LEAD + INTERVAL; t++) {
            assertThat(with.track.usable()[t]).as("step " + t).isGreaterThan(0.9 * before);
        }
        assertThat(with.track.usable()[STEPS - 1]).isLessThan(0.5 * before);
    }

    @Test
    void aTriggeredCycleKeepsToTheMaximum() {
        Run with = new Run(shifted(10), true, rules().maximum(120));
        assertThat(with.witness.violations).isEmpty();
        assertThat(with.triggered).isNotEmpty();
        assertThat(Arrays.stream(with.track.paid()).max().orElseThrow()).isLessThanOrEqualTo(120);
    }

    @Test
    void aQuietDayTriggersNextToNothing() {
        Run without = new Run(level(), false, rules());
        Run with = new Run(level(), true, rules());
        print("no jump", without, with);
        assertThat(with.triggered.size()).isLessThanOrEqualTo(STEPS / 50);
        assertThat(with.paid()).isLessThan(1.05 * without.paid());
    }
}
