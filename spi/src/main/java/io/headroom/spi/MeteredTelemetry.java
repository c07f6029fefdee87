package io.headroom.spi;

import io.headroom.core.Flow;
import io.headroom.core.RateMeter;
import io.headroom.core.RateSeries;
import io.headroom.core.RecordVerdict;
import io.headroom.core.Region;
import io.headroom.core.TimeGrid;
import io.headroom.core.TransactionRecord;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;

/**
 * Makes a {@link TelemetrySource} of a {@link RecordSource}: drains new records into a {@link RateMeter} and answers
 * with the rates of its closed steps. Thread-safe: one call at a time.
 */
public final class MeteredTelemetry implements TelemetrySource {
    private final RecordSource source;
    private final RateMeter meter;
    private Optional<Instant> complete = Optional.empty();
    private Instant answered = Instant.MIN;

    /**
     * Joins a source and a meter.
     *
     * @param source where records come from
     * @param meter what counts them
     */
    public MeteredTelemetry(RecordSource source, RateMeter meter) {
        this.source = source;
        this.meter = meter;
    }

    @Override
    public synchronized Telemetry observe(Set<Region> regions, Instant since, Instant until, Deadline deadline) {
        Instant reached = source.drain(until, r -> record(r, until), deadline);
        // From the start of a step on: the call before may have ended within it.
        Instant before = complete.orElse(earlier(since, reached));
        Instant from = stepStart(before);
        if (!reached.isBefore(from)) {
            meter.covered(from, reached);
        }
        Instant known = later(before, reached);
        complete = Optional.of(known);
        Instant closed = meter.closedBefore().map(meter.grid()::start).orElse(known);
        answered = later(answered, earlier(stepStart(known), closed));
        List<RateObservation> rates = new ArrayList<>();
        for (Flow flow : meter.flows()) {
            if (regions.isEmpty() || regions.stream().anyMatch(flow.pair()::touches)) {
                addRates(flow, since, until, rates);
            }
        }
        return new Telemetry(earlier(answered, until), rates, List.of());
    }

    /**
     * A record before the host's now is not from the future: there was a pause longer than the meter's jump, which goes
     * on from here.
     */
    private void record(TransactionRecord r, Instant until) {
        if (meter.record(r) == RecordVerdict.FUTURE && r.timestamp().isBefore(until)) {
            meter.covered(r.timestamp(), r.timestamp());
            meter.record(r);
        }
    }

    private Instant stepStart(Instant instant) {
        return meter.grid().start(meter.grid().index(instant));
    }

    private static Instant earlier(Instant a, Instant b) {
        return a.isBefore(b) ? a : b;
    }

    private static Instant later(Instant a, Instant b) {
        return a.isAfter(b) ? a : b;
    }

    private void addRates(Flow flow, Instant since, Instant until, List<RateObservation> rates) {
        TimeGrid grid = meter.grid();
        long from = grid.index(since);
        if (grid.start(from).isBefore(since)) {
            from++;
        }
        RateSeries series = meter.transactions(flow, from);
        Optional<RateSeries> bytes = meter.bytes(flow, from);
        long to = Math.min(series.endIndex(), grid.index(until));
        for (int i = 0; series.firstIndex() + i < to; i++) {
            if (!series.isMissing(i)) {
                OptionalDouble byteRate =
                        bytes.isPresent() ? OptionalDouble.of(bytes.get().rate(i)) : OptionalDouble.empty();
                rates.add(new RateObservation(flow, series.start(i), series.rate(i), byteRate));
            }
        }
    }
}
