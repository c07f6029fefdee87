package io.headroom.benchmarks.jmh;

import io.headroom.allocation.AllocationPolicy;
import io.headroom.allocation.Allocator;
import io.headroom.allocation.ChangeHistory;
import io.headroom.allocation.CycleReport;
import io.headroom.allocation.Decision;
import io.headroom.allocation.DecisionEngine;
import io.headroom.allocation.Freshness;
import io.headroom.allocation.Need;
import io.headroom.allocation.ResourceDecision;
import io.headroom.allocation.Situation;
import io.headroom.benchmarks.allocation.PreparedWorld;
import io.headroom.core.Flow;
import io.headroom.core.Location;
import io.headroom.core.PredictionData;
import io.headroom.core.RateForecast;
import io.headroom.core.RegionPair;
import io.headroom.core.Resource;
import io.headroom.core.Rung;
import io.headroom.core.TransactionType;
import io.headroom.core.Window;
import io.headroom.simulation.SimulatedClock;
import io.headroom.spi.Deadline;
import io.headroom.spi.FleetObservation;
import io.headroom.spi.Tracker;
import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Level;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/**
 * Time to decide for 1,000 pairs of 33 regions with 4 types each, 2,099 resources of 1,033 locations. Before each pass, and not measured, the
 * clock moves on by a minute and every flow is forecast anew, so that nothing of a pass was worked out in the one before.
 */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.SampleTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Warmup(iterations = 3, time = 2)
@Measurement(iterations = 5, time = 2)
@Fork(value = 1, jvmArgsAppend = "-Dslf4j.internal.verbosity=ERROR")
public class DecisionBenchmark {
    private static final int PAIRS = 1000;
    private static final int TYPES = 4;
    private static final int LEARNED = 1440;
    private static final Window WINDOW = Window.of(5, 1);

    private final List<Flow> flows = Samples.flows(PAIRS, TYPES);
    private final World world = new World(flows);
    private final AllocationPolicy policy = world.policy();
    private final List<Tracker> trackers = Samples.trackers(flows);
    private final SimulatedClock clock = new SimulatedClock(Samples.MINUTES.start(LEARNED));
    private final PreparedWorld prepared = new PreparedWorld(Samples.MINUTES, flows, world.groups(), 10);
    private final Allocator allocator = Allocator.builder()
            .predictions(prepared)
            .telemetry(prepared)
            .provisioner(prepared)
            .demand(world.demand())
            .policy(policy)
            .clock(clock)
            .build();
    private final DecisionEngine engine = new DecisionEngine(policy);
    private final List<Location> locations = List.copyOf(policy.placement().keySet());
    private Situation situation = new Situation(clock.instant(), new Freshness.Fresh(), fleet(), Map.of());

    /** For JMH. */
    public DecisionBenchmark() {}

    /** Forecasts every flow, and makes a situation of the needs that a cycle finds. */
    @Setup
    public void setUp() {
        predict();
        Map<Location, Map<Resource, Need>> needs = new TreeMap<>(Location.ORDER);
        for (ResourceDecision r : allocator.preview().decision().orElseThrow().resources()) {
            needs.computeIfAbsent(r.location(), key -> new EnumMap<>(Resource.class))
                    .put(r.resource(), r.need());
        }
        situation = new Situation(clock.instant(), new Freshness.Fresh(), fleet(), needs);
    }

    /** A minute later, with forecasts of their own. */
    @Setup(Level.Invocation)
    public void predict() {
        clock.advance(Samples.MINUTES.step());
        Map<RegionPair, Map<TransactionType, RateForecast>> pairs = new TreeMap<>();
        for (int i = 0; i < trackers.size(); i++) {
            Flow flow = flows.get(i);
            Tracker tracker = trackers.get(i);
            tracker.observe(100 * (1 + 0.5 * ((i + tracker.nextIndex()) % 24) / 23));
            pairs.computeIfAbsent(flow.pair(), key -> new HashMap<>())
                    .put(flow.type(), tracker.forecast(WINDOW.last(), Samples.dependence(flow)));
        }
        List<PredictionData> list = new ArrayList<>();
        pairs.forEach(
                (pair, types) -> list.add(PredictionData.of(pair, WINDOW.first(), 0.95, types, Map.of(), Rung.FULL)));
        prepared.prepare(list);
    }

    private FleetObservation fleet() {
        return prepared.observe(Deadline.after(Duration.ofSeconds(1)));
    }

    /**
     * A whole cycle of an allocator, from predictions that are there: reads the fleet and two rates of each flow from memory, loads its state,
     * works out measured needs, adds up the forecasts of each location and reads needs off the sums, decides, saves what it intends, hands
     * the targets over and saves the outcomes.
     *
     * @return the cycle's report
     */
    @Benchmark
    public CycleReport pass() {
        return allocator.runOnce();
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
