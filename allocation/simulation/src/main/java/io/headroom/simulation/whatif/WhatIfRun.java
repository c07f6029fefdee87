package io.headroom.simulation.whatif;

import io.headroom.allocation.AllocationPolicy;
import io.headroom.allocation.Problem;
import io.headroom.simulation.PoolTrack;
import io.headroom.simulation.SimulationResult;
import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * What came of one policy. Immutable and thread-safe.
 *
 * @param name how results name it
 * @param policy the policy
 * @param result the simulation, step by step
 * @param cost what its units cost, booting ones included, in the run's unit of cost
 * @param problems what went wrong in its cycles and was contained, in order
 */
public record WhatIfRun(
        String name, AllocationPolicy policy, SimulationResult result, double cost, List<Problem> problems) {
    /**
     * Copies the list.
     *
     * @param name how results name it
     * @param policy the policy
     * @param result the simulation, step by step
     * @param cost what its units cost, booting ones included, in the run's unit of cost
     * @param problems what went wrong in its cycles and was contained, in order
     */
    public WhatIfRun {
        problems = List.copyOf(problems);
    }

    /**
     * The share of steps in which demand exceeded what was usable, over all pools.
     *
     * @return percent, in [0, 100]
     */
    public double violationPercent() {
        return 100 * result.violations();
    }

    /**
     * How long demand exceeded what was usable.
     *
     * @return the sum over all pools
     */
    public Duration violationTime() {
        long steps = 0;
        for (PoolTrack track : result.tracks()) {
            steps += Math.round(track.violations() * result.steps());
        }
        return result.step().multipliedBy(steps);
    }

    /**
     * The pool that was short most often.
     *
     * @return its track; empty if no pool was ever short
     */
    public Optional<PoolTrack> worst() {
        return result.tracks().stream()
                .max(Comparator.comparingDouble(PoolTrack::violations))
                .filter(track -> track.violations() > 0);
    }

    /**
     * How many units were started or stopped.
     *
     * @return the sum of all changes of paid units from step to step
     */
    public long moves() {
        return result.moves();
    }
}
