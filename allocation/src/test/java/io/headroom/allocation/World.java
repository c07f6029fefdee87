package io.headroom.allocation;

import static io.headroom.allocation.Fixtures.EU;
import static io.headroom.allocation.Fixtures.LINK;
import static io.headroom.allocation.Fixtures.MINUTES;
import static io.headroom.allocation.Fixtures.NOON;
import static io.headroom.allocation.Fixtures.US;
import static io.headroom.allocation.Fixtures.group;

import io.headroom.core.Flow;
import io.headroom.core.NodeGroup;
import io.headroom.core.PredictionData;
import io.headroom.core.Region;
import io.headroom.core.RegionPair;
import io.headroom.core.Resources;
import io.headroom.core.Stock;
import io.headroom.core.TimeGrid;
import io.headroom.spi.ChangeSet;
import io.headroom.spi.Deadline;
import io.headroom.spi.DemandModel;
import io.headroom.spi.Fence;
import io.headroom.spi.FleetObservation;
import io.headroom.spi.FlowDemand;
import io.headroom.spi.GroupTarget;
import io.headroom.spi.Outcome;
import io.headroom.spi.PlannedChange;
import io.headroom.spi.PredictionRequest;
import io.headroom.spi.PredictionService;
import io.headroom.spi.Provisioner;
import io.headroom.spi.RateObservation;
import io.headroom.spi.Revision;
import io.headroom.spi.StateStore;
import io.headroom.spi.Telemetry;
import io.headroom.spi.TelemetrySource;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.UnaryOperator;

/**
 * All that an allocator talks to, in one object: writes down the calls, and answers what a test sets. One unit of {@link #ONES} serves one
 * transaction per second of {@link Fixtures#FLOW} in the EU; the other end costs nothing. Thread-safe.
 */
final class World implements TelemetrySource, Provisioner, PredictionService, StateStore, InstantSource {
    static final NodeGroup ONES = group("ones", EU, Resources.compute(1));
    static final NodeGroup IDLE = group("us-idle", US, Resources.compute(1));
    static final DemandModel DEMAND =
            DemandModel.uniform(FlowDemand.perTransaction(Resources.compute(1), Resources.NONE, Resources.NONE));

    final List<String> calls = Collections.synchronizedList(new ArrayList<>());
    final List<ChangeSet> applied = Collections.synchronizedList(new ArrayList<>());
    final List<Instant> fed = Collections.synchronizedList(new ArrayList<>());
    final Map<NodeGroup, Stock> stocks = new TreeMap<>();
    final Map<String, RuntimeException> failures = new HashMap<>();
    final StateStore store = new InMemoryStateStore();
    final Map<RegionPair, Double> forecasts = new TreeMap<>(Map.of(LINK, 10.0));
    final Map<Flow, Double> rates = new TreeMap<>(Map.of(Fixtures.FLOW, 10.0));
    Instant now = NOON;
    Duration telemetryAge = Duration.ZERO;
    UnaryOperator<Telemetry> telemetry = UnaryOperator.identity();
    UnaryOperator<List<Outcome>> outcomes = UnaryOperator.identity();

    World() {
        stocks.put(ONES, Fixtures.stock(10));
    }

    AllocatorBuilder allocator() {
        return Allocator.builder()
                .predictions(this)
                .telemetry(this)
                .provisioner(this)
                .demand(DEMAND)
                .policy(Fixtures.policy(ResourcePolicy.builder(), ONES, IDLE))
                .stateStore(this)
                .clock(this);
    }

    private synchronized void call(String name) {
        calls.add(name);
        RuntimeException failure = failures.get(name);
        if (failure != null) {
            throw failure;
        }
    }

    void advance(Duration duration) {
        now = now.plus(duration);
    }

    int allocated(NodeGroup group) {
        return stocks.getOrDefault(group, Stock.EMPTY).allocated();
    }

    AllocationState state() {
        return StateCodec.decode("headroom", store.load("headroom").get().bytes());
    }

    @Override
    public Instant instant() {
        return now;
    }

    @Override
    public TimeGrid grid() {
        return MINUTES;
    }

    @Override
    public Optional<Revision> load(String key) {
        call("load");
        return store.load(key);
    }

    @Override
    public OptionalLong save(String key, byte[] bytes, long expected) {
        boolean pending = StateCodec.decode(key, bytes).pending().isPresent();
        call(pending ? "save intent" : "save");
        return store.save(key, bytes, expected);
    }

    @Override
    public Telemetry observe(Set<Region> regions, Instant since, Instant until, Deadline deadline) {
        call("rates");
        Instant complete = MINUTES.start(MINUTES.index(until.minus(telemetryAge)));
        List<RateObservation> all = new ArrayList<>();
        for (long step = MINUTES.index(since.plusMillis(59_999));
                MINUTES.start(step).isBefore(complete);
                step++) {
            for (Map.Entry<Flow, Double> e : rates.entrySet()) {
                all.add(RateObservation.of(e.getKey(), MINUTES.start(step), e.getValue()));
            }
        }
        return telemetry.apply(new Telemetry(complete, all, List.of()));
    }

    @Override
    public void update(List<RateObservation> observations, Deadline deadline) {
        call("update");
        observations.forEach(o -> fed.add(o.start()));
    }

    @Override
    public List<PredictionData> predict(PredictionRequest request, Deadline deadline) {
        call("predict");
        List<PredictionData> predictions = new ArrayList<>();
        forecasts.forEach((pair, rate) -> {
            if (request.regions().isEmpty() || request.regions().stream().anyMatch(pair::touches)) {
                predictions.add(Fixtures.certain(pair, request.from(), Fixtures.constant(request.horizon(), rate)));
            }
        });
        return predictions;
    }

    @Override
    public FleetObservation observe(Deadline deadline) {
        call("fleet");
        return new FleetObservation(now, stocks, Map.of());
    }

    @Override
    public List<PlannedChange> plan(ChangeSet changes, Deadline deadline) {
        call("plan");
        return List.of();
    }

    @Override
    public List<Outcome> apply(ChangeSet changes, Fence fence, Deadline deadline) {
        applied.add(changes);
        call("apply");
        List<Outcome> done = new ArrayList<>();
        for (GroupTarget target : changes.targets()) {
            stocks.put(target.group(), new Stock(target.allocated(), 0, target.warm(), 0));
            done.add(new Outcome.Accepted(target.group(), target.allocated(), target.warm()));
        }
        return outcomes.apply(done);
    }
}
