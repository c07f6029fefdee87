package io.headroom.core;

import java.util.OptionalLong;

/**
 * Counts of one flow on a ring of steps. A slot is cleared when the ring comes round to it. Sums stay at the largest
 * number instead of overflowing. Not thread-safe.
 */
final class FlowCounter {
    private final int[] counts;
    private final StepBits heard;
    private long first;
    private long last;
    private long[] volumes = {};

    FlowCounter(int capacity, long first, StepBits heard) {
        this.counts = new int[capacity];
        this.heard = heard;
        this.first = first;
        this.last = first;
    }

    void add(long step, OptionalLong volume) {
        first = Math.min(first, step);
        if (step > last) {
            clear(step);
            last = step;
        }
        int slot = slot(step);
        if (counts[slot] < Integer.MAX_VALUE) {
            counts[slot]++;
        }
        if (volume.isPresent()) {
            if (volumes.length == 0) {
                volumes = new long[counts.length];
            }
            volumes[slot] += Math.min(volume.getAsLong(), Long.MAX_VALUE - volumes[slot]);
        }
    }

    private void clear(long step) {
        long from = Math.max(last + 1, step - counts.length + 1);
        for (long s = from; s <= step; s++) {
            counts[slot(s)] = 0;
            if (volumes.length > 0) {
                volumes[slot(s)] = 0;
            }
        }
    }

    long first() {
        return first;
    }

    StepBits heard() {
        return heard;
    }

    boolean hasVolume() {
        return volumes.length > 0;
    }

    int count(long step) {
        return inside(step) ? counts[slot(step)] : 0;
    }

    long bytes(long step) {
        return inside(step) && volumes.length > 0 ? volumes[slot(step)] : 0;
    }

    private boolean inside(long step) {
        return step >= first && step <= last && step > last - counts.length;
    }

    private int slot(long step) {
        return (int) Math.floorMod(step, (long) counts.length);
    }
}
