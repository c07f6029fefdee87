package io.headroom.simulation;

import io.headroom.core.Stock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** The units of one simulated node group. Not thread-safe. */
final class GroupFleet {
    private final int quota;
    private final List<Batch> batches = new ArrayList<>();
    private int allocated;
    private int warm;
    private int allocatedTarget;
    private int warmTarget;

    /** Units on their way, oldest first. */
    private static final class Batch {
        final Instant ready;
        int units;

        Batch(Instant ready, int units) {
            this.ready = ready;
            this.units = units;
        }
    }

    GroupFleet(int quota, int allocated) {
        this.quota = quota;
        this.allocated = allocated;
        this.allocatedTarget = allocated;
    }

    /** Units whose boot has ended become usable: assigned while the target asks for more, else warm. */
    void advance(Instant now) {
        while (!batches.isEmpty() && !batches.get(0).ready.isAfter(now)) {
            warm += batches.remove(0).units;
        }
        handOut();
    }

    private void handOut() {
        int taken = Math.max(0, Math.min(warm, allocatedTarget - allocated));
        allocated += taken;
        warm -= taken;
    }

    Stock stock() {
        int coming = coming();
        int booting = Math.min(coming, Math.max(0, allocatedTarget - allocated));
        return new Stock(allocated, booting, warm, coming - booting);
    }

    private int coming() {
        int units = 0;
        for (Batch batch : batches) {
            units += batch.units;
        }
        return units;
    }

    int quota() {
        return quota;
    }

    /** Takes over absolute targets, as far as the quota allows for growth; what is granted can be read off {@link #stock}. */
    void apply(int wantAllocated, int wantWarm, Instant ready) {
        int before = allocated + warm + coming();
        int most = Math.max(quota, before);
        allocatedTarget = Math.min(wantAllocated, Math.max(most, 0));
        warmTarget = Math.min(wantWarm, most - allocatedTarget);
        if (allocated > allocatedTarget) {
            warm += allocated - allocatedTarget;
            allocated = allocatedTarget;
        }
        handOut();
        int missing = allocatedTarget + warmTarget - allocated - warm - coming();
        if (missing > 0) {
            batches.add(new Batch(ready, missing));
        } else {
            remove(-missing);
        }
    }

    /** Cancels booting units first, youngest first, then warm ones. */
    private void remove(int surplus) {
        int left = surplus;
        while (left > 0 && !batches.isEmpty()) {
            Batch youngest = batches.get(batches.size() - 1);
            int cancelled = Math.min(left, youngest.units);
            youngest.units -= cancelled;
            left -= cancelled;
            if (youngest.units == 0) {
                batches.remove(batches.size() - 1);
            }
        }
        warm -= left;
    }
}
