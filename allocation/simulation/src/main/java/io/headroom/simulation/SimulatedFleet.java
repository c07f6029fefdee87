package io.headroom.simulation;

import io.headroom.core.Checks;
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
import io.headroom.spi.PlannedChange;
import io.headroom.spi.Provisioner;
import io.headroom.spi.RateObservation;
import io.headroom.spi.Telemetry;
import io.headroom.spi.TelemetrySource;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * A simulated world: node groups that boot after a lead time and keep to quotas, and the telemetry of a {@link Workload}. Time is the
 * clock's that it was given; the same seed and the same calls give the same answers. Thread-safe.
 */
public final class SimulatedFleet implements TelemetrySource, Provisioner {
    /** A day of minutes. */
    private static final int KEYS_REMEMBERED = 1440;

    private final TimeGrid grid;
    private final SimulatedClock clock;
    private final SimulatedFleetBuilder settings;
    private final Set<Flow> flows;
    private final Map<NodeGroup, GroupFleet> groups = new TreeMap<>();
    private final Map<String, List<Outcome>> remembered = new LinkedHashMap<>();
    private final FaultDice dice;
    private long highestEpoch;

    SimulatedFleet(SimulatedFleetBuilder settings) {
        this.settings = settings;
        this.grid = settings.grid;
        this.clock = settings.clock;
        this.flows = Collections.unmodifiableSet(new TreeSet<>(settings.flows));
        this.dice = new FaultDice(settings.faults.seed());
        settings.groups.forEach((group, start) ->
                groups.put(group, new GroupFleet(settings.quotas.getOrDefault(group, Integer.MAX_VALUE), start)));
    }

    /**
     * Starts a fleet.
     *
     * @param grid the grid of its telemetry
     * @param clock its time
     * @return a builder without flows and groups
     */
    public static SimulatedFleetBuilder builder(TimeGrid grid, SimulatedClock clock) {
        return new SimulatedFleetBuilder(grid, clock);
    }

    @Override
    public synchronized Telemetry observe(Set<Region> regions, Instant since, Instant until, Deadline deadline) {
        Instant now = clock.instant();
        if (settings.faults.outages().stream().anyMatch(o -> o.covers(now))) {
            throw new AdapterException("simulated telemetry is out at " + now);
        }
        Instant end = until.isAfter(now) ? now : until;
        long last = grid.index(end);
        long first = grid.index(since);
        if (grid.start(first).isBefore(since)) {
            first++;
        }
        List<RateObservation> rates = new ArrayList<>();
        for (Flow flow : flows) {
            if (regions.isEmpty() || regions.stream().anyMatch(flow.pair()::touches)) {
                for (long step = first; step < last; step++) {
                    Instant start = grid.start(step);
                    OptionalDouble rate = settings.workload.rate(flow, start, grid.step());
                    rate.ifPresent(r -> rates.add(RateObservation.of(flow, start, r)));
                }
            }
        }
        return new Telemetry(grid.start(last), rates, List.of());
    }

    /** Boots what is due by now; called by every method that shows or changes units. */
    private void settle() {
        Instant now = clock.instant();
        groups.values().forEach(g -> g.advance(now));
    }

    @Override
    public synchronized FleetObservation observe(Deadline deadline) {
        settle();
        if (dice.fails(settings.faults.observation())) {
            throw new AdapterException("simulated fleet can't be observed at " + clock.instant());
        }
        return truth();
    }

    /**
     * What is there, without faults: for scoring.
     *
     * @return the fleet now
     */
    public synchronized FleetObservation truth() {
        settle();
        Map<NodeGroup, Stock> stocks = new TreeMap<>();
        groups.forEach((group, fleet) -> stocks.put(group, fleet.stock()));
        return new FleetObservation(clock.instant(), stocks, settings.quotas);
    }

    @Override
    public synchronized List<PlannedChange> plan(ChangeSet changes, Deadline deadline) {
        settle();
        if (dice.fails(settings.faults.observation())) {
            throw new AdapterException("simulated fleet can't plan at " + clock.instant());
        }
        List<PlannedChange> planned = new ArrayList<>();
        for (GroupTarget target : changes.targets()) {
            GroupFleet fleet = groups.get(target.group());
            Stock before = fleet == null ? Stock.EMPTY : fleet.stock();
            int most = fleet == null ? 0 : Math.max(fleet.quota(), before.paid());
            int allocated = Math.min(target.allocated(), most);
            int warm = Math.min(target.warm(), most - allocated);
            String note = fleet == null
                    ? "there is no such group"
                    : allocated + warm < target.allocated() + target.warm() ? "quota " + fleet.quota() : "";
            planned.add(new PlannedChange(target.group(), before, allocated, warm, note));
        }
        return planned;
    }

    @Override
    public synchronized List<Outcome> apply(ChangeSet changes, Fence fence, Deadline deadline) {
        settle();
        boolean before = dice.fails(settings.faults.timeoutBefore());
        boolean after = dice.fails(settings.faults.timeoutAfter());
        if (before) {
            throw new AdapterException("simulated time-out before change set " + changes.key());
        }
        if (fence.epoch() < highestEpoch) {
            String reason = "epoch " + fence.epoch() + " is below " + highestEpoch;
            return changes.targets().stream()
                    .map(target -> (Outcome) new Outcome.Rejected(target.group(), reason))
                    .toList();
        }
        highestEpoch = fence.epoch();
        List<Outcome> outcomes = remembered.get(changes.key());
        if (outcomes == null) {
            outcomes = changes.targets().stream().map(this::apply).toList();
            remember(changes.key(), outcomes);
        }
        if (after) {
            throw new AdapterException("simulated time-out after change set " + changes.key());
        }
        return outcomes;
    }

    private void remember(String key, List<Outcome> outcomes) {
        remembered.put(key, outcomes);
        if (remembered.size() > KEYS_REMEMBERED) {
            remembered.remove(remembered.keySet().iterator().next());
        }
    }

    private Outcome apply(GroupTarget target) {
        NodeGroup group = target.group();
        boolean reject = dice.fails(settings.faults.rejection());
        boolean half = dice.fails(settings.faults.partial());
        GroupFleet fleet = groups.get(group);
        if (fleet == null) {
            return new Outcome.Rejected(group, "there is no such group");
        }
        Stock before = fleet.stock();
        if (reject) {
            return new Outcome.Rejected(group, "simulated shortage");
        }
        int allocated = target.allocated();
        if (half && allocated > before.committed()) {
            allocated = before.committed() + (allocated - before.committed()) / 2;
        }
        fleet.apply(allocated, target.warm(), clock.instant().plus(settings.leadTime));
        Stock now = fleet.stock();
        return now.equals(before)
                ? new Outcome.Unchanged(group)
                : new Outcome.Accepted(group, now.committed(), now.warm() + now.warming());
    }

    /**
     * The true rate of a flow over the step that holds an instant.
     *
     * @param flow the flow
     * @param at the instant
     * @return transactions per second; empty if it was not recorded
     * @throws IllegalArgumentException if the fleet does not play the flow
     */
    public OptionalDouble rate(Flow flow, Instant at) {
        if (!flows.contains(flow)) {
            throw Checks.failure("flow " + flow, "must be one of the fleet's", "it was not added");
        }
        return settings.workload.rate(flow, grid.start(grid.index(at)), grid.step());
    }

    /**
     * The flows that are played.
     *
     * @return an immutable set, sorted
     */
    public Set<Flow> flows() {
        return flows;
    }
}
