package io.headroom.testkit;

import static io.headroom.testkit.FleetBed.target;

import io.headroom.core.NodeGroup;
import io.headroom.core.Stock;
import io.headroom.spi.GroupTarget;
import io.headroom.spi.Outcome;
import java.util.List;

/** Clauses of {@link ProvisionerContract} about what a target brings about. */
final class ApplyClauses {
    private ApplyClauses() {}

    static void serves(Clause c, FleetBed bed) {
        c.mend("targets are taken for differences, or units need time that settle() does not give them: targets are"
                + " absolute, and settle() waits until what was asked for is ready");
        for (int units : new int[] {3, 5, 1, 0}) {
            c.at("outcome of the target " + units);
            Outcome outcome = bed.apply(target(bed.first(), units)).get(0);
            c.hold(outcome instanceof Outcome.Accepted, "Accepted", outcome);
            bed.settle();
            bed.ready(c, bed.first(), units, 0);
        }
    }

    static void tellsTruth(Clause c, FleetBed bed) {
        c.mend("the outcome repeats what was asked, or counts usable units only: count what was granted, booting"
                + " units included");
        for (int units : new int[] {4, 2}) {
            Outcome outcome = bed.apply(target(bed.first(), units)).get(0);
            Stock stock = bed.stock(bed.first());
            c.at("outcome of the target " + units + ", held against the observation");
            c.same(new Outcome.Accepted(bed.first(), stock.committed(), stock.warm() + stock.warming()), outcome);
            bed.settle();
        }
    }

    static void unchanged(Clause c, FleetBed bed) {
        c.mend("the target is compared with usable units: compare it with those that are booting as well");
        Outcome same = new Outcome.Unchanged(bed.first());
        bed.apply(target(bed.first(), 3));
        c.at("outcome of the same target under another key, right away");
        c.same(same, bed.apply(target(bed.first(), 3)).get(0));
        bed.settle();
        Stock before = bed.stock(bed.first());
        c.at("outcome of the same target under another key, when all is ready");
        c.same(same, bed.apply(target(bed.first(), 3)).get(0));
        c.at("stock after an unchanged target");
        c.same(before, bed.stock(bed.first()));
    }

    static void oneForEach(Clause c, FleetBed bed) {
        c.mend("outcomes are gathered in the order of completion, or left out: go through the targets and add one for"
                + " each");
        for (boolean reverse : new boolean[] {false, true}) {
            NodeGroup one = reverse ? bed.second() : bed.first();
            NodeGroup two = reverse ? bed.first() : bed.second();
            List<Outcome> outcomes =
                    bed.apply(target(one, reverse ? 2 : 1), bed.kit.impossibleTarget(), target(two, 2));
            c.at("groups of the outcomes");
            c.same(
                    List.of(one, bed.kit.impossibleTarget().group(), two),
                    outcomes.stream().map(Outcome::group).toList());
        }
        c.at("outcomes of no targets");
        c.same(List.of(), bed.apply());
    }

    static void failureIsAlone(Clause c, FleetBed bed) {
        c.mend("the first failure ends the loop or becomes an exception: turn it into Rejected and go on");
        bed.bring(target(bed.second(), 3));
        GroupTarget impossible = bed.kit.impossibleTarget();
        List<Outcome> outcomes = bed.apply(impossible, target(bed.first(), 2), target(bed.second(), 1));
        c.at("outcome of the impossible target " + impossible);
        c.hold(outcomes.get(0) instanceof Outcome.Rejected, "Rejected", outcomes.get(0));
        bed.settle();
        bed.ready(c, bed.first(), 2, 0);
        bed.ready(c, bed.second(), 1, 0);
    }

    static void warmUnits(Clause c, FleetBed bed) {
        c.needs(Capability.WARM_UNITS);
        c.mend("warm units are assigned as soon as they are ready, or not made at all: they wait until a target asks"
                + " for them");
        bed.bring(new GroupTarget(bed.first(), 1, 2));
        bed.ready(c, bed.first(), 1, 2);
        bed.bring(new GroupTarget(bed.first(), 1, 0));
        bed.ready(c, bed.first(), 1, 0);
    }

    static void warmFirst(Clause c, FleetBed bed) {
        c.needs(Capability.WARM_UNITS);
        c.mend("growth is booted although warm units wait: hand them out first");
        bed.bring(new GroupTarget(bed.first(), 1, 2));
        bed.apply(new GroupTarget(bed.first(), 3, 0));
        c.at("stock right after growth by as many units as were warm");
        c.same(new Stock(3, 0, 0, 0), bed.stock(bed.first()));
    }

    static void cancelsBooting(Clause c, FleetBed bed) {
        c.mend("usable units are given up while others boot: cancel the booting ones first");
        bed.bring(target(bed.first(), 2));
        bed.apply(target(bed.first(), 5));
        bed.apply(target(bed.first(), 3));
        Stock stock = bed.stock(bed.first());
        c.at("units committed after 2 were ready, 5 and then 3 were asked for");
        c.same(3, stock.committed());
        c.at("units usable after 2 were ready, 5 and then 3 were asked for");
        c.hold(stock.allocated() >= 2, "at least the 2 that were ready", stock.allocated());
    }
}
