package io.headroom.benchmarks;

import io.headroom.allocation.AllocationPolicy;
import io.headroom.allocation.AllocationPolicyBuilder;
import io.headroom.allocation.Allocator;
import io.headroom.allocation.CycleReport;
import io.headroom.benchmarks.allocation.PreparedWorld;
import io.headroom.core.Dependence;
import io.headroom.core.Flow;
import io.headroom.core.MarginalForecast;
import io.headroom.core.NodeGroup;
import io.headroom.core.PredictionData;
import io.headroom.core.Region;
import io.headroom.core.RegionPair;
import io.headroom.core.Resources;
import io.headroom.core.Rung;
import io.headroom.core.TimeGrid;
import io.headroom.core.TransactionType;
import io.headroom.simulation.SimulatedClock;
import io.headroom.spi.DemandModel;
import io.headroom.spi.FlowDemand;
import java.lang.management.ManagementFactory;
import java.lang.management.MemoryType;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** Runs cycles of an allocator over all ordered pairs of many regions. */
@Command(
        name = "regions",
        description = {
            "Runs cycles of an allocator over every ordered pair of many regions, one transaction type, lead time 5 minutes, interval and step "
                    + "1 minute. Forecasts of six steps, multiples of 24 tables of 17 quantiles a step, each with factors of its "
                    + "own, are prepared before each cycle and not measured; fleet, telemetry and state are in memory. The first "
                    + "cycle changes every group, later ones some.",
            "first_s, later_s: the first cycle and the longest later one; cpu_s: processor time of that one on its own thread; process_s: on all threads, with compilation and collections; peak_mib: the sum of the peaks of the heap's pools, which may be of different moments, and so more than the heap."
        })
final class RegionsCommand implements Callable<Integer> {
    private static final TimeGrid MINUTES = TimeGrid.of(Duration.ofMinutes(1));
    private static final int LEAD = 5;
    private static final int STEPS = LEAD + 1;
    private static final int LEARNED = 1440;
    private static final int DAY = 24;
    private static final List<Double> LOADINGS = List.of(0.5, 0.3, 0.3);
    private static final TransactionType TYPE = TransactionType.of("call");
    private static final double[] LEVELS = {
        0.001, 0.01, 0.05, 0.1, 0.2, 0.3, 0.4, 0.5, 0.6, 0.7, 0.8, 0.9, 0.95, 0.975, 0.99, 0.995, 0.999
    };

    @Option(
            names = "--regions",
            defaultValue = "1000",
            paramLabel = "N",
            description = "Regions, 2 or more (default: ${DEFAULT-VALUE}).")
    private int regions;

    @Option(
            names = "--cycles",
            defaultValue = "3",
            paramLabel = "K",
            description = "Cycles to measure, 2 or more (default: ${DEFAULT-VALUE}).")
    private int cycles;

    @Option(
            names = "--threads",
            defaultValue = "1",
            paramLabel = "T",
            description = "Threads to decide on, 1 or more (default: ${DEFAULT-VALUE}).")
    private int threads;

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Override
    public Integer call() {
        atLeastTwo(regions, "--regions");
        atLeastTwo(cycles, "--cycles");
        List<RegionPair> pairs = pairs();
        List<NodeGroup> groups = groups(pairs);
        SimulatedClock clock = new SimulatedClock(MINUTES.start(LEARNED));
        PreparedWorld world = new PreparedWorld(
                MINUTES, pairs.stream().map(pair -> new Flow(pair, TYPE)).toList(), groups, 10);
        double first = 0;
        double later = 0;
        double cpu = 0;
        double process = 0;
        long changes = 0;
        ExecutorService executor = Executors.newFixedThreadPool(Math.max(1, threads - 1));
        try (Allocator allocator = Allocator.builder()
                .predictions(world)
                .telemetry(world)
                .provisioner(world)
                .demand(DemandModel.uniform(FlowDemand.perTransaction(
                        Resources.compute(1), new Resources(1, 0.5, 0), Resources.bandwidth(0.1))))
                .policy(policy(groups))
                .clock(clock)
                .executor(executor, threads)
                .build()) {
            for (int cycle = 0; cycle < cycles; cycle++) {
                clock.advance(MINUTES.step());
                // Those of the cycle before would only fill the heap.
                world.prepare(List.of());
                world.prepare(predictions(pairs, LEARNED + cycle + 1));
                long used = ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
                long all = processTime();
                long start = System.nanoTime();
                CycleReport report = allocator.runOnce();
                double seconds = (System.nanoTime() - start) / 1e9;
                if (!report.problems().isEmpty()) {
                    throw new IllegalStateException("a cycle met problems: " + report.problems());
                }
                first = cycle == 0 ? seconds : first;
                if (cycle > 0 && seconds > later) {
                    later = seconds;
                    cpu = (ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime() - used) / 1e9;
                    process = (processTime() - all) / 1e9;
                }
                changes = report.decision().orElseThrow().targets().size();
            }
        } finally {
            executor.shutdown();
        }
        new Summary()
                .put("regions", regions)
                .put("pairs", pairs.size())
                .put("first_s", first)
                .put("later_s", later)
                .put("cpu_s", cpu)
                .put("process_s", process)
                .put("last_changes", changes)
                .put("peak_mib", peak() / 1048576.0)
                .print(spec.commandLine().getOut());
        return CommandLine.ExitCode.OK;
    }

    private void atLeastTwo(int value, String option) {
        if (value < 2) {
            throw new ParameterException(spec.commandLine(), option + " is " + value + ", but must be 2 or more");
        }
    }

    private static AllocationPolicy policy(List<NodeGroup> groups) {
        AllocationPolicyBuilder policy = AllocationPolicy.builder().leadTime(Duration.ofMinutes(LEAD));
        groups.forEach(policy::place);
        return policy.build();
    }

    private List<RegionPair> pairs() {
        List<Region> all = new ArrayList<>();
        for (int i = 0; i < regions; i++) {
            all.add(Region.of("region-" + i));
        }
        List<RegionPair> pairs = new ArrayList<>();
        for (Region source : all) {
            for (Region destination : all) {
                if (!source.equals(destination)) {
                    pairs.add(new RegionPair(source, destination));
                }
            }
        }
        return pairs;
    }

    /** Machines in every region, bandwidth on every link. */
    private static List<NodeGroup> groups(List<RegionPair> pairs) {
        List<NodeGroup> groups = new ArrayList<>();
        Region last = null;
        for (RegionPair pair : pairs) {
            if (!pair.source().equals(last)) {
                last = pair.source();
                groups.add(new NodeGroup("vm-" + last, last, NodeGroup.Kind.VM, new Resources(500, 1000, 0)));
            }
            groups.add(new NodeGroup(
                    "link-" + pair.source() + "-" + pair.destination(),
                    pair,
                    NodeGroup.Kind.BANDWIDTH_RESERVATION,
                    Resources.bandwidth(5)));
        }
        return groups;
    }

    /** A wave of forecasts, skewed: the forms that pairs take multiples of. */
    private static List<MarginalForecast> forms(long from) {
        List<MarginalForecast> forms = new ArrayList<>();
        for (int i = 0; i < DAY; i++) {
            double[] mean = new double[STEPS];
            double[][] quantiles = new double[STEPS][LEVELS.length];
            for (int h = 0; h < STEPS; h++) {
                mean[h] = 100 * (1 + 0.5 * ((i + from + h) % DAY) / DAY);
                for (int k = 0; k < LEVELS.length; k++) {
                    double score = 2 * LEVELS[k] - 1;
                    quantiles[h][k] = mean[h] * (1 + 0.3 * score + 0.1 * score * score * score);
                }
            }
            forms.add(MarginalForecast.builder(MINUTES, from)
                    .mean(mean)
                    .quantiles(LEVELS, quantiles)
                    .impulse(1, 0.5, 0.25, 0)
                    .build());
        }
        return forms;
    }

    /** A forecast of each pair from an index of the grid on, in step with others of its ends. */
    private List<PredictionData> predictions(List<RegionPair> pairs, long from) {
        List<MarginalForecast> forms = forms(from);
        List<PredictionData> predictions = new ArrayList<>(pairs.size());
        Map<Region, String> sources = new HashMap<>();
        Map<Region, String> destinations = new HashMap<>();
        for (int i = 0; i < pairs.size(); i++) {
            RegionPair pair = pairs.get(i);
            String source = sources.computeIfAbsent(pair.source(), key -> "from:" + key);
            String destination = destinations.computeIfAbsent(pair.destination(), key -> "to:" + key);
            MarginalForecast forecast = forms.get(i % DAY)
                    .times(0.5 + i % 101 / 100.0)
                    .with(new Dependence(1, pair.key(), List.of("all", source, destination), LOADINGS));
            predictions.add(PredictionData.of(pair, STEPS, 0.95, Map.of(TYPE, forecast), Map.of(), Rung.FULL));
        }
        return predictions;
    }

    private static long processTime() {
        return ManagementFactory.getOperatingSystemMXBean() instanceof com.sun.management.OperatingSystemMXBean bean
                ? bean.getProcessCpuTime()
                : 0;
    }

    /** The most of each pool of the heap, added: at least what was in use at any moment. */
    private static long peak() {
        return ManagementFactory.getMemoryPoolMXBeans().stream()
                .filter(pool -> pool.getType() == MemoryType.HEAP)
                .mapToLong(pool -> pool.getPeakUsage().getUsed())
                .sum();
    }
}
