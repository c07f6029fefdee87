package io.headroom.benchmarks.allocation;

import io.headroom.core.Flow;
import io.headroom.core.NodeGroup;
import io.headroom.core.PredictionData;
import io.headroom.core.Region;
import io.headroom.core.Stock;
import io.headroom.core.TimeGrid;
import io.headroom.spi.ChangeSet;
import io.headroom.spi.Deadline;
import io.headroom.spi.Fence;
import io.headroom.spi.FleetObservation;
import io.headroom.spi.GroupTarget;
import io.headroom.spi.Outcome;
import io.headroom.spi.PredictionRequest;
import io.headroom.spi.PredictionService;
import io.headroom.spi.Provisioner;
import io.headroom.spi.RateObservation;
import io.headroom.spi.Telemetry;
import io.headroom.spi.TelemetrySource;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/**
 * A world in memory whose adapters do next to nothing, so that a cycle of an allocator over it takes the allocator's own time:
 * predictions are handed out as they were given, telemetry has one rate a flow and step, of the last two steps, and the fleet grants what it
 * is asked for at once. Not thread-safe.
 */
public final class PreparedWorld implements PredictionService, TelemetrySource, Provisioner {
    private static final double MEAN = 100;

    private final TimeGrid grid;
    private final List<Flow> flows;
    private final Map<NodeGroup, Stock> stocks = new TreeMap<>();
    private List<PredictionData> predictions = List.of();

    /**
     * A world of flows.
     *
     * @param grid grid of telemetry and forecasts
     * @param flows what is measured
     * @param groups the fleet
     * @param units units of each group to begin with, 0 or more
     */
    public PreparedWorld(TimeGrid grid, List<Flow> flows, List<NodeGroup> groups, int units) {
        this.grid = grid;
        this.flows = List.copyOf(flows);
        groups.forEach(group -> stocks.put(group, new Stock(units, 0, 0, 0)));
    }

    /**
     * What it answers when it is asked to predict.
     *
     * @param values predictions of pairs
     */
    public void prepare(List<PredictionData> values) {
        this.predictions = List.copyOf(values);
    }

    @Override
    public TimeGrid grid() {
        return grid;
    }

    @Override
    public List<PredictionData> predict(PredictionRequest request, Deadline deadline) {
        return predictions;
    }

    @Override
    public void update(List<RateObservation> observations, Deadline deadline) {
        // The forecasts are prepared.
    }

    @Override
    public Telemetry observe(Set<Region> regions, Instant since, Instant until, Deadline deadline) {
        long end = grid.index(until);
        List<RateObservation> rates = new ArrayList<>(2 * flows.size());
        for (long step = end - 2; step < end; step++) {
            Instant start = grid.start(step);
            for (int i = 0; i < flows.size(); i++) {
                double rate = MEAN * (1 + 0.2 * ((i + step) % 7) / 6);
                rates.add(RateObservation.of(flows.get(i), start, rate));
            }
        }
        return new Telemetry(grid.start(end), rates, List.of());
    }

    @Override
    public List<Outcome> apply(ChangeSet changes, Fence fence, Deadline deadline) {
        List<Outcome> outcomes = new ArrayList<>();
        for (GroupTarget target : changes.targets()) {
            stocks.put(target.group(), new Stock(target.allocated(), 0, target.warm(), 0));
            outcomes.add(new Outcome.Accepted(target.group(), target.allocated(), target.warm()));
        }
        return outcomes;
    }

    @Override
    public FleetObservation observe(Deadline deadline) {
        return new FleetObservation(Instant.EPOCH, stocks, Map.of());
    }
}
