package io.headroom.testkit;

import io.headroom.spi.RateObservation;
import io.headroom.spi.TelemetrySource;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

class TelemetryKitTest {
    static class Subject extends TelemetrySourceContract {
        @Override
        protected TelemetrySource create(List<RateObservation> measured) {
            return KitRun.subject(MemoryTelemetry.Maker.class).make(measured);
        }

        @Override
        protected void cutOff(TelemetrySource source) {
            ((MemoryTelemetry) source).unreachable = true;
        }

        @Override
        protected Duration patience() {
            return Duration.ofSeconds(2);
        }
    }

    @TestFactory
    Stream<DynamicTest> telemetrySources() {
        MemoryTelemetry.Maker good = MemoryTelemetry::new;
        return BrokenDouble.tests(Subject.class, good, TelemetryFaults.rows());
    }
}
