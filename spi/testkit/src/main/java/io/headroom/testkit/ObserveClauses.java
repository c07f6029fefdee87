package io.headroom.testkit;

import static io.headroom.testkit.FleetBed.target;

import io.headroom.core.NodeGroup;
import io.headroom.core.Stock;
import io.headroom.spi.ChangeSet;
import io.headroom.spi.Fence;
import io.headroom.spi.FleetObservation;
import io.headroom.spi.GroupTarget;
import io.headroom.spi.PlannedChange;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Callable;

/** Clauses of {@link ProvisionerContract} about observing and planning. */
final class ObserveClauses {
    private static final int ROUNDS = 20;

    private ObserveClauses() {}

    static void listsEmptyGroups(Clause c, FleetBed bed) {
        c.mend("groups without units are left out: a group that is missing from stocks() counts as not existing");
        bed.bring(target(bed.first(), 1));
        Set<NodeGroup> listed = bed.observe().stocks().keySet();
        for (NodeGroup group : bed.kit.groups()) {
            c.at("groups of the observation");
            c.hold(listed.contains(group), group + " among them", listed);
        }
    }

    static void planChangesNothing(Clause c, FleetBed bed) {
        c.mend("plan() runs the same code as apply(): let it work on a copy, or ask the tool for a dry run");
        bed.bring(target(bed.first(), 2));
        Map<NodeGroup, Stock> before = bed.observe().stocks();
        ChangeSet changes = new ChangeSet(
                "contract-plan-" + bed.fence().epoch(), List.of(target(bed.first(), 5), target(bed.second(), 1)));
        bed.provisioner.plan(changes, bed.deadline());
        c.at("stocks after a plan");
        c.same(before, bed.observe().stocks());
        bed.settle();
        c.at("stocks after a plan, when all is ready");
        c.same(before, bed.observe().stocks());
    }

    static void planIsTrue(Clause c, FleetBed bed) {
        c.mend("planned changes are sorted or left out, or 'before' holds the target: go through the targets and add"
                + " one for each");
        bed.bring(target(bed.first(), 2), target(bed.second(), 1));
        List<GroupTarget> targets = List.of(target(bed.second(), 3), target(bed.first(), 1));
        FleetObservation now = bed.observe();
        List<PlannedChange> plan = bed.provisioner.plan(new ChangeSet("contract-plan", targets), bed.deadline());
        c.at("groups of the plan");
        c.same(
                targets.stream().map(GroupTarget::group).toList(),
                plan.stream().map(PlannedChange::group).toList());
        for (int i = 0; i < targets.size(); i++) {
            c.at("stock before, of " + plan.get(i).group());
            c.same(now.stock(plan.get(i).group()), plan.get(i).before());
            c.at("planned allocated units of " + plan.get(i).group());
            c.same(targets.get(i).allocated(), plan.get(i).allocated());
            c.at("planned warm units of " + plan.get(i).group());
            c.same(0, plan.get(i).warm());
        }
    }

    static void threadSafe(Clause c, FleetBed bed) throws Exception {
        c.mend("state is changed without a lock: guard it, or keep it in the world behind");
        c.at("threads that apply, plan and observe at a time");
        Callable<Integer> look = () -> {
            int units = 0;
            for (int i = 0; i < ROUNDS; i++) {
                units += bed.observe().stock(bed.first()).paid();
                bed.provisioner.plan(new ChangeSet("contract-plan", List.of(target(bed.first(), 1))), bed.deadline());
            }
            return units;
        };
        Fence fence = bed.fence();
        List<Callable<Integer>> works = List.of(climb(bed, fence, bed.first()), climb(bed, fence, bed.second()), look);
        Parallel.all(bed.kit.patience().multipliedBy(ROUNDS), works);
        bed.settle();
        bed.ready(c, bed.first(), 4, 0);
        bed.ready(c, bed.second(), 4, 0);
    }

    /** Grows and shrinks a group many times and leaves it at 4. */
    private static Callable<Integer> climb(FleetBed bed, Fence fence, NodeGroup group) {
        return () -> {
            for (int i = 0; i < ROUNDS; i++) {
                String key = "contract-" + fence.epoch() + "-" + group + "-" + i;
                GroupTarget next = target(group, i == ROUNDS - 1 ? 4 : i % 5);
                bed.provisioner.apply(new ChangeSet(key, List.of(next)), fence, bed.deadline());
            }
            return 0;
        };
    }
}
