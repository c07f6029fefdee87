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

    /** Only what was accepted starts a cooldown. */
    private void remember(CycleReport report, Decision decision) {
        for (Outcome outcome : report.outcomes()) {
            int before = seen.stock(outcome.group()).committed();
            if (outcome instanceof Outcome.Accepted accepted && accepted.allocated() != before) {
                for (Resource resource : Resource.values()) {
                    if (outcome.group().perUnit().get(resource) > 0) {
                        boolean grew = accepted.allocated() > before;
                        history = history.with(outcome.group().location(), resource, grew, decision.at());
                    }
                }
            }
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
