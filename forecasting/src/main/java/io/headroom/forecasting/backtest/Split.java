package io.headroom.forecasting.backtest;

import io.headroom.core.RateSeries;
import io.headroom.core.SeriesKey;
import java.util.List;
import java.util.Optional;

/**
 * A series that is cut at origins. It hands out the two sides as two types: {@link Past}, which predictors are given, and {@link Actuals}, which
 * scores are computed from; the whole series never leaves it. Immutable and thread-safe.
 */
final class Split {
    private final SeriesKey key;
    private final RateSeries whole;
    private final List<Integer> origins;

    /**
     * A series with its origins.
     *
     * @param key its name
     * @param whole all that is known today
     * @param origins numbers of steps before each origin, rising
     */
    Split(SeriesKey key, RateSeries whole, List<Integer> origins) {
        this.key = key;
        this.whole = whole;
        this.origins = List.copyOf(origins);
    }

    SeriesKey key() {
        return key;
    }

    List<Integer> origins() {
        return origins;
    }

    Past past(int origin) {
        return new Past(key, whole.slice(0, origin));
    }

    /** What was known before a step of the grid; empty if the series had not begun. */
    Optional<Past> pastBefore(long index) {
        long steps = Math.min(whole.length(), index - whole.firstIndex());
        return steps > 0 ? Optional.of(past((int) steps)) : Optional.empty();
    }

    /** A forecast that was made, beside the rates around its origin: for reports. */
    Fan fan(int origin, ForecastValues forecast, BacktestSettings settings) {
        int before = Math.min(origin, Math.max(2 * settings.horizon(), 24));
        return Fan.of(whole.slice(origin - before, origin + settings.horizon()), before, forecast, settings.levels());
    }

    Actuals actuals(int origin, int steps) {
        return new Actuals(whole.slice(origin, origin + steps));
    }
}
