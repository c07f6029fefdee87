package io.headroom.testkit;

import static io.headroom.testkit.ProvisionerFaults.row;

import io.headroom.core.NodeGroup;
import io.headroom.core.Stock;
import io.headroom.spi.ChangeSet;
import io.headroom.spi.Deadline;
import io.headroom.spi.FleetObservation;
import io.headroom.spi.PlannedChange;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.UnaryOperator;

/** Provisioners that observe or plan wrongly. */
final class PlanFaults {
    private PlanFaults() {}

    static List<BrokenDouble> rows() {
        return List.of(
                row(
                        "V16",
                        "quotas are not observed",
                        () -> observing(f -> new FleetObservation(f.at(), f.stocks(), Map.of()))),
                row("V17", "a plan does not note the quota", () -> planning(p -> noted(p, ""))),
                row(
                        "V17",
                        "a plan notes what stands in nobody's way",
                        () -> planning(p -> noted(p, "a quota may apply"))),
                row("V18", "empty groups are left out", () -> observing(PlanFaults::withoutEmpty)),
                row("V19", "a large plan is carried out", () -> new MemoryProvisioner() {
                    @Override
                    public List<PlannedChange> plan(ChangeSet changes, Deadline deadline) {
                        List<PlannedChange> plan = super.plan(changes, deadline);
                        changes.targets().stream()
                                .filter(t -> t.allocated() == 5)
                                .forEach(this::bring);
                        return plan;
                    }
                }),
                row("V20", "a plan is sorted by group", () -> new MemoryProvisioner() {
                    @Override
                    public List<PlannedChange> plan(ChangeSet changes, Deadline deadline) {
                        List<PlannedChange> plan = new ArrayList<>(super.plan(changes, deadline));
                        plan.sort(Comparator.comparing(PlannedChange::group));
                        return plan;
                    }
                }),
                row(
                        "V20",
                        "a plan shows what would be as what is",
                        () -> planning(p -> new PlannedChange(
                                p.group(),
                                new Stock(p.allocated(), 0, p.warm(), 0),
                                p.allocated(),
                                p.warm(),
                                p.note()))));
    }

    private static MemoryProvisioner observing(UnaryOperator<FleetObservation> change) {
        return new MemoryProvisioner() {
            @Override
            public FleetObservation observe(Deadline deadline) {
                return change.apply(super.observe(deadline));
            }
        };
    }

    private static MemoryProvisioner planning(UnaryOperator<PlannedChange> change) {
        return new MemoryProvisioner() {
            @Override
            public List<PlannedChange> plan(ChangeSet changes, Deadline deadline) {
                return super.plan(changes, deadline).stream().map(change).toList();
            }
        };
    }

    private static PlannedChange noted(PlannedChange p, String note) {
        return new PlannedChange(p.group(), p.before(), p.allocated(), p.warm(), note);
    }

    private static FleetObservation withoutEmpty(FleetObservation f) {
        Map<NodeGroup, Stock> stocks = new TreeMap<>(f.stocks());
        stocks.values().removeIf(Stock.EMPTY::equals);
        return new FleetObservation(f.at(), stocks, f.quotas());
    }
}
