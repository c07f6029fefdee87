package io.headroom.core;

import java.util.Arrays;

/** A set of steps on a ring: remembers the latest {@code capacity} steps. Not thread-safe. */
final class StepBits {
    private final boolean[] bits;
    private long last = Long.MIN_VALUE;

    StepBits(int capacity) {
        this.bits = new boolean[capacity];
    }

    void set(long step) {
        if (last == Long.MIN_VALUE || step - last >= bits.length) {
            Arrays.fill(bits, false);
            last = step;
        }
        if (step <= last - bits.length) {
            return;
        }
        while (last < step) {
            last++;
            bits[slot(last)] = false;
        }
        bits[slot(step)] = true;
    }

    boolean get(long step) {
        return last != Long.MIN_VALUE && step <= last && step > last - bits.length && bits[slot(step)];
    }

    private int slot(long step) {
        return (int) Math.floorMod(step, (long) bits.length);
    }
}
