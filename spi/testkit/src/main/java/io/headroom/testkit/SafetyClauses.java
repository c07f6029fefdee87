package io.headroom.testkit;

import static io.headroom.testkit.FleetBed.target;

import io.headroom.spi.AdapterException;
import io.headroom.spi.ChangeSet;
import io.headroom.spi.Deadline;
import io.headroom.spi.Fence;
import io.headroom.spi.Outcome;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.Callable;

/** Clauses of {@link ProvisionerContract} about keys, fences, deadlines and faults. */
final class SafetyClauses {
    private SafetyClauses() {}

    static void sameKey(Clause c, FleetBed bed) {
        c.mend("a repeated key adds units again: make the target absolute, or remember the key with its outcomes");
        Fence fence = bed.fence();
        ChangeSet changes = FleetBed.changes(fence, target(bed.first(), 2), target(bed.second(), 1));
        bed.apply(changes, fence);
        for (Outcome outcome : bed.apply(changes, bed.fence())) {
            FleetBed.done(c, "outcome of the repeated key", outcome);
        }
        bed.settle();
        bed.ready(c, bed.first(), 2, 0);
        bed.apply(changes, bed.fence());
        bed.settle();
        bed.ready(c, bed.first(), 2, 0);
        bed.ready(c, bed.second(), 1, 0);
    }

    static void lateKey(Clause c, FleetBed bed) {
        c.needs(Capability.KEY_MEMORY);
        c.mend("only the latest key is remembered: keep the keys of a day, or declare KEY_MEMORY absent");
        Fence fence = bed.fence();
        ChangeSet older = FleetBed.changes(fence, target(bed.first(), 3));
        bed.apply(older, fence);
        bed.bring(target(bed.first(), 1));
        bed.apply(older, bed.fence());
        bed.settle();
        c.at("after targets of 3 and then 1, and a repeat of the first");
        c.same(1, bed.stock(bed.first()).committed());
    }

    static void lostAnswer(Clause c, FleetBed bed) {
        c.needs(Capability.LOST_ANSWER);
        c.mend("the retry takes its target for a new request: remember the key before its effect, or compare with"
                + " what is there");
        Fence fence = bed.fence();
        ChangeSet changes = FleetBed.changes(fence, target(bed.first(), 2));
        bed.kit.loseNextAnswer(bed.provisioner);
        c.at("outcome of a call whose answer is lost");
        try {
            Outcome outcome = bed.apply(changes, fence).get(0);
            c.hold(outcome instanceof Outcome.Unknown, "Unknown or an AdapterException", outcome);
        } catch (AdapterException e) {
            c.given(e.getMessage(), "a message");
        }
        FleetBed.done(c, "outcome of the retry", bed.apply(changes, bed.fence()).get(0));
        bed.settle();
        bed.ready(c, bed.first(), 2, 0);
    }

    static void lowerFence(Clause c, FleetBed bed) {
        c.mend("the highest fence seen is not kept, or only some targets are refused: compare before anything is done");
        Fence low = bed.fence();
        Fence high = bed.fence();
        bed.apply(FleetBed.changes(high, target(bed.first(), 2)), high);
        bed.settle();
        List<Outcome> outcomes = bed.apply(FleetBed.changes(low, target(bed.first(), 4), target(bed.second(), 1)), low);
        c.at("outcomes under fence " + low.epoch() + " after " + high.epoch());
        boolean refused = outcomes.size() == 2 && outcomes.stream().allMatch(o -> o instanceof Outcome.Rejected);
        c.hold(refused, "Rejected for both targets", outcomes);
        bed.settle();
        bed.ready(c, bed.first(), 2, 0);
        bed.ready(c, bed.second(), 0, 0);
    }

    static void sameFence(Clause c, FleetBed bed) {
        c.mend("a fence is refused although none above it was seen: refuse lower ones only");
        Fence fence = bed.fence();
        bed.apply(new ChangeSet("contract-" + fence.epoch() + "-a", List.of(target(bed.first(), 1))), fence);
        ChangeSet next = new ChangeSet("contract-" + fence.epoch() + "-b", List.of(target(bed.first(), 2)));
        c.at("outcome under the same fence");
        Outcome outcome = bed.apply(next, fence).get(0);
        c.hold(outcome instanceof Outcome.Accepted, "Accepted", outcome);
    }

    static void deadline(Clause c, FleetBed bed) throws Exception {
        c.mend("the deadline is not passed on to the client, or its time-out escapes as another exception: bound each"
                + " wait by deadline.remaining()");
        Deadline expired = Deadline.after(Duration.ZERO);
        Fence fence = bed.fence();
        ChangeSet changes = FleetBed.changes(fence, target(bed.first(), 1));
        ended(
                c,
                bed,
                "plan after its deadline",
                () -> bed.provisioner.plan(changes, expired).size());
        ended(
                c,
                bed,
                "observe after its deadline",
                () -> List.of(bed.provisioner.observe(expired)).size());
        ended(
                c,
                bed,
                "apply after its deadline",
                () -> bed.provisioner.apply(changes, fence, expired).size());
    }

    private static void ended(Clause c, FleetBed bed, String what, Callable<Integer> call) throws Exception {
        c.at(what);
        try {
            c.same(1, Parallel.one(bed.kit.patience(), call));
        } catch (AdapterException e) {
            c.given(e.getMessage(), "a message");
        }
    }

    static void outage(Clause c, FleetBed bed) {
        c.needs(Capability.OUTAGE);
        c.mend("an exception of the client escapes, or an empty answer is made up: wrap it in an AdapterException"
                + " that says whom it could not reach");
        bed.kit.cutOff(bed.provisioner);
        Fence fence = bed.fence();
        ChangeSet changes = FleetBed.changes(fence, target(bed.first(), 1));
        unreachable(c, "observe", () -> bed.provisioner.observe(bed.deadline()));
        unreachable(c, "plan", () -> bed.provisioner.plan(changes, bed.deadline()));
        c.at("apply");
        try {
            List<Outcome> outcomes = bed.apply(changes, fence);
            boolean unknown = outcomes.size() == 1 && outcomes.get(0) instanceof Outcome.Unknown;
            c.hold(unknown, "Unknown or an AdapterException", outcomes);
        } catch (AdapterException e) {
            c.given(e.getMessage(), "a message");
        }
    }

    /** The call must throw an AdapterException with a message. */
    static void unreachable(Clause c, String what, Callable<?> call) {
        c.at(what);
        Object answer;
        try {
            answer = call.call();
        } catch (AdapterException e) {
            c.given(e.getMessage(), "a message");
            return;
        } catch (Exception e) {
            throw c.threw(e);
        }
        c.hold(false, "an AdapterException", answer);
    }
}
