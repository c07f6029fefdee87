package io.headroom.allocation;

import java.time.Instant;

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

    /**
     * The spending cap forbids what is otherwise never lost: measured need, the policy's minimum or the floor of an event. Told once as long
     * as it lasts. Does nothing by default.
     *
     * @param at when it was decided
     * @param purchase what is bought instead, and what gave way
     */
    default void onFloorCut(Instant at, Purchase purchase) {}
}
