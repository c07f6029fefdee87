package io.headroom.forecasting.backtest.report;

import java.time.Instant;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Marks of a time axis at round times of a wall clock. Immutable and thread-safe. */
record TimeTicks(ZoneId zone) {
    private static final int MOST = 8;
    private static final long DAY = 86_400;
    private static final long[] STEPS = {
        1,
        5,
        15,
        60,
        300,
        900,
        3600,
        3 * 3600,
        6 * 3600,
        12 * 3600,
        DAY,
        2 * DAY,
        7 * DAY,
        14 * DAY,
        30 * DAY,
        91 * DAY,
        182 * DAY,
        365 * DAY,
        1826 * DAY,
        3652 * DAY
    };

    /** Marks in a span; values are seconds since 1970. */
    List<Axis.Tick> of(Instant from, Instant to) {
        long span = to.getEpochSecond() - from.getEpochSecond();
        long step = STEPS[STEPS.length - 1];
        for (int i = STEPS.length - 1; i >= 0 && STEPS[i] * MOST >= span; i--) {
            step = STEPS[i];
        }
        List<Axis.Tick> ticks = new ArrayList<>();
        long local = LocalDateTime.ofInstant(from, zone).toEpochSecond(ZoneOffset.UTC);
        for (long at = Math.floorDiv(local, step) * step; ticks.size() <= 2 * MOST; at += step) {
            LocalDateTime time = LocalDateTime.ofEpochSecond(at, 0, ZoneOffset.UTC);
            Instant instant = time.atZone(zone).toInstant();
            if (instant.isAfter(to)) {
                break;
            }
            if (!instant.isBefore(from)) {
                ticks.add(new Axis.Tick(instant.toEpochMilli() / 1e3, label(time, step)));
            }
        }
        return ticks;
    }

    private static String label(LocalDateTime time, long step) {
        String pattern = step >= 91 * DAY
                ? "MMM yyyy"
                : step >= DAY || time.toLocalTime().equals(LocalTime.MIDNIGHT)
                        ? "d MMM"
                        : step < 60 ? "HH:mm:ss" : "HH:mm";
        return DateTimeFormatter.ofPattern(pattern, Locale.ENGLISH).format(time);
    }
}
