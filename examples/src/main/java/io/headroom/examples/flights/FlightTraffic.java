package io.headroom.examples.flights;

import io.headroom.core.Flow;
import io.headroom.core.RateMeter;
import io.headroom.core.RateSeries;
import io.headroom.core.TransactionRecord;
import io.headroom.simulation.Workload;
import io.headroom.spi.Deadline;
import io.headroom.spi.RecordSource;
import java.time.Instant;
import java.util.Iterator;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Consumer;

/**
 * The flights as the two sides of a simulation see them: the control plane drains records as time passes, the simulated world knows the
 * whole year. Not thread-safe.
 */
final class FlightTraffic implements RecordSource {
    private final Iterator<TransactionRecord> records;
    private Optional<TransactionRecord> held = Optional.empty();

    FlightTraffic(FlightRecords flights) {
        this.records = flights.iterator();
    }

    @Override
    public Instant drain(Instant until, Consumer<TransactionRecord> sink, Deadline deadline) {
        while (held.isPresent() || records.hasNext()) {
            TransactionRecord next = held.isPresent() ? held.get() : records.next();
            if (!next.timestamp().isBefore(until)) {
                held = Optional.of(next);
                return until;
            }
            held = Optional.empty();
            sink.accept(next);
        }
        return until;
    }

    /** An empty meter for the flights' grid: what is drained is complete, so hours without a flight are zero. */
    static RateMeter meter(int retainedSteps) {
        return RateMeter.builder(FlightScenario.GRID)
                .retainedSteps(retainedSteps)
                .declaredCoverage()
                .build();
    }

    /** The true rates of every flow over the whole year, from its first step to its last. */
    static Map<Flow, RateSeries> year(FlightRecords flights) {
        RateMeter meter = meter(366 * 24);
        flights.forEach(meter::record);
        meter.covered(FlightRecords.START, FlightRecords.YEAR_END);
        Map<Flow, RateSeries> series = new TreeMap<>();
        meter.flows().forEach(flow -> series.put(flow, wholeYear(meter.transactions(flow))));
        return series;
    }

    /** A flow's series starts with its first record; before that it was zero. */
    private static RateSeries wholeYear(RateSeries series) {
        long first = FlightScenario.GRID.index(FlightRecords.START);
        long end = FlightScenario.GRID.index(FlightRecords.YEAR_END);
        double[] rates = new double[(int) (end - first)];
        for (int i = 0; i < series.length(); i++) {
            rates[(int) (series.firstIndex() + i - first)] = series.rate(i);
        }
        return RateSeries.of(FlightScenario.GRID, first, rates);
    }

    static Workload workload(Map<Flow, RateSeries> year) {
        return Workload.recorded(year);
    }
}
