package io.headroom.benchmarks.cloudsim;

import org.cloudsimplus.core.CloudSimPlus;

/**
 * CloudSim Plus, advanced from moment to moment. Its own {@code runFor} handles the events of one moment only, and ends the simulation when
 * none is left, after which nothing can be started any more. Not thread-safe.
 */
final class SteppedSimulation extends CloudSimPlus {
    /** Shortest time between two events that its data centres handle, in seconds: short against a step of a minute. */
    private static final double RESOLUTION = 0.001;

    SteppedSimulation() {
        super(RESOLUTION);
    }

    /** Handles every event up to a moment, in seconds since the start, and sets the clock to it. */
    void advanceTo(double seconds) {
        boolean more = true;
        while (more) {
            more = processEvents(seconds);
        }
        setClock(seconds);
    }
}
