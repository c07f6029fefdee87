package io.headroom.benchmarks.jmh;

import io.headroom.allocation.AllocationPolicy;
import io.headroom.allocation.ChangeHistory;
import io.headroom.allocation.Decision;
import io.headroom.allocation.DecisionEngine;
import io.headroom.allocation.Freshness;
import io.headroom.allocation.Need;
import io.headroom.allocation.ResourceDeltaCalculator;
import io.headroom.allocation.Situation;
import io.headroom.core.Flow;
import io.headroom.core.Location;
import io.headroom.core.NodeGroup;
import io.headroom.core.PredictionData;
import io.headroom.core.RateForecast;
import io.headroom.core.RegionPair;
import io.headroom.core.Resource;
import io.headroom.core.Resources;
import io.headroom.core.Rung;
import io.headroom.core.Stock;
import io.headroom.core.TransactionType;
import io.headroom.core.Window;
import io.headroom.spi.FleetObservation;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/** Time to decide for 1,000 pairs of 33 regions with 4 types each: from predictions to needs, and from needs to targets. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Warmup(iterations = 3, time = 2)
@Measurement(iterations = 5, time = 2)
@Fork(1)
public class DecisionBenchmark {
    private static final int PAIRS = 1000;
    private static final int TYPES = 4;
    private static final Window WINDOW = Window.of(5, 1);

    private final List<Flow> flows = Samples.flows(PAIRS, TYPES);
    private final World world = new World(flows);
    private final AllocationPolicy policy = world.policy();
    private final ResourceDeltaCalculator calculator = new ResourceDeltaCalculator(world.demand());
    private final DecisionEngine engine = new DecisionEngine(policy);
    private final List<PredictionData> predictions = predictions();
    private final List<Location> locations = List.copyOf(policy.placement().keySet());
    private final FleetObservation fleet = fleet();
    private final Situation situation = situation(needs());

    /** For JMH. */
    public DecisionBenchmark() {}

    private List<PredictionData> predictions() {
        List<RateForecast> forecasts = Samples.forecasts(flows, WINDOW.last());
        Map<RegionPair, Map<TransactionType, RateForecast>> pairs = new TreeMap<>();
        for (int i = 0; i < flows.size(); i++) {
            pairs.computeIfAbsent(flows.get(i).pair(), key -> new HashMap<>())
                    .put(flows.get(i).type(), forecasts.get(i));
        }
        List<PredictionData> list = new ArrayList<>();
        pairs.forEach(
                (pair, types) -> list.add(PredictionData.of(pair, WINDOW.first(), 0.95, types, Map.of(), Rung.FULL)));
        return list;
    }

    private FleetObservation fleet() {
        Map<NodeGroup, Stock> stocks = new TreeMap<>();
        world.groups().forEach(group -> stocks.put(group, new Stock(10, 0, 0, 0)));
        return new FleetObservation(Instant.EPOCH, stocks, Map.of());
    }

    private Map<Location, Map<Resource, Need>> needs() {
        Map<Location, Resources> later = calculator.required(predictions, WINDOW, policy.sizing());
        Map<Location, Resources> sooner = calculator.requiredUntil(predictions, WINDOW.after(), policy.sizing());
        Map<Location, Map<Resource, Need>> needs = new TreeMap<>(Comparator.comparing(Location::key));
        for (Location location : locations) {
            Resources then = later.getOrDefault(location, Resources.NONE);
            Resources until = sooner.getOrDefault(location, Resources.NONE);
            Map<Resource, Need> here = new EnumMap<>(Resource.class);
            for (Resource resource : Resource.values()) {
                here.put(resource, Need.of(then.get(resource), until.get(resource), 0));
            }
            needs.put(location, here);
        }
        return needs;
    }

    private Situation situation(Map<Location, Map<Resource, Need>> needs) {
        return new Situation(Instant.EPOCH, new Freshness.Fresh(), fleet, needs);
    }

    /**
     * A whole pass: adds up the forecasts of each location, reads needs off the sums, and decides.
     *
     * @return the decision
     */
    @Benchmark
    public Decision pass() {
        return engine.decide(situation(needs()), ChangeHistory.NONE, locations);
    }

    /**
     * Decides from needs that are there.
     *
     * @return the decision
     */
    @Benchmark
    public Decision decide() {
        return engine.decide(situation, ChangeHistory.NONE, locations);
    }
}
