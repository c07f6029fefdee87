package io.headroom.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import io.headroom.core.RateMeter;
import io.headroom.core.TransactionRecord;
import io.headroom.spi.MeteredTelemetry;
import io.headroom.spi.RateObservation;
import io.headroom.spi.TelemetrySource;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** The SPI's own telemetry source, made of records and a meter, keeps the contract of telemetry sources. */
class MeteredTelemetryTest {
    static class Subject extends TelemetrySourceContract {
        private MemoryRecords records = new MemoryRecords(List.of());

        @Override
        protected TelemetrySource create(List<RateObservation> measured) {
            List<TransactionRecord> all = new ArrayList<>();
            for (RateObservation o : measured) {
                long count = Math.round(o.rate() * grid().stepSeconds());
                for (int i = 0; i < count; i++) {
                    all.add(new TransactionRecord(
                            o.flow().pair().source(),
                            o.flow().pair().destination(),
                            o.start().plus(Duration.ofMillis(500L * i)),
                            o.flow().type()));
                }
            }
            all.sort(Comparator.comparing(TransactionRecord::timestamp));
            records = new MemoryRecords(all);
            return new MeteredTelemetry(
                    records,
                    RateMeter.builder(grid())
                            .lateness(Duration.ZERO)
                            .declaredCoverage()
                            .build());
        }

        @Override
        protected void cutOff(TelemetrySource source) {
            records.unreachable = true;
        }

        @Override
        protected Map<Capability, String> absent() {
            return Map.of(Capability.GAPS, "a source of records that can be read is complete");
        }
    }

    @Test
    void keepsTheContract() {
        KitRun run = KitRun.of(Subject.class, "no double");
        assertThat(run.failed()).isEmpty();
        assertThat(run.skipped()).containsOnlyKeys("T3");
    }
}
