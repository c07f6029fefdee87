package io.headroom.benchmarks.jmh;

import io.headroom.core.Flow;
import io.headroom.core.RateMeter;
import io.headroom.core.RecordVerdict;
import io.headroom.core.TransactionRecord;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/**
 * Records a second into a meter of 1,000 flows, one record a millisecond of the meter's time; with ids, each is checked
 * against those of the open step. {@link #make} makes the same records and drops them.
 */
@State(Scope.Thread)
@BenchmarkMode(Mode.Throughput)
@OutputTimeUnit(TimeUnit.SECONDS)
@Warmup(iterations = 3, time = 1)
@Measurement(iterations = 5, time = 1)
@Fork(1)
public class RateMeterBenchmark {
    /** Whether records carry an id. */
    @Param({"false", "true"})
    public boolean ids;

    private final List<Flow> flows = Samples.flows(250, 4);
    private final RateMeter meter = RateMeter.builder(Samples.MINUTES).build();
    private long count;

    /** For JMH. */
    public RateMeterBenchmark() {}

    private TransactionRecord next() {
        long i = count++;
        Flow flow = flows.get((int) (i % flows.size()));
        Instant at = Instant.ofEpochMilli(i);
        TransactionRecord r =
                new TransactionRecord(flow.pair().source(), flow.pair().destination(), at, flow.type());
        return ids ? r.withId(Long.toString(i)) : r;
    }

    /**
     * Makes a record and counts it.
     *
     * @return what the meter did with it
     */
    @Benchmark
    public RecordVerdict record() {
        return meter.record(next());
    }

    /**
     * Makes a record.
     *
     * @return the record
     */
    @Benchmark
    public TransactionRecord make() {
        return next();
    }
}
