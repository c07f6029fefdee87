package io.headroom.benchmarks.cloudsim;

import io.headroom.core.Flow;
import io.headroom.core.NodeGroup;
import io.headroom.core.Region;
import io.headroom.core.Stock;
import io.headroom.core.TimeGrid;
import io.headroom.spi.AdapterException;
import io.headroom.spi.ChangeSet;
import io.headroom.spi.Deadline;
import io.headroom.spi.Fence;
import io.headroom.spi.FleetObservation;
import io.headroom.spi.GroupTarget;
import io.headroom.spi.Outcome;
import io.headroom.spi.Provisioner;
import io.headroom.spi.RateObservation;
import io.headroom.spi.Telemetry;
import io.headroom.spi.TelemetrySource;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.TreeMap;
import java.util.TreeSet;
import org.cloudsimplus.vms.Vm;

/**
 * CloudSim Plus behind Headroom's interfaces: node groups are virtual machines of its data centres, with its start-up delays and prices, and
 * telemetry is the work that was given to them. Time is the simulation's. Thread-safe.
 */
final class CloudSimFleet implements TelemetrySource, Provisioner, InstantSource, AutoCloseable {
    private final TimeGrid grid;
    private final Instant start;
    private final SteppedSimulation simulation = new SteppedSimulation();
    private final Map<Region, CloudRegion> regions = new TreeMap<>();
    private final Map<NodeGroup, CloudGroup> groups = new TreeMap<>();
    private final Map<Instant, Map<Flow, Double>> measured = new HashMap<>();
    private final Map<String, List<Outcome>> remembered = new HashMap<>();
    private long highestEpoch;
    private boolean ended;

    /**
     * A cloud that has just been switched on.
     *
     * @param grid the grid of its telemetry
     * @param start its time at first
     * @param allocated node groups with the machines that they begin with, which have booted; a unit has whole cores
     * @param quotas the most machines of a group, where that is less than its share of its region
     * @param boots how long machines take to boot
     * @param seed of the times that machines take to boot
     */
    CloudSimFleet(
            TimeGrid grid,
            Instant start,
            Map<NodeGroup, Integer> allocated,
            Map<NodeGroup, Integer> quotas,
            BootRange boots,
            long seed) {
        this.grid = grid;
        this.start = start;
        SplittableRandom random = new SplittableRandom(seed);
        Map<NodeGroup, Integer> sorted = new TreeMap<>(allocated);
        sorted.forEach((group, units) -> {
            CloudRegion cloud =
                    regions.computeIfAbsent((Region) group.location(), region -> region(region, boots, random.split()));
            long sharers = sorted.keySet().stream()
                    .filter(other -> other.location().equals(group.location()))
                    .count();
            int holds = (int) (CloudRegion.capacity() / group.perUnit().compute() / sharers);
            int quota = Math.min(holds, quotas.getOrDefault(group, Integer.MAX_VALUE));
            groups.put(group, new CloudGroup(cloud, group, quota, units));
        });
        simulation.startSync();
        // Brokers learn of data centres, and data centres of machines, by messages that take a few milliseconds.
        simulation.advanceTo(1);
    }

    /** How long machines take to boot: between two durations, from zero on. */
    record BootRange(Duration shortest, Duration longest) {}

    /** Ends the simulation: whoever asks it for something is told so. */
    @Override
    public synchronized void close() {
        ended = true;
    }

    private void requireRunning() {
        if (ended) {
            throw new AdapterException("the simulation has ended");
        }
    }

    private static double seconds(Duration duration) {
        return duration.toMillis() / 1000.0;
    }

    private CloudRegion region(Region region, BootRange boots, SplittableRandom random) {
        return new CloudRegion(
                simulation,
                region.name(),
                new CloudRegion.BootTimes(seconds(boots.shortest()), seconds(boots.longest()), random));
    }

    @Override
    public synchronized Instant instant() {
        return start.plusMillis(Math.round((simulation.clock() - 1) * 1000));
    }

    /** Lets time pass. */
    synchronized void advance(Duration duration) {
        simulation.advanceTo(simulation.clock() + seconds(duration));
    }

    /**
     * Plays the step in progress: gives each region its work, lets the step pass, and looks at what was done.
     *
     * @param rates transactions per second of each flow, to be measured
     * @param compute cores that each region needs for them
     * @return the regions whose work was not done by the end of the step
     */
    synchronized Set<Region> play(Map<Flow, Double> rates, Map<Region, Double> compute) {
        Instant now = instant();
        double end = simulation.clock() + seconds(grid.step());
        regions.forEach((region, cloud) -> {
            List<Vm> serving = new ArrayList<>();
            groups.forEach((group, machines) -> {
                if (group.location().equals(region)) {
                    serving.addAll(machines.serving());
                }
            });
            cloud.submit(serving, compute.getOrDefault(region, 0.0) * seconds(grid.step()));
        });
        simulation.advanceTo(end);
        measured.put(grid.start(grid.index(now)), Map.copyOf(rates));
        Set<Region> late = new TreeSet<>();
        regions.forEach((region, cloud) -> {
            if (!cloud.finish(end)) {
                late.add(region);
            }
        });
        return late;
    }

    @Override
    public synchronized Telemetry observe(Set<Region> wanted, Instant since, Instant until, Deadline deadline) {
        requireRunning();
        Instant now = instant();
        long last = grid.index(until.isAfter(now) ? now : until);
        List<RateObservation> rates = new ArrayList<>();
        measured.forEach((step, byFlow) -> {
            if (!step.isBefore(since) && grid.index(step) < last) {
                byFlow.forEach((flow, rate) -> {
                    if (wanted.isEmpty() || wanted.stream().anyMatch(flow.pair()::touches)) {
                        rates.add(RateObservation.of(flow, step, rate));
                    }
                });
            }
        });
        rates.sort(Comparator.comparing(RateObservation::start).thenComparing(RateObservation::flow));
        return new Telemetry(grid.start(last), rates, List.of());
    }

    @Override
    public synchronized FleetObservation observe(Deadline deadline) {
        requireRunning();
        Map<NodeGroup, Stock> stocks = new TreeMap<>();
        Map<NodeGroup, Integer> quotas = new TreeMap<>();
        groups.forEach((group, machines) -> {
            stocks.put(group, machines.stock());
            quotas.put(group, machines.quota());
        });
        return new FleetObservation(instant(), stocks, quotas);
    }

    @Override
    public synchronized List<Outcome> apply(ChangeSet changes, Fence fence, Deadline deadline) {
        requireRunning();
        if (fence.epoch() < highestEpoch) {
            String reason = "epoch " + fence.epoch() + " is below " + highestEpoch;
            return changes.targets().stream()
                    .map(target -> (Outcome) new Outcome.Rejected(target.group(), reason))
                    .toList();
        }
        highestEpoch = fence.epoch();
        return remembered.computeIfAbsent(
                changes.key(),
                key -> changes.targets().stream().map(this::apply).toList());
    }

    private Outcome apply(GroupTarget target) {
        CloudGroup machines = groups.get(target.group());
        if (machines == null) {
            return new Outcome.Rejected(target.group(), "there is no such group");
        }
        Stock before = machines.stock();
        machines.apply(target.allocated(), target.warm());
        // Its messages take no time, but have to be delivered.
        simulation.advanceTo(simulation.clock());
        Stock now = machines.stock();
        return now.equals(before)
                ? new Outcome.Unchanged(target.group())
                : new Outcome.Accepted(target.group(), now.committed(), now.warm() + now.warming());
    }

    /** Machines created and destroyed so far, those at the start included. */
    synchronized long moves() {
        return regions.values().stream().mapToLong(CloudRegion::moves).sum();
    }

    /** Seconds that all machines have run so far, booting included. */
    synchronized double machineSeconds() {
        return regions.values().stream()
                .mapToDouble(CloudRegion::machineSeconds)
                .sum();
    }

    /** What all machines have cost so far. */
    synchronized double cost() {
        return regions.values().stream().mapToDouble(CloudRegion::cost).sum();
    }
}
