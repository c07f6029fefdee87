package io.headroom.examples.flights;

import io.headroom.allocation.AllocatorListener;
import io.headroom.allocation.CycleReport;
import io.headroom.allocation.Decision;
import io.headroom.allocation.ResourceDecision;
import io.headroom.core.Location;
import io.headroom.simulation.report.DecisionLog;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/** Keeps the decisions that changed something at a few locations, with their reasons. Not thread-safe. */
final class DecisionRecorder implements AllocatorListener {
    private final Set<Location> locations;
    private final List<DecisionLog.Entry> entries = new ArrayList<>();

    DecisionRecorder(Set<? extends Location> locations) {
        this.locations = Set.copyOf(locations);
    }

    @Override
    public void onCycle(CycleReport report) {
        report.decision().ifPresent(this::add);
    }

    private void add(Decision decision) {
        for (ResourceDecision r : decision.resources()) {
            if (r.changes() && locations.contains(r.location())) {
                List<DecisionLog.Reason> reasons = r.reasons().stream()
                        .map(x -> new DecisionLog.Reason(
                                x.rule().name().toLowerCase(Locale.ROOT).replace('_', ' '),
                                x.before(),
                                x.after(),
                                x.bound()))
                        .toList();
                entries.add(new DecisionLog.Entry(
                        decision.at(), r.location().key(), r.resource().name(), r.committed(), r.target(), reasons));
            }
        }
    }

    List<DecisionLog.Entry> entries() {
        return List.copyOf(entries);
    }
}
