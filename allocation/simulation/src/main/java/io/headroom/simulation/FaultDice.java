package io.headroom.simulation;

import java.util.SplittableRandom;

/** Throws the dice for faults, in the order of the calls. Not thread-safe. */
final class FaultDice {
    private final SplittableRandom random;

    FaultDice(long seed) {
        this.random = new SplittableRandom(seed);
    }

    /** Draws also for a chance of 0, so that switching one kind of fault on does not move the others. */
    boolean fails(double chance) {
        return random.nextDouble() < chance;
    }
}
