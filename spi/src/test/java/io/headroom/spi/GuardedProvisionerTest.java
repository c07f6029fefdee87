package io.headroom.spi;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import io.headroom.core.NodeGroup;
import io.headroom.core.Region;
import io.headroom.core.Resources;
import io.headroom.core.Stock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** What the guard adds to a provisioner that only observes and resizes. */
class GuardedProvisionerTest {
    private static final NodeGroup A = group("a");
    private static final NodeGroup B = group("b");

    private final Resizer resizer = new Resizer();
    private final GuardedProvisioner guarded = new GuardedProvisioner(resizer);

    private static NodeGroup group(String name) {
        return new NodeGroup(name, Region.of("eu"), NodeGroup.Kind.VM, Resources.compute(1));
    }

    private List<Outcome> apply(String key, long epoch, GroupTarget... targets) {
        return guarded.apply(new ChangeSet(key, List.of(targets)), new Fence(epoch), Deadline.none());
    }

    @Test
    void onlyDifferencesReachTheProvisionerBehindIt() {
        apply("1", 1, new GroupTarget(A, 3, 0), new GroupTarget(B, 2, 0));
        List<Outcome> outcomes = apply("2", 1, new GroupTarget(A, 3, 0), new GroupTarget(B, 5, 0));
        assertThat(outcomes).containsExactly(new Outcome.Unchanged(A), new Outcome.Accepted(B, 5, 0));
        assertThat(resizer.calls).containsExactly("a=3", "b=2", "b=5");
    }

    @Test
    void aStaleFenceChangesNothing() {
        apply("1", 2, new GroupTarget(A, 3, 0));
        List<Outcome> outcomes = apply("2", 1, new GroupTarget(A, 9, 0));
        assertThat(outcomes.get(0)).isInstanceOf(Outcome.Rejected.class);
        assertThat(resizer.units.get(A)).isEqualTo(3);
    }

    @Test
    void aLateRepeatDoesNotUndoWhatCameAfter() {
        apply("1", 1, new GroupTarget(A, 3, 0));
        apply("2", 1, new GroupTarget(A, 7, 0));
        assertThat(apply("1", 1, new GroupTarget(A, 3, 0))).containsExactly(new Outcome.Unchanged(A));
        assertThat(resizer.units.get(A)).isEqualTo(7);
    }

    @Test
    void aRetryOfTheLastKeyGoesThrough() {
        resizer.failing = true;
        assertThat(catchThrowable(() -> apply("1", 1, new GroupTarget(A, 3, 0))))
                .isInstanceOf(AdapterException.class);
        resizer.failing = false;
        assertThat(apply("1", 1, new GroupTarget(A, 3, 0))).containsExactly(new Outcome.Accepted(A, 3, 0));
    }

    @Test
    void thePlanIsWorkedOutFromWhatIsThere() {
        apply("1", 1, new GroupTarget(A, 3, 0));
        ChangeSet wanted = new ChangeSet("2", List.of(new GroupTarget(A, 5, 0), new GroupTarget(group("c"), 1, 0)));
        List<PlannedChange> planned = guarded.plan(wanted, Deadline.none());
        assertThat(planned.get(0)).isEqualTo(new PlannedChange(A, new Stock(3, 0, 0, 0), 5, 0, ""));
        assertThat(planned.get(1).note()).isEqualTo("there is no such group");
        assertThat(resizer.units.get(A)).isEqualTo(3);
    }

    /** Observes and resizes, nothing else. */
    private static final class Resizer implements Provisioner {
        final Map<NodeGroup, Integer> units = new HashMap<>(Map.of(A, 0, B, 0));
        final List<String> calls = new ArrayList<>();
        boolean failing;

        @Override
        public FleetObservation observe(Deadline deadline) {
            Map<NodeGroup, Stock> stocks = new HashMap<>();
            units.forEach((group, count) -> stocks.put(group, new Stock(count, 0, 0, 0)));
            return new FleetObservation(Instant.EPOCH, stocks, Map.of());
        }

        @Override
        public List<Outcome> apply(ChangeSet changes, Fence fence, Deadline deadline) {
            if (failing) {
                throw new AdapterException("the world is gone");
            }
            List<Outcome> outcomes = new ArrayList<>();
            for (GroupTarget target : changes.targets()) {
                units.put(target.group(), target.allocated());
                calls.add(target.group() + "=" + target.allocated());
                outcomes.add(new Outcome.Accepted(target.group(), target.allocated(), target.warm()));
            }
            return outcomes;
        }
    }
}
