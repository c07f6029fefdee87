package io.headroom.allocation.rules;

import io.headroom.core.Checks;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Duration;

/** Checks on times that a rule looks back, and multiples of them. */
final class Durations {
    private static final Duration LONGEST = Duration.ofSeconds(Long.MAX_VALUE);

    private Durations() {}

    static Duration notNegative(Duration value, String name) {
        if (value.isNegative()) {
            throw Checks.failure(name + " " + value, "must be 0 or more", "two instants were swapped");
        }
        return value;
    }

    /** A multiple, to the nanosecond below; no longer than can be counted. Neither is negative. */
    static Duration times(Duration duration, double factor) {
        if (factor == 1) {
            return duration;
        }
        BigDecimal seconds = BigDecimal.valueOf(duration.getSeconds())
                .add(BigDecimal.valueOf(duration.getNano(), 9))
                .multiply(BigDecimal.valueOf(factor));
        if (seconds.compareTo(BigDecimal.valueOf(Long.MAX_VALUE)) >= 0) {
            return LONGEST;
        }
        BigDecimal whole = seconds.setScale(0, RoundingMode.DOWN);
        BigDecimal nanos = seconds.subtract(whole).movePointRight(9).setScale(0, RoundingMode.DOWN);
        return Duration.ofSeconds(whole.longValueExact(), nanos.longValueExact());
    }
}
