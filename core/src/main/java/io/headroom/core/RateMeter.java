package io.headroom.core;

import java.time.Instant;
import java.util.Collections;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * Turns transaction records into one regular rate series for each flow, and one of bytes where records carry a volume.
 *
 * <p>Records may come out of order and late. The meter's time is the latest instant it has been shown, by a record or by
 * {@link #covered}; a step is open until that time has passed its end by the lateness, then it is closed for good. Series hold closed
 * steps only. A closed step is missing, not zero, unless it is covered: see {@link RateMeterBuilder#declaredCoverage}.
 *
 * <p>Memory is bounded by flows times retained steps, plus the ids of open steps. Cost of a record: O(1). Thread-safe: every method
 * takes the meter's lock.
 */
public final class RateMeter {
    /** Seconds from 1970 beyond which an instant has no milliseconds: some 300 million years. */
    private static final long FAR_SECONDS = Long.MAX_VALUE / 1_000 - 1;

    private final TimeGrid grid;
    private final long latenessMillis;
    private final long jumpMillis;
    private final int retainedSteps;
    private final int capacity;
    private final int maximumFlows;
    private final boolean declaredOnly;
    private final Map<Region, Map<Region, Map<TransactionType, FlowCounter>>> counters = new HashMap<>();
    private final Map<Region, StepBits> heard = new HashMap<>();
    private final Set<Flow> flows = new TreeSet<>();
    private final StepBits declared;
    private final RecentIds ids;
    private long timeMillis = Long.MIN_VALUE;
    private long closed = Long.MIN_VALUE;
    private long counted;
    private long duplicates;
    private long late;
    private long future;
    private long overLimit;

    RateMeter(RateMeterBuilder settings) {
        this.grid = settings.grid;
        this.latenessMillis = settings.lateness.toMillis();
        this.jumpMillis = settings.maximumJump.toMillis();
        this.retainedSteps = settings.retainedSteps;
        this.capacity = retainedSteps + grid.stepsIn(settings.lateness) + 1;
        this.maximumFlows = settings.maximumFlows;
        this.declaredOnly = settings.declaredCoverage;
        this.declared = new StepBits(capacity);
        this.ids = new RecentIds(settings.maximumIds);
    }

    /**
     * Starts a meter.
     *
     * @param grid the grid of its series
     * @return a builder with defaults
     */
    public static RateMeterBuilder builder(TimeGrid grid) {
        return new RateMeterBuilder(grid);
    }

    /**
     * The grid.
     *
     * @return the grid of the series
     */
    public TimeGrid grid() {
        return grid;
    }

    /**
     * Counts one record.
     *
     * @param r the record
     * @return what was done with it; nothing is thrown for a record that can't be counted
     */
    public synchronized RecordVerdict record(TransactionRecord r) {
        if (Math.abs(r.timestamp().getEpochSecond()) > FAR_SECONDS) {
            return r.timestamp().getEpochSecond() > 0 ? future() : late();
        }
        long millis = r.timestamp().toEpochMilli();
        if (timeMillis != Long.MIN_VALUE && millis - timeMillis > jumpMillis) {
            return future();
        }
        long step = grid.index(r.timestamp());
        if (step < closed) {
            return late();
        }
        FlowCounter counter = find(r.sourceRegion(), r.destinationRegion(), r.transactionType());
        if (counter == null && flows.size() >= maximumFlows) {
            overLimit++;
            return RecordVerdict.FLOW_LIMIT;
        }
        if (r.id().isPresent() && !ids.add(r.id().get(), step)) {
            duplicates++;
            return RecordVerdict.DUPLICATE;
        }
        if (counter == null) {
            counter = begin(r.flow(), step);
        }
        counter.add(step, r.volumeBytes());
        counter.heard().set(step);
        counted++;
        if (millis > timeMillis) {
            advance(millis);
        }
        return RecordVerdict.COUNTED;
    }

    private RecordVerdict future() {
        future++;
        return RecordVerdict.FUTURE;
    }

    private RecordVerdict late() {
        late++;
        return RecordVerdict.LATE;
    }

    private FlowCounter begin(Flow flow, long step) {
        Region source = flow.pair().source();
        FlowCounter counter =
                new FlowCounter(capacity, step, heard.computeIfAbsent(source, key -> new StepBits(capacity)));
        counters.computeIfAbsent(source, key -> new HashMap<>())
                .computeIfAbsent(flow.pair().destination(), key -> new HashMap<>())
                .put(flow.type(), counter);
        flows.add(flow);
        return counter;
    }

    private @Nullable FlowCounter find(Region source, Region destination, TransactionType type) {
        Map<Region, Map<TransactionType, FlowCounter>> bySource = counters.get(source);
        Map<TransactionType, FlowCounter> byPair = bySource == null ? null : bySource.get(destination);
        return byPair == null ? null : byPair.get(type);
    }

    private @Nullable FlowCounter find(Flow flow) {
        return find(flow.pair().source(), flow.pair().destination(), flow.type());
    }

    private void advance(long millis) {
        timeMillis = millis;
        long nowClosed = grid.index(Instant.ofEpochMilli(millis - latenessMillis));
        if (nowClosed > closed) {
            closed = nowClosed;
            ids.forgetBefore(closed);
        }
    }

    /**
     * Says that the records of a span are complete: its steps without records are zero, not missing. Moves the meter's time to the
     * span's end.
     *
     * @param from start of the span; a step counts as covered if it lies inside the span as a whole
     * @param to end of the span, exclusive
     * @throws IllegalArgumentException if the span ends before it starts
     */
    public synchronized void covered(Instant from, Instant to) {
        if (to.isBefore(from)) {
            throw Checks.failure(
                    "span from " + from + " to " + to, "must not end before it starts", "they were swapped");
        }
        long end = grid.index(to);
        long first = grid.index(from);
        if (grid.start(first).isBefore(from)) {
            first++;
        }
        for (long step = Math.max(first, end - capacity); step < end; step++) {
            declared.set(step);
        }
        if (to.toEpochMilli() > timeMillis) {
            advance(to.toEpochMilli());
        }
    }

    /**
     * The flows that were seen.
     *
     * @return a sorted copy
     */
    public synchronized Set<Flow> flows() {
        return Collections.unmodifiableSet(new TreeSet<>(flows));
    }

    /**
     * Where closed steps end.
     *
     * @return grid index of the first step that is still open; empty before the first record
     */
    public synchronized Optional<Long> closedBefore() {
        return closed == Long.MIN_VALUE ? Optional.empty() : Optional.of(closed);
    }

    /**
     * The transaction rate of a flow over its closed steps, from its first record on or as far back as steps are retained.
     *
     * @param flow the flow
     * @return transactions per second; empty, of length 0, for a flow without a closed step
     */
    public synchronized RateSeries transactions(Flow flow) {
        return series(flow, false, Long.MIN_VALUE);
    }

    /**
     * The same, without the steps before a given one.
     *
     * @param flow the flow
     * @param from grid index of the first step wanted
     * @return transactions per second; empty, of length 0, if there is no closed step from there on
     */
    public synchronized RateSeries transactions(Flow flow, long from) {
        return series(flow, false, from);
    }

    /**
     * The byte rate of a flow over the same steps.
     *
     * @param flow the flow
     * @return bytes per second; empty if none of its records carried a volume
     */
    public synchronized Optional<RateSeries> bytes(Flow flow) {
        return bytes(flow, Long.MIN_VALUE);
    }

    /**
     * The same, without the steps before a given one.
     *
     * @param flow the flow
     * @param from grid index of the first step wanted
     * @return bytes per second; empty if none of the flow's records carried a volume
     */
    public synchronized Optional<RateSeries> bytes(Flow flow, long from) {
        FlowCounter counter = find(flow);
        return counter == null || !counter.hasVolume() ? Optional.empty() : Optional.of(series(flow, true, from));
    }

    private RateSeries series(Flow flow, boolean bytes, long from) {
        FlowCounter counter = find(flow);
        if (counter == null || closed <= counter.first()) {
            return RateSeries.of(grid, closed == Long.MIN_VALUE ? 0 : closed);
        }
        long first = Math.min(closed, Math.max(from, Math.max(counter.first(), closed - retainedSteps)));
        double[] rates = new double[(int) (closed - first)];
        for (int i = 0; i < rates.length; i++) {
            long step = first + i;
            boolean known =
                    declared.get(step) || (!declaredOnly && counter.heard().get(step));
            double amount = bytes ? counter.bytes(step) : counter.count(step);
            rates[i] = known ? amount / grid.stepSeconds() : Double.NaN;
        }
        return RateSeries.of(grid, first, rates);
    }

    /**
     * What was done so far.
     *
     * @return the counts of all verdicts
     */
    public synchronized RateMeterStats stats() {
        return new RateMeterStats(counted, duplicates, late, future, overLimit, ids.forgottenEarly());
    }
}
