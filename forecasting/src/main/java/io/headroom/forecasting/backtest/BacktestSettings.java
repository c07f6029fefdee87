package io.headroom.forecasting.backtest;

import io.headroom.core.Window;
import io.headroom.spi.Deadline;
import io.headroom.spi.EventCalendar;
import java.time.Duration;
import java.util.Optional;
import java.util.function.LongSupplier;

/** What all parts of one backtest are told. Immutable and thread-safe. */
record BacktestSettings(
        int horizon,
        int season,
        Schedule schedule,
        int refitEvery,
        int bucketLength,
        LevelGrid levels,
        Optional<Window> window,
        double windowLevel,
        Optional<Duration> deadline,
        EventCalendar events,
        long seed,
        LongSupplier ticker,
        Score primary,
        boolean keepForecasts) {
    /** A deadline for a fit that starts now. */
    Deadline fitDeadline() {
        return deadline.map(d -> Deadline.after(d, ticker)).orElse(Deadline.none());
    }

    /** Steps that a forecast has to reach. */
    int reach() {
        return schedule.reach();
    }

    int buckets() {
        return (horizon + bucketLength - 1) / bucketLength;
    }
}
