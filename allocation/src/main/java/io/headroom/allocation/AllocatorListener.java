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

    /**
     * The policy was changed while the allocator was running, or a new one was refused and the old one stays. Does nothing by default.
     *
     * @param event what happened; a refusal that lasts is told once
     */
    default void onPolicy(PolicyEvent event) {}
}
