package io.headroom.allocation;

import java.time.Instant;

/** What became of an allocator's policy while it was running. Immutable and thread-safe. */
public sealed interface PolicyEvent {
    /**
     * When the cycle began that read it.
     *
     * @return the allocator's time
     */
    Instant at();

    /**
     * A new policy has taken the place of the old one.
     *
     * @param at when the cycle began that read it
     * @param before the policy that held until then
     * @param after the policy that holds from now on
     */
    record Changed(Instant at, AllocationPolicy before, AllocationPolicy after) implements PolicyEvent {}

    /**
     * What was read is refused as a whole; the old policy stays.
     *
     * @param at when the cycle began that read it
     * @param problem what is wrong with it
     */
    record Refused(Instant at, Problem problem) implements PolicyEvent {}
}
