package io.headroom.allocation;

/**
 * Is told of every cycle, on the thread that ran it. What it throws is contained and logged. Implementations are thread-safe if several
 * allocators share them.
 */
@FunctionalInterface
public interface AllocatorListener {
    /**
     * A cycle has ended.
     *
     * @param report what it did
     */
    void onCycle(CycleReport report);
}
