package io.headroom.allocation.pairs;

import java.util.List;

/**
 * Changes that may be made at once. Whatever their order, and whichever of them are already made, no link is above its capacity. Growing ones
 * first, no pair falls below the smaller of what it had before the step and what it has after it. The next step begins when all are made.
 * Immutable and thread-safe.
 *
 * @param growing reservations that grow, or begin
 * @param shrinking reservations that shrink, or end
 */
public record UpdateStep(List<Change> growing, List<Change> shrinking) {
    /**
     * The new amount of a tunnel.
     *
     * @param tunnel the tunnel
     * @param before what is reserved before the step
     * @param after what is reserved after it
     */
    public record Change(Tunnel tunnel, double before, double after) {}

    /**
     * Copies the lists.
     *
     * @param growing reservations that grow, or begin
     * @param shrinking reservations that shrink, or end
     */
    public UpdateStep {
        growing = List.copyOf(growing);
        shrinking = List.copyOf(shrinking);
    }
}
