package io.headroom.testkit;

import io.headroom.core.NodeGroup;
import io.headroom.core.Stock;
import io.headroom.spi.ChangeSet;
import io.headroom.spi.Deadline;
import io.headroom.spi.Fence;
import io.headroom.spi.FleetObservation;
import io.headroom.spi.GroupTarget;
import io.headroom.spi.Outcome;
import io.headroom.spi.Provisioner;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;

/** The provisioner of one clause of {@link ProvisionerContract}, and short words for what is done to it. */
final class FleetBed {
    private static final AtomicLong EPOCHS = new AtomicLong();

    final ProvisionerContract kit;
    final Provisioner provisioner;

    private FleetBed(ProvisionerContract kit) {
        this.kit = kit;
        this.provisioner = kit.create();
    }

    /** A new provisioner with all groups at zero. */
    static FleetBed emptied(Clause c, ProvisionerContract kit) {
        c.at("groups()");
        c.hold(kit.groups().size() >= 2, "two groups or more", kit.groups());
        FleetBed bed = new FleetBed(kit);
        List<GroupTarget> none = new ArrayList<>();
        kit.groups().forEach(group -> none.add(new GroupTarget(group, 0, 0)));
        kit.limitedGroup().ifPresent(group -> none.add(new GroupTarget(group, 0, 0)));
        c.at("emptying the groups");
        bed.apply(none.toArray(GroupTarget[]::new));
        bed.settle();
        for (GroupTarget target : none) {
            c.at("emptying " + target.group());
            c.same(Stock.EMPTY, bed.stock(target.group()));
        }
        return bed;
    }

    NodeGroup first() {
        return kit.groups().get(0);
    }

    NodeGroup second() {
        return kit.groups().get(1);
    }

    static GroupTarget target(NodeGroup group, int allocated) {
        return new GroupTarget(group, allocated, 0);
    }

    Deadline deadline() {
        return Deadline.after(kit.patience());
    }

    /** A fence above all before it. */
    Fence fence() {
        return new Fence(kit.firstEpoch() + EPOCHS.incrementAndGet());
    }

    static ChangeSet changes(Fence fence, GroupTarget... targets) {
        return new ChangeSet("contract-" + fence.epoch(), List.of(targets));
    }

    /** Applies targets under a new key and a higher fence. */
    List<Outcome> apply(GroupTarget... targets) {
        Fence fence = fence();
        return apply(changes(fence, targets), fence);
    }

    List<Outcome> apply(ChangeSet changes, Fence fence) {
        return provisioner.apply(changes, fence, deadline());
    }

    /** Applies and waits until all is ready. */
    void bring(GroupTarget... targets) {
        apply(targets);
        settle();
    }

    void settle() {
        kit.settle(provisioner);
    }

    FleetObservation observe() {
        return provisioner.observe(deadline());
    }

    Stock stock(NodeGroup group) {
        return observe().stock(group);
    }

    /** All units of a group must be ready and as many as given. */
    void ready(Clause c, NodeGroup group, int allocated, int warm) {
        c.at("stock of " + group);
        c.same(new Stock(allocated, 0, warm, 0), stock(group));
    }

    /** The outcome must not be a refusal or unknown. */
    static void done(Clause c, String where, Outcome outcome) {
        c.at(where);
        boolean ok = outcome instanceof Outcome.Accepted || outcome instanceof Outcome.Unchanged;
        c.hold(ok, "Accepted or Unchanged", outcome);
    }
}
