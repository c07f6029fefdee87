package io.headroom.core;

import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/**
 * The rules of {@link RateMeter} written down plainly: maps of everything, nothing is ever forgotten. The reference of
 * its tests.
 */
final class NaiveMeter {
    private final TimeGrid grid;
    private final Duration lateness;
    private final Duration jump;
    private final int retained;
    private final int maximumFlows;
    private final boolean declaredOnly;
    private final Map<Flow, TreeMap<Long, long[]>> amounts = new TreeMap<>();
    private final Set<Flow> withVolume = new HashSet<>();
    private final Set<String> heard = new HashSet<>();
    private final Set<Long> declared = new HashSet<>();
    private final Map<String, Long> ids = new HashMap<>();
    private final Map<RecordVerdict, Long> verdicts = new HashMap<>();
    private Optional<Instant> time = Optional.empty();

    NaiveMeter(TimeGrid grid, Duration lateness, Duration jump, int retained, int maximumFlows, boolean declaredOnly) {
        this.grid = grid;
        this.lateness = lateness;
        this.jump = jump;
        this.retained = retained;
        this.maximumFlows = maximumFlows;
        this.declaredOnly = declaredOnly;
    }

    RecordVerdict record(TransactionRecord r) {
        RecordVerdict verdict = judge(r);
        verdicts.merge(verdict, 1L, Long::sum);
        if (verdict == RecordVerdict.COUNTED) {
            long step = grid.index(r.timestamp());
            r.id().ifPresent(id -> ids.put(id, step));
            long[] amount =
                    amounts.computeIfAbsent(r.flow(), key -> new TreeMap<>()).computeIfAbsent(step, key -> new long[2]);
            amount[0]++;
            amount[1] += r.volumeBytes().orElse(0);
            if (r.volumeBytes().isPresent()) {
                withVolume.add(r.flow());
            }
            heard.add(r.sourceRegion() + " " + step);
            show(r.timestamp());
        }
        return verdict;
    }

    private RecordVerdict judge(TransactionRecord r) {
        if (time.isPresent() && r.timestamp().isAfter(time.get().plus(jump))) {
            return RecordVerdict.FUTURE;
        }
        if (isClosed(grid.index(r.timestamp()))) {
            return RecordVerdict.LATE;
        }
        if (!amounts.containsKey(r.flow()) && amounts.size() == maximumFlows) {
            return RecordVerdict.FLOW_LIMIT;
        }
        // An id is forgotten when its step closes.
        boolean known =
                r.id().map(id -> ids.containsKey(id) && !isClosed(ids.get(id))).orElse(false);
        return known ? RecordVerdict.DUPLICATE : RecordVerdict.COUNTED;
    }

    private boolean isClosed(long step) {
        return time.isPresent() && !grid.start(step + 1).plus(lateness).isAfter(time.get());
    }

    private void show(Instant at) {
        if (time.isEmpty() || at.isAfter(time.get())) {
            time = Optional.of(at);
        }
    }

    void covered(Instant from, Instant to) {
        for (long step = grid.index(from); !grid.start(step + 1).isAfter(to); step++) {
            if (!grid.start(step).isBefore(from)) {
                declared.add(step);
            }
        }
        show(to);
    }

    Set<Flow> flows() {
        return amounts.keySet();
    }

    Optional<Long> closedBefore() {
        return time.map(t -> grid.index(t.minus(lateness)));
    }

    RateSeries transactions(Flow flow) {
        return series(flow, 0);
    }

    Optional<RateSeries> bytes(Flow flow) {
        return withVolume.contains(flow) ? Optional.of(series(flow, 1)) : Optional.empty();
    }

    private RateSeries series(Flow flow, int which) {
        long end = closedBefore().orElse(0L);
        TreeMap<Long, long[]> steps = amounts.getOrDefault(flow, new TreeMap<>());
        long first = steps.isEmpty() ? end : Math.min(end, Math.max(steps.firstKey(), end - retained));
        double[] rates = new double[(int) (end - first)];
        for (int i = 0; i < rates.length; i++) {
            long step = first + i;
            boolean known = declared.contains(step)
                    || (!declaredOnly && heard.contains(flow.pair().source() + " " + step));
            double amount = steps.getOrDefault(step, new long[2])[which];
            rates[i] = known ? amount / grid.stepSeconds() : Double.NaN;
        }
        return RateSeries.of(grid, first, rates);
    }

    RateMeterStats stats() {
        return new RateMeterStats(
                count(RecordVerdict.COUNTED),
                count(RecordVerdict.DUPLICATE),
                count(RecordVerdict.LATE),
                count(RecordVerdict.FUTURE),
                count(RecordVerdict.FLOW_LIMIT),
                0);
    }

    private long count(RecordVerdict verdict) {
        return verdicts.getOrDefault(verdict, 0L);
    }
}
