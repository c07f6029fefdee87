package io.headroom.testkit;

import io.headroom.core.Stock;
import io.headroom.spi.ChangeSet;
import io.headroom.spi.Deadline;
import io.headroom.spi.Fence;
import io.headroom.spi.GroupTarget;
import io.headroom.spi.Outcome;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.function.Supplier;

/** Provisioners that apply targets wrongly. */
final class ProvisionerFaults {
    private ProvisionerFaults() {}

    interface Maker extends Supplier<MemoryProvisioner> {}

    static BrokenDouble row(String clause, String fault, Maker maker) {
        return new BrokenDouble(clause, fault, maker);
    }

    static List<BrokenDouble> rows() {
        return List.of(
                row("V1", "units of a large order never become ready", () -> new MemoryProvisioner() {
                    @Override
                    long readyAt(GroupTarget t) {
                        return t.allocated() == 5 ? Long.MAX_VALUE : super.readyAt(t);
                    }
                }),
                row("V2", "an outcome counts one unit too few", () -> new MemoryProvisioner() {
                    @Override
                    Outcome bring(GroupTarget t) {
                        Outcome outcome = super.bring(t);
                        return t.allocated() == 4 ? new Outcome.Accepted(t.group(), 3, 0) : outcome;
                    }
                }),
                row("V3", "booting units do not count as there", () -> new MemoryProvisioner() {
                    @Override
                    Outcome bring(GroupTarget t) {
                        Outcome outcome = super.bring(t);
                        boolean booting = outcome instanceof Outcome.Unchanged
                                && stock(t.group()).booting() > 0;
                        return booting ? new Outcome.Accepted(t.group(), t.allocated(), t.warm()) : outcome;
                    }
                }),
                row("V4", "outcomes are sorted by group", () -> new MemoryProvisioner() {
                    @Override
                    public List<Outcome> apply(ChangeSet changes, Fence fence, Deadline deadline) {
                        List<Outcome> outcomes = new ArrayList<>(super.apply(changes, fence, deadline));
                        outcomes.sort(Comparator.comparing(Outcome::group));
                        return outcomes;
                    }
                }),
                row("V5", "the first failure ends the loop", Stopping::new),
                row("V11", "warm units are assigned when they are ready", () -> new MemoryProvisioner() {
                    @Override
                    void settle() {
                        super.settle();
                        fleet.values().forEach(MemoryGroup::assignWarm);
                    }
                }),
                row("V12", "growth is booted although warm units wait", () -> new MemoryProvisioner() {
                    @Override
                    Outcome bring(GroupTarget t) {
                        Stock stock = stock(t.group());
                        if (stock.warm() > 0 && t.allocated() > stock.committed()) {
                            fleet.get(t.group()).throwAwayWarm();
                        }
                        return super.bring(t);
                    }
                }),
                row("V13", "usable units are given up first", () -> new MemoryProvisioner() {
                    @Override
                    Outcome bring(GroupTarget t) {
                        Stock stock = stock(t.group());
                        if (stock.booting() > 0 && t.allocated() < stock.committed()) {
                            fleet.get(t.group()).giveUpUsable(stock.committed() - t.allocated());
                        }
                        return super.bring(t);
                    }
                }),
                row("V14", "an outcome promises more than the quota", () -> new MemoryProvisioner() {
                    @Override
                    Outcome bring(GroupTarget t) {
                        Outcome outcome = super.bring(t);
                        boolean over = t.allocated() > quota(t.group());
                        return over ? new Outcome.Accepted(t.group(), t.allocated(), 0) : outcome;
                    }
                }),
                row("V15", "a quota refuses the whole change set", () -> new MemoryProvisioner() {
                    @Override
                    public List<Outcome> apply(ChangeSet changes, Fence fence, Deadline deadline) {
                        boolean over = changes.targets().stream().anyMatch(t -> t.allocated() > quota(t.group()));
                        boolean several = changes.targets().size() > 1;
                        return super.apply(
                                over && several ? new ChangeSet(changes.key(), List.of()) : changes, fence, deadline);
                    }
                }));
    }

    /** Does nothing after a change set's first target was refused. */
    private static final class Stopping extends MemoryProvisioner {
        private boolean stopped;

        @Override
        public List<Outcome> apply(ChangeSet changes, Fence fence, Deadline deadline) {
            stopped = false;
            return super.apply(changes, fence, deadline);
        }

        @Override
        Outcome bring(GroupTarget t) {
            Outcome outcome = stopped ? new Outcome.Rejected(t.group(), "another target failed") : super.bring(t);
            stopped = outcome instanceof Outcome.Rejected;
            return outcome;
        }
    }
}
