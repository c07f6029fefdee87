package io.headroom.benchmarks.jmh;

import io.headroom.allocation.Allocator;
import io.headroom.allocation.CycleReport;
import io.headroom.core.Flow;
import io.headroom.core.RateSeries;
import io.headroom.core.SeriesKey;
import io.headroom.forecasting.Predictors;
import io.headroom.forecasting.TransactionPredictor;
import io.headroom.simulation.SimulatedClock;
import io.headroom.simulation.SimulatedFleet;
import io.headroom.simulation.SimulatedFleetBuilder;
import io.headroom.simulation.Workload;
import java.time.Duration;
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
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/**
 * Time of one cycle of an allocator, adapters included: telemetry and fleet are simulated, state is kept in memory, flows are
 * forecast by the last value and not fitted again. Each cycle is one minute later than the one before.
 */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Warmup(iterations = 3, time = 2)
@Measurement(iterations = 5, time = 2)
@Fork(value = 1, jvmArgsAppend = "-Dslf4j.internal.verbosity=ERROR")
public class AllocatorBenchmark {
    private static final int TYPES = 4;
    private static final int LEARNED = 1440;
    private static final Duration STEP = Samples.MINUTES.step();

    /** Number of region pairs, each with four types. */
    @Param({"1", "100"})
    public int pairs = 1;

    private SimulatedClock clock = new SimulatedClock(Samples.MINUTES.start(LEARNED));
    private Allocator allocator = allocator(1);

    /** For JMH. */
    public AllocatorBenchmark() {}

    /**
     * Learns a day of minutes and runs a first cycle, which asks for telemetry of a day.
     *
     * @throws IllegalStateException if the cycle met a problem: it would be measured instead of the work
     */
    @Setup
    public void setUp() {
        clock = new SimulatedClock(Samples.MINUTES.start(LEARNED));
        allocator = allocator(pairs);
        CycleReport report = allocator.runOnce();
        if (!report.problems().isEmpty()) {
            throw new IllegalStateException("the first cycle ended as " + report.status() + ": " + report.problems());
        }
    }

    private Allocator allocator(int size) {
        List<Flow> flows = Samples.flows(size, TYPES);
        World world = new World(flows);
        Workload workload = Workload.daily(100, 0.5, 0.1, 1);
        SimulatedFleetBuilder fleet = SimulatedFleet.builder(Samples.MINUTES, clock)
                .workload(flows, workload)
                .leadTime(World.LEAD);
        world.groups().forEach(group -> fleet.group(group, 1));
        SimulatedFleet simulated = fleet.build();
        return Allocator.builder()
                .predictions(learned(flows, workload))
                .telemetry(simulated)
                .provisioner(simulated)
                .demand(world.demand())
                .policy(world.policy())
                .clock(clock)
                .build();
    }

    private static TransactionPredictor learned(List<Flow> flows, Workload workload) {
        TransactionPredictor predictions = TransactionPredictor.builder(Samples.MINUTES)
                .predictor(Predictors.naive())
                .executor(Runnable::run)
                .retainedSteps(LEARNED)
                .refitAge(Duration.ofDays(10_000))
                .refitError(1e6)
                .build();
        Map<SeriesKey, RateSeries> history = new TreeMap<>();
        for (Flow flow : flows) {
            double[] rates = new double[LEARNED];
            for (int t = 0; t < LEARNED; t++) {
                rates[t] = workload.rate(flow, Samples.MINUTES.start(t), STEP).orElse(Double.NaN);
            }
            history.put(SeriesKey.transactions(flow), RateSeries.of(Samples.MINUTES, 0, rates));
        }
        predictions.learn(history);
        return predictions;
    }

    /**
     * One cycle.
     *
     * @return its report
     */
    @Benchmark
    public CycleReport runOnce() {
        clock.advance(STEP);
        return allocator.runOnce();
    }
}
