package io.headroom.spi;

import io.headroom.core.Checks;

/**
 * The epoch of the allocator that asks. A provisioner that has seen a higher epoch refuses: two allocators that both believe to lead can't
 * overwrite each other. Immutable and thread-safe.
 *
 * @param epoch 0 or more, rising with each change of leader
 */
public record Fence(long epoch) implements Comparable<Fence> {
    /**
     * Checks the epoch.
     *
     * @param epoch 0 or more
     * @throws IllegalArgumentException if it is negative
     */
    public Fence {
        if (epoch < 0) {
            throw Checks.failure("epoch " + epoch, "must be 0 or more", "no leader was elected");
        }
    }

    @Override
    public int compareTo(Fence other) {
        return Long.compare(epoch, other.epoch);
    }
}
