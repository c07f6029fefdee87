package io.headroom.simulation;

import io.headroom.core.Flow;
import io.headroom.spi.RateObservation;
import io.headroom.spi.TelemetrySource;
import io.headroom.testkit.TelemetrySourceContract;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;

class SimulatedTelemetryContractTest extends TelemetrySourceContract {
    private final SimulatedClock clock = new SimulatedClock(Instant.EPOCH);

    @Override
    protected TelemetrySource create(List<RateObservation> measured) {
        Map<Flow, Map<Instant, Double>> rates = new HashMap<>();
        measured.forEach(
                o -> rates.computeIfAbsent(o.flow(), key -> new HashMap<>()).put(o.start(), o.rate()));
        Instant end = measured.stream()
                .map(RateObservation::start)
                .max(Comparator.naturalOrder())
                .orElseThrow()
                .plus(grid().step());
        clock.advance(Duration.between(clock.instant(), end));
        Workload workload = (flow, start, step) -> {
            Double rate = rates.getOrDefault(flow, Map.of()).get(start);
            return rate == null ? OptionalDouble.empty() : OptionalDouble.of(rate);
        };
        return SimulatedFleet.builder(grid(), clock)
                .workload(rates.keySet(), workload)
                .faults(Faults.NONE.withOutage(end.plusSeconds(3600), Instant.MAX))
                .build();
    }

    @Override
    protected void cutOff(TelemetrySource source) {
        clock.advance(Duration.ofHours(1));
    }
}
