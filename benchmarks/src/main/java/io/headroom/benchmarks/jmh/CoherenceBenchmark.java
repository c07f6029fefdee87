package io.headroom.benchmarks.jmh;

import io.headroom.core.Flow;
import io.headroom.forecasting.coherence.BaseMeans;
import io.headroom.forecasting.coherence.FlowHierarchy;
import io.headroom.forecasting.coherence.ReconciledMeans;
import io.headroom.forecasting.coherence.Reconciler;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
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
 * Time to make the forecasts of one step add up: all ordered pairs of the regions, 5 types, 7 levels of groups. Rates are
 * skewed, flows are off by half their rate, groups by about what the errors of their flows amount to.
 */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Warmup(iterations = 3, time = 2)
@Measurement(iterations = 5, time = 2)
@Fork(1)
public class CoherenceBenchmark {
    private static final int TYPES = 5;

    /** Number of regions; times that less one, times 5 is the number of flows. */
    @Param({"20", "200"})
    public int regions;

    /** What a forecast weighs. */
    @Param({"STRUCTURAL", "VARIANCE"})
    public Reconciler.Method method = Reconciler.Method.STRUCTURAL;

    private List<Flow> flows = List.of();
    private FlowHierarchy hierarchy = FlowHierarchy.of(List.of(Flow.of("a", "b", "c")));
    private BaseMeans base = BaseMeans.of(hierarchy, new double[1], hierarchy.sums(0));

    /** For JMH. */
    public CoherenceBenchmark() {}

    /** Makes forecasts. */
    @Setup
    public void setUp() {
        List<Flow> all = new ArrayList<>();
        for (int i = 0; i < regions; i++) {
            for (int j = 0; j < regions; j++) {
                for (int type = 0; i != j && type < TYPES; type++) {
                    all.add(Flow.of("region-" + i, "region-" + j, "type-" + type));
                }
            }
        }
        flows = all;
        hierarchy = FlowHierarchy.of(flows);
        SplittableRandom random = new SplittableRandom(1);
        double[] means = new double[flows.size()];
        double[] variances = new double[means.length];
        for (int f = 0; f < means.length; f++) {
            double rate = StrictMath.exp(2 * random.nextGaussian());
            variances[f] = 0.25 * rate * rate;
            means[f] = Math.max(0, rate + 0.5 * rate * random.nextGaussian());
        }
        double[] sums = hierarchy.sums(means);
        double[] groupVariances = hierarchy.sums(variances);
        for (int g = 0; g < sums.length; g++) {
            sums[g] = Math.max(0, sums[g] + Math.sqrt(groupVariances[g]) * random.nextGaussian());
        }
        base = BaseMeans.of(hierarchy, means, sums).withVariances(variances, groupVariances);
    }

    /**
     * Makes the means add up, none negative.
     *
     * @return the means
     */
    @Benchmark
    public ReconciledMeans reconcile() {
        return Reconciler.of(hierarchy, method).reconcile(base);
    }

    /**
     * Makes the means add up, negative ones allowed.
     *
     * @return the means
     */
    @Benchmark
    public ReconciledMeans reconcileAllowingNegative() {
        return Reconciler.of(hierarchy, method).allowingNegative().reconcile(base);
    }

    /**
     * Makes the hierarchy, which is done once.
     *
     * @return the hierarchy
     */
    @Benchmark
    public FlowHierarchy hierarchy() {
        return FlowHierarchy.of(flows);
    }
}
