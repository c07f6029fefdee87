package io.headroom.simulation;

import static org.assertj.core.api.Assertions.assertThat;

import io.headroom.allocation.AllocationPolicy;
import io.headroom.allocation.AllocationPolicyBuilder;
import io.headroom.allocation.Allocator;
import io.headroom.allocation.CycleReport;
import io.headroom.allocation.Decision;
import io.headroom.allocation.Reason;
import io.headroom.allocation.ResourcePolicy;
import io.headroom.allocation.rules.MeasuredLeads;
import io.headroom.core.NodeGroup;
import io.headroom.core.TimeGrid;
import io.headroom.forecasting.Predictors;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** An allocator that learns how long its fleet takes. */
class AllocatorLeadTimesTest {
    private static final TimeGrid GRID = TimeGrid.of(Duration.ofMinutes(5));
    private static final int DAY = 288;
    private static final Duration CONFIGURED = Duration.ofMinutes(5);

    private final Network network = new Network(GRID, 2, Workload.daily(30, 0.6, 0.1, 11));
    private AllocationPolicy policy = policy(MeasuredLeads.STANDARD, 0.98);

    private AllocationPolicy policy(MeasuredLeads leads, double quantile) {
        AllocationPolicyBuilder b = AllocationPolicy.builder()
                .leadTime(CONFIGURED)
                .interval(GRID.step())
                .measuredLeads(leads)
                .standard(ResourcePolicy.builder().quantile(quantile).build());
        network.groups.forEach(b::place);
        return b.build();
    }

    /** Runs a day; another policy takes over at noon. */
    private Witness run(Duration lead, AllocationPolicy morning, AllocationPolicy afternoon) {
        policy = morning;
        SimulatedFleet fleet = network.fleet(12).leadTime(lead).build();
        Witness witness = new Witness(fleet, morning);
        Allocator allocator = network.allocator(
                        fleet, network.predictor(Predictors.seasonalNaive(DAY), 3 * DAY), morning)
                .policies(() -> policy)
                .provisioner(witness)
                .listener(witness)
                .build();
        network.simulation(fleet)
                .run(
                        () -> {
                            CycleReport report = allocator.runOnce();
                            policy = witness.reports.size() < DAY / 2 ? morning : afternoon;
                            return report;
                        },
                        DAY);
        assertThat(witness.violations).isEmpty();
        return witness;
    }

    private static List<Optional<Decision>> decisions(Witness witness) {
        return witness.reports.stream().map(CycleReport::decision).toList();
    }

    /** What the reasons of a cycle say of lead times. */
    private static Set<String> leads(CycleReport report) {
        return report.decision().orElseThrow().resources().stream()
                .map(r -> r.need().leadTime().map(Duration::toString).orElse("configured"))
                .collect(Collectors.toSet());
    }

    @Test
    void whereTheFleetTakesWhatThePolicySaysNothingChanges() {
        AllocationPolicy measured = policy(MeasuredLeads.STANDARD, 0.98);
        Witness learning = run(CONFIGURED, measured, measured);
        Network other = new Network(GRID, 2, Workload.daily(30, 0.6, 0.1, 11));
        assertThat(other.groups).extracting(NodeGroup::name).hasSize(4);
        AllocatorLeadTimesTest again = new AllocatorLeadTimesTest();
        AllocationPolicy fixed = again.policy(MeasuredLeads.NONE, 0.98);
        assertThat(decisions(learning)).isEqualTo(decisions(again.run(CONFIGURED, fixed, fixed)));
    }

    /** Also where it is seen only at the next look, as the lead time is no multiple of the interval. */
    @Test
    void aLeadTimeBetweenTwoLooksIsThatOfThePolicy() {
        Witness witness =
                run(Duration.ofMinutes(2), policy(MeasuredLeads.STANDARD, 0.98), policy(MeasuredLeads.STANDARD, 0.98));
        assertThat(witness.reports)
                .allSatisfy(report -> assertThat(leads(report)).containsExactly("configured"));
    }

    @Test
    void aSlowerFleetIsLearnedAndRememberedWhenThePolicyChanges() {
        Witness witness =
                run(Duration.ofMinutes(15), policy(MeasuredLeads.STANDARD, 0.98), policy(MeasuredLeads.STANDARD, 0.97));
        assertThat(leads(witness.reports.get(0))).containsExactly("configured");
        assertThat(witness.reports.subList(DAY / 4, DAY))
                .allSatisfy(report -> assertThat(leads(report)).containsExactly("PT15M"));
        assertThat(witness.reports.subList(DAY / 4, DAY))
                .flatExtracting(report -> report.decision().orElseThrow().resources())
                .flatExtracting(r -> r.reasons())
                .filteredOn(reason -> reason.rule() == Reason.Rule.FORECAST)
                .isNotEmpty()
                .allMatch(reason -> reason.bound().endsWith(", measured lead time PT15M"));
    }

    @Test
    void aPolicyThatDoesNotMeasureForgets() {
        Witness witness =
                run(Duration.ofMinutes(15), policy(MeasuredLeads.STANDARD, 0.98), policy(MeasuredLeads.NONE, 0.98));
        assertThat(leads(witness.reports.get(DAY / 2 - 1))).containsExactly("PT15M");
        assertThat(leads(witness.reports.get(DAY / 2 + 1))).containsExactly("configured");
    }
}
