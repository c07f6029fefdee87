package io.headroom.forecasting.backtest.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Marks of axes. */
class AxisTest {
    private static List<String> labels(double low, double high) {
        return Axis.around(low, high, 0, 100, 5).ticks(5).stream()
                .map(Axis.Tick::label)
                .toList();
    }

    @Test
    void valuesEndAtRoundNumbers() {
        assertThat(labels(0, 3.6)).containsExactly("0", "1", "2", "3", "4");
        assertThat(labels(-100, 38)).containsExactly("-100", "-50", "0", "50");
        assertThat(labels(0, 0.00083)).containsExactly("0.0000", "0.0002", "0.0004", "0.0006", "0.0008", "0.0010");
        assertThat(labels(0, 4300)).containsExactly("0", "1,000", "2,000", "3,000", "4,000", "5,000");
        assertThat(labels(0, 3e9)).contains("1.0e+09");
        assertThat(labels(0, 0)).hasSizeGreaterThan(1);
        Axis axis = Axis.around(0, 3.6, 200, 0, 5);
        assertThat(axis.at(0)).isEqualTo(200);
        assertThat(axis.at(4)).isZero();
    }

    private static List<String> times(String from, String to, ZoneId zone) {
        return new TimeTicks(zone)
                .of(Instant.parse(from), Instant.parse(to)).stream()
                        .map(Axis.Tick::label)
                        .toList();
    }

    @Test
    void timesAreRoundByTheWallClock() {
        assertThat(times("2026-01-01T22:30:00Z", "2026-01-02T13:00:00Z", ZoneOffset.UTC))
                .containsExactly("2 Jan", "03:00", "06:00", "09:00", "12:00");
        assertThat(times("2026-01-01T00:00:00Z", "2026-01-08T00:00:00Z", ZoneId.of("Asia/Tokyo")))
                .containsExactly("2 Jan", "3 Jan", "4 Jan", "5 Jan", "6 Jan", "7 Jan", "8 Jan");
        assertThat(times("2026-01-01T00:00:00Z", "2026-01-01T00:00:20Z", ZoneOffset.UTC))
                .contains("00:00:05");
        assertThat(times("1990-01-01T00:00:00Z", "2026-01-01T00:00:00Z", ZoneOffset.UTC))
                .hasSizeBetween(3, 9);
    }
}
