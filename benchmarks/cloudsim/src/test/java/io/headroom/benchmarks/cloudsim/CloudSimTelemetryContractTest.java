package io.headroom.benchmarks.cloudsim;

import io.headroom.core.Flow;
import io.headroom.spi.RateObservation;
import io.headroom.spi.TelemetrySource;
import io.headroom.testkit.TelemetrySourceContract;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

class CloudSimTelemetryContractTest extends TelemetrySourceContract {
    @Override
    protected TelemetrySource create(List<RateObservation> measured) {
        TreeMap<Instant, Map<Flow, Double>> steps = new TreeMap<>();
        measured.forEach(
                o -> steps.computeIfAbsent(o.start(), key -> new HashMap<>()).put(o.flow(), o.rate()));
        CloudSimFleet.BootRange none = new CloudSimFleet.BootRange(Duration.ZERO, Duration.ZERO);
        CloudSimFleet fleet = new CloudSimFleet(grid(), steps.firstKey(), Map.of(), Map.of(), none, 1);
        steps.values().forEach(rates -> fleet.play(rates, Map.of()));
        return fleet;
    }

    @Override
    protected void cutOff(TelemetrySource source) {
        ((CloudSimFleet) source).close();
    }
}
