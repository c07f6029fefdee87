package io.headroom.testkit;

import io.headroom.core.Region;
import io.headroom.core.TimeGrid;
import io.headroom.spi.AdapterException;
import io.headroom.spi.Deadline;
import io.headroom.spi.RateObservation;
import io.headroom.spi.Telemetry;
import io.headroom.spi.TelemetrySource;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;

/** The good double: measurements in memory, by the minute. Rows of a table override what they break. */
class MemoryTelemetry implements TelemetrySource {
    static final TimeGrid GRID = TimeGrid.of(Duration.ofMinutes(1));

    final List<RateObservation> measured;
    boolean unreachable;

    MemoryTelemetry(List<RateObservation> measured) {
        this.measured = List.copyOf(measured);
    }

    /** What the subclass of the kit asks for. */
    interface Maker {
        MemoryTelemetry make(List<RateObservation> measured);
    }

    @Override
    public Telemetry observe(Set<Region> regions, Instant since, Instant until, Deadline deadline) {
        if (unreachable || deadline.expired()) {
            throw new AdapterException("the measurements could not be read in time");
        }
        return new Telemetry(complete(regions, since, until), rates(regions, since, until), List.of());
    }

    Instant complete(Set<Region> regions, Instant since, Instant until) {
        return GRID.start(GRID.index(until));
    }

    List<RateObservation> rates(Set<Region> regions, Instant since, Instant until) {
        return measured.stream()
                .filter(o -> regions.isEmpty() || regions.stream().anyMatch(r -> touches(o, r)))
                .filter(o -> !o.start().isBefore(since)
                        && !o.start().plus(GRID.step()).isAfter(until))
                .toList();
    }

    boolean touches(RateObservation o, Region region) {
        return o.flow().pair().touches(region);
    }
}
