package io.headroom.simulation;

import io.headroom.allocation.AllocationPolicy;
import io.headroom.allocation.AllocatorListener;
import io.headroom.allocation.ChangeHistory;
import io.headroom.allocation.CycleReport;
import io.headroom.allocation.Decision;
import io.headroom.allocation.DecisionInvariants;
import io.headroom.allocation.Need;
import io.headroom.allocation.ResourceDecision;
import io.headroom.allocation.Situation;
import io.headroom.core.Location;
import io.headroom.core.Resource;
import io.headroom.spi.ChangeSet;
import io.headroom.spi.Deadline;
import io.headroom.spi.Fence;
import io.headroom.spi.FleetObservation;
import io.headroom.spi.Outcome;
import io.headroom.spi.PlannedChange;
import io.headroom.spi.Provisioner;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Stands between an allocator and its fleet, and holds every decision against {@link DecisionInvariants}. Not thread-safe. */
final class Witness implements Provisioner, AllocatorListener {
    private final Provisioner fleet;
    private final AllocationPolicy policy;
    private FleetObservation seen;
    private ChangeHistory history = ChangeHistory.NONE;
    final List<String> violations = new ArrayList<>();
    final List<CycleReport> reports = new ArrayList<>();

    Witness(Provisioner fleet, AllocationPolicy policy) {
        this.fleet = fleet;
        this.policy = policy;
    }

    @Override
    public void onCycle(CycleReport report) {
        reports.add(report);
        report.decision().ifPresent(decision -> {
            Situation situation = situation(decision);
            DecisionInvariants.violated(policy, situation, history, decision)
                    .forEach(v -> violations.add(report.at() + ": " + v));
            remember(report, decision);
        });
    }

    private Situation situation(Decision decision) {
        Map<Location, Map<Resource, Need>> needs = new HashMap<>();
        for (ResourceDecision r : decision.resources()) {
            needs.computeIfAbsent(r.location(), key -> new EnumMap<>(Resource.class))
                    .put(r.resource(), r.need());
        }
        return new Situation(decision.at(), decision.freshness(), seen, needs);
    }

    /** As the allocator does: what was recommended if it could be saved, and what was accepted. */
    private void remember(CycleReport report, Decision decision) {
        if (report.status() != CycleReport.Status.FAILED) {
            history = history.recommended(decision, policy).accepted(decision, report.outcomes(), seen, policy);
        }
    }

    @Override
    public FleetObservation observe(Deadline deadline) {
        seen = fleet.observe(deadline);
        return seen;
    }

    @Override
    public List<PlannedChange> plan(ChangeSet changes, Deadline deadline) {
        return fleet.plan(changes, deadline);
    }

    @Override
    public List<Outcome> apply(ChangeSet changes, Fence fence, Deadline deadline) {
        return fleet.apply(changes, fence, deadline);
    }
}
