package io.headroom.simulation;

import io.headroom.allocation.CycleReport;
import io.headroom.allocation.Problem;
import io.headroom.core.Checks;
import io.headroom.core.Location;
import io.headroom.core.NodeGroup;
import io.headroom.core.Resource;
import io.headroom.spi.CostModel;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * What came of a simulation. Immutable and thread-safe.
 */
public final class SimulationResult {
    private final Instant start;
    private final Duration step;
    private final int steps;
    private final List<PoolTrack> tracks;
    private final Map<NodeGroup, int[]> paidUnits;
    private final Map<CycleReport.Status, Integer> cycles;
    private final List<Problem> problems;

    SimulationResult(
            Instant start,
            Duration step,
            int steps,
            List<PoolTrack> tracks,
            Map<NodeGroup, int[]> paidUnits,
            Map<CycleReport.Status, Integer> cycles,
            List<Problem> problems) {
        this.start = start;
        this.step = step;
        this.steps = steps;
        this.tracks = List.copyOf(tracks);
        this.paidUnits = new TreeMap<>(paidUnits);
        this.cycles = Map.copyOf(cycles);
        this.problems = List.copyOf(problems);
    }

    /**
     * When it began.
     *
     * @return start of the first step
     */
    public Instant start() {
        return start;
    }

    /**
     * The length of a step.
     *
     * @return above zero
     */
    public Duration step() {
        return step;
    }

    /**
     * How many steps were run.
     *
     * @return 1 or more
     */
    public int steps() {
        return steps;
    }

    /**
     * Each resource of each location that the fleet has a node group for.
     *
     * @return the tracks, sorted by location and resource
     */
    public List<PoolTrack> tracks() {
        return tracks;
    }

    /**
     * One resource of one location.
     *
     * @param location the region or link
     * @param resource the resource
     * @return its track
     * @throws IllegalArgumentException if there is none
     */
    public PoolTrack track(Location location, Resource resource) {
        return tracks.stream()
                .filter(t -> t.location().equals(location) && t.resource() == resource)
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException(Checks.message(
                        "track of " + resource + " at " + location.key(),
                        "must be one of "
                                + tracks.stream()
                                        .map(t -> t.location().key() + "/" + t.resource())
                                        .toList(),
                        "the location has no node group with that resource")));
    }

    /**
     * The units paid for.
     *
     * @param group the node group
     * @return a new array, one number a step; zeros for an unknown group
     */
    public int[] paidUnits(NodeGroup group) {
        return paidUnits.getOrDefault(group, new int[steps]).clone();
    }

    /**
     * How the cycles ended. What each one predicted and decided is told to the allocator's listeners.
     *
     * @return the number of cycles of each status that occurred
     */
    public Map<CycleReport.Status, Integer> cycles() {
        return cycles;
    }

    /**
     * What went wrong and was contained.
     *
     * @return the problems of all cycles, in order
     */
    public List<Problem> problems() {
        return problems;
    }

    /**
     * The mean share of steps in violation, over all tracks.
     *
     * @return in [0, 1]
     */
    public double violations() {
        return tracks.stream().mapToDouble(PoolTrack::violations).average().orElse(0);
    }

    /**
     * What the units cost.
     *
     * @param prices the prices
     * @return in the currency of the prices
     */
    public double cost(CostModel prices) {
        double hours = step.toMillis() / 3_600_000.0;
        double sum = 0;
        for (Map.Entry<NodeGroup, int[]> e : paidUnits.entrySet()) {
            double price = Checks.notNegative(prices.unitHour(e.getKey()), "price of " + e.getKey());
            for (int units : e.getValue()) {
                sum += units * price * hours;
            }
        }
        return sum;
    }

    /**
     * How many units were started or stopped.
     *
     * @return the sum of all changes of paid units from step to step
     */
    public long moves() {
        long sum = 0;
        for (int[] units : paidUnits.values()) {
            for (int t = 1; t < units.length; t++) {
                sum += Math.abs((long) units[t] - units[t - 1]);
            }
        }
        return sum;
    }
}
