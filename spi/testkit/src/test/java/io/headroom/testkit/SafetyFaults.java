package io.headroom.testkit;

import static io.headroom.testkit.ProvisionerFaults.row;

import io.headroom.spi.ChangeSet;
import io.headroom.spi.Deadline;
import io.headroom.spi.Fence;
import io.headroom.spi.FleetObservation;
import io.headroom.spi.Outcome;
import java.time.Instant;
import java.util.ConcurrentModificationException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;

/** Provisioners that take keys, fences, deadlines or threads wrongly. */
final class SafetyFaults {
    private SafetyFaults() {}

    static List<BrokenDouble> rows() {
        return List.of(
                row("V6", "the second repeat of a key adds units", Repeating::new),
                row("V7", "the latest key alone is remembered", () -> new MemoryProvisioner() {
                    @Override
                    List<Outcome> remembered(ChangeSet changes) {
                        List<Outcome> outcomes = super.remembered(changes);
                        keys.clear();
                        return outcomes;
                    }
                }),
                row("V8", "a retry after a lost answer adds units", Forgetting::new),
                row("V9", "fences are not compared", () -> new MemoryProvisioner() {
                    @Override
                    boolean stale(Fence fence) {
                        return false;
                    }
                }),
                row("V9", "a refused change set takes effect", () -> new MemoryProvisioner() {
                    @Override
                    boolean stale(Fence fence) {
                        if (super.stale(fence)) {
                            add(new ChangeSet("key", List.of(FleetBed.target(TWO, 1))));
                        }
                        return super.stale(fence);
                    }
                }),
                row("V10", "the second change set under a fence is refused", () -> new MemoryProvisioner() {
                    private final Map<Fence, Integer> seen = new HashMap<>();

                    @Override
                    boolean stale(Fence fence) {
                        return seen.merge(fence, 1, Integer::sum) == 2 || super.stale(fence);
                    }
                }),
                row("V21", "a late call throws something else", () -> new MemoryProvisioner() {
                    @Override
                    void reach(Deadline deadline) {
                        if (deadline.expired()) {
                            throw new IllegalStateException("too late");
                        }
                        super.reach(deadline);
                    }
                }),
                row("V21", "a late call hangs", () -> new MemoryProvisioner() {
                    @Override
                    void reach(Deadline deadline) {
                        while (deadline.expired() && !Thread.currentThread().isInterrupted()) {
                            LockSupport.parkNanos(1_000_000);
                        }
                        super.reach(deadline);
                    }
                }),
                row("V22", "an outage looks like an empty fleet", () -> new MemoryProvisioner() {
                    @Override
                    public FleetObservation observe(Deadline deadline) {
                        return unreachable
                                ? new FleetObservation(Instant.EPOCH, Map.of(), Map.of())
                                : super.observe(deadline);
                    }
                }),
                row("V23", "two calls at a time collide", Colliding::new));
    }

    /** Counts how often it has seen a key. */
    private static final class Repeating extends MemoryProvisioner {
        private final Map<String, Integer> seen = new HashMap<>();

        @Override
        List<Outcome> remembered(ChangeSet changes) {
            if (seen.merge(changes.key(), 1, Integer::sum) == 3) {
                add(changes);
            }
            return super.remembered(changes);
        }
    }

    /** Does not remember the key of a call whose answer was lost. */
    private static final class Forgetting extends MemoryProvisioner {
        private String lost = "";

        @Override
        List<Outcome> remembered(ChangeSet changes) {
            if (changes.key().equals(lost)) {
                add(changes);
            }
            lost = losing ? changes.key() : "";
            return super.remembered(changes);
        }
    }

    /** Its first call waits for a second, for a while, so that the fault shows on every machine. */
    private static final class Colliding extends MemoryProvisioner {
        private final AtomicInteger entered = new AtomicInteger();

        @Override
        public List<Outcome> apply(ChangeSet changes, Fence fence, Deadline deadline) {
            boolean first = Company.onThreadOfKit() && entered.incrementAndGet() == 1;
            if (first && Company.await(() -> entered.get() > 1)) {
                throw new ConcurrentModificationException("another call changed the fleet");
            }
            return super.apply(changes, fence, deadline);
        }
    }
}
