package io.headroom.spi;

import io.headroom.core.Checks;
import io.headroom.core.Flow;
import io.headroom.core.RateSeries;
import io.headroom.core.SeriesKey;
import io.headroom.core.TimeGrid;
import java.util.Collections;
import java.util.Map;
import java.util.TreeMap;

/**
 * What a fit is given. Immutable and thread-safe.
 *
 * @param series one series or more, all on the same grid
 * @param events the known events
 * @param deadline when a result should be there
 * @param seed seed of any randomness in fit and forecasts
 */
public record FitRequest(Map<SeriesKey, RateSeries> series, EventCalendar events, Deadline deadline, long seed) {
    /** The key of a series that was given without one. */
    public static final SeriesKey UNNAMED = SeriesKey.transactions(Flow.of("source", "destination", "transaction"));

    /**
     * Checks and copies.
     *
     * @param series one series or more
     * @param events the known events
     * @param deadline when a result should be there
     * @param seed seed of any randomness in fit and forecasts
     * @throws IllegalArgumentException if there is no series or two have different grids
     */
    public FitRequest {
        series = Collections.unmodifiableMap(new TreeMap<>(series));
        Checks.inRange(series.size(), 1, Integer.MAX_VALUE, "number of series to fit");
        TimeGrid grid = series.values().iterator().next().grid();
        for (Map.Entry<SeriesKey, RateSeries> e : series.entrySet()) {
            if (!e.getValue().grid().equals(grid)) {
                throw Checks.failure(
                        "series of " + e.getKey() + " on " + e.getValue().grid(),
                        "must lie on the grid of the others, " + grid,
                        "two meters have different steps");
            }
        }
    }

    /**
     * One series without events, deadline or seed.
     *
     * @param series the history
     * @return the request
     */
    public static FitRequest of(RateSeries series) {
        return of(UNNAMED, series);
    }

    /**
     * One named series without events, deadline or seed.
     *
     * @param key its name
     * @param series the history
     * @return the request
     */
    public static FitRequest of(SeriesKey key, RateSeries series) {
        return new FitRequest(Map.of(key, series), EventCalendar.none(), Deadline.none(), 0);
    }

    /**
     * The same with known events.
     *
     * @param value the calendar
     * @return a copy
     */
    public FitRequest withEvents(EventCalendar value) {
        return new FitRequest(series, value, deadline, seed);
    }

    /**
     * The same with a deadline.
     *
     * @param value the deadline
     * @return a copy
     */
    public FitRequest withDeadline(Deadline value) {
        return new FitRequest(series, events, value, seed);
    }

    /**
     * The same with a seed.
     *
     * @param value the seed
     * @return a copy
     */
    public FitRequest withSeed(long value) {
        return new FitRequest(series, events, deadline, value);
    }

    /**
     * The first series, which is all that a local predictor is given.
     *
     * @return the series with the smallest key
     */
    public RateSeries single() {
        return series.values().iterator().next();
    }

    /**
     * The key of the first series.
     *
     * @return the smallest key
     */
    public SeriesKey singleKey() {
        return series.keySet().iterator().next();
    }
}
