package io.headroom.testkit;

import static io.headroom.testkit.FleetBed.target;

import io.headroom.core.NodeGroup;
import io.headroom.spi.ChangeSet;
import io.headroom.spi.Outcome;
import io.headroom.spi.PlannedChange;
import java.util.List;
import java.util.OptionalInt;

/** Clauses of {@link ProvisionerContract} about quotas. */
final class QuotaClauses {
    private static final int OVER = 3;

    private QuotaClauses() {}

    private static NodeGroup limited(Clause c, FleetBed bed) {
        c.needs(Capability.QUOTA);
        c.at("limitedGroup()");
        return bed.kit.limitedGroup().orElseThrow(() -> Contract.missing("limitedGroup()", Capability.QUOTA));
    }

    /**
     * Asks for far more than the quota and returns what the group then has: the quota, found out without asking for it.
     */
    private static int filled(FleetBed bed, NodeGroup limited) {
        bed.bring(target(limited, 101));
        return bed.stock(limited).committed();
    }

    static void grants(Clause c, FleetBed bed) {
        NodeGroup limited = limited(c, bed);
        c.mend("a target above the quota is refused, or granted on paper: grant up to the quota and put that number"
                + " into Accepted");
        Outcome outcome = bed.apply(target(limited, 101)).get(0);
        bed.settle();
        int there = bed.stock(limited).committed();
        c.at("units of " + limited + " after 101 were asked for");
        c.hold(there >= 2 && there <= 100, "as many as its quota, in [2, 100]", there);
        c.at("outcome of a target of 101");
        c.same(new Outcome.Accepted(limited, there, 0), outcome);
        bed.bring(target(limited, there - 1));
        bed.bring(target(limited, there + OVER));
        c.at("units of " + limited + " after " + (there + OVER) + " were asked for");
        c.same(there, bed.stock(limited).committed());
    }

    static void shrinks(Clause c, FleetBed bed) {
        NodeGroup limited = limited(c, bed);
        c.mend("a change set with a target above a quota is refused as a whole, or the quota is tested before the"
                + " direction: shrink first");
        bed.bring(target(bed.first(), 3));
        int quota = filled(bed, limited);
        bed.bring(target(limited, quota + OVER), target(bed.first(), 1));
        bed.ready(c, bed.first(), 1, 0);
        bed.bring(target(limited, 1));
        bed.ready(c, limited, 1, 0);
    }

    static void observed(Clause c, FleetBed bed) {
        NodeGroup limited = limited(c, bed);
        c.mend("the quota is left out of the observation: put it into FleetObservation.quotas");
        int quota = filled(bed, limited);
        c.at("quota of " + limited);
        c.same(OptionalInt.of(quota), bed.observe().quota(limited));
    }

    static void planned(Clause c, FleetBed bed) {
        NodeGroup limited = limited(c, bed);
        c.mend("plan() promises what the quota forbids, or notes what stands in nobody's way: note a quota only where"
                + " it cuts off");
        int quota = filled(bed, limited);
        bed.bring(target(limited, 1));
        ChangeSet changes =
                new ChangeSet("contract-plan", List.of(target(limited, quota + OVER), target(bed.first(), 2)));
        List<PlannedChange> plan = bed.provisioner.plan(changes, bed.deadline());
        c.at("planned units of " + limited + " for a target of " + (quota + OVER));
        c.same(quota, plan.get(0).allocated());
        c.at("note on a target above the quota");
        c.hold(!plan.get(0).note().isBlank(), "a note that names the quota", "a blank text");
        c.at("note on a target that nothing stands against");
        c.same("", plan.get(1).note());
    }
}
