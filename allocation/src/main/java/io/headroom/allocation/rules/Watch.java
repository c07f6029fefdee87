package io.headroom.allocation.rules;

import java.time.Duration;

/**
 * How an allocator looks out for spikes between its cycles; what a spike is says the {@link SpikeRule} of each resource. Immutable and
 * thread-safe.
 *
 * @param poll time from one look to the next on the allocator's own thread, 0 or more; 0: only its host polls
 * @param cooldown time after a cycle that a spike has triggered in which none triggers another, 0 or more
 */
public record Watch(Duration poll, Duration cooldown) {
    /** Only the host polls; a cycle a minute is triggered at most. */
    public static final Watch HOST = new Watch(Duration.ZERO, Duration.ofMinutes(1));

    /**
     * Checks the ranges.
     *
     * @param poll time from one look to the next
     * @param cooldown time after a triggered cycle in which none triggers another
     * @throws IllegalArgumentException if one is negative
     */
    public Watch {
        Durations.notNegative(poll, "poll");
        Durations.notNegative(cooldown, "trigger cooldown");
    }

    /**
     * The same with another time between looks.
     *
     * @param value 0 or more
     * @return a copy
     * @throws IllegalArgumentException if it is negative
     */
    public Watch withPoll(Duration value) {
        return new Watch(value, cooldown);
    }

    /**
     * The same with another cooldown.
     *
     * @param value 0 or more
     * @return a copy
     * @throws IllegalArgumentException if it is negative
     */
    public Watch withCooldown(Duration value) {
        return new Watch(poll, value);
    }
}
