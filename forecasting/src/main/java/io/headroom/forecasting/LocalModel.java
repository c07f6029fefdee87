package io.headroom.forecasting;

import io.headroom.core.Checks;
import io.headroom.core.RateSeries;
import io.headroom.core.Rung;
import io.headroom.core.SeriesKey;
import io.headroom.core.TimeGrid;
import io.headroom.spi.EventCalendar;
import io.headroom.spi.FittedModel;
import io.headroom.spi.Tracker;
import java.time.ZoneId;
import java.util.Set;

/**
 * A fitted model of one series: the state before and after the history, the law of its errors, and what surrounds every
 * local model. Immutable and thread-safe: states are copied before they move.
 */
final class LocalModel implements FittedModel {
    private final LocalSetting setting;
    private final String description;
    private final Rung rung;
    private final String rungReason;
    private final SeriesState beginning;
    private final SeriesState end;
    private final long firstIndex;
    private final LocalTracker.Position position;
    private final ErrorLaw law;

    /** Where a series lies: its name, its grid, its wall clock and its events. */
    record LocalSetting(SeriesKey key, TimeGrid grid, ZoneId zone, EventCalendar events) {}

    LocalModel(
            LocalSetting setting,
            String description,
            Rung rung,
            String rungReason,
            SeriesState beginning,
            SeriesState end,
            long firstIndex,
            LocalTracker.Position position,
            ErrorLaw law) {
        this.setting = setting;
        this.description = description;
        this.rung = rung;
        this.rungReason = rungReason;
        this.beginning = beginning;
        this.end = end;
        this.firstIndex = firstIndex;
        this.position = position;
        this.law = law;
    }

    @Override
    public String description() {
        return description;
    }

    @Override
    public Rung rung() {
        return rung;
    }

    @Override
    public String rungReason() {
        return rungReason;
    }

    @Override
    public Set<SeriesKey> keys() {
        return Set.of(setting.key());
    }

    LocalSetting setting() {
        return setting;
    }

    ErrorLaw law() {
        return law;
    }

    SeriesState beginning() {
        return beginning;
    }

    SeriesState end() {
        return end;
    }

    long firstIndex() {
        return firstIndex;
    }

    /** Where trackers start, with {@link #end}. */
    LocalTracker.Position position() {
        return position;
    }

    /** The same model under another calendar: a snapshot holds none. */
    LocalModel withEvents(EventCalendar events) {
        EventCalendar known = LearnedCalendar.of(events, LearnedCalendar.factors(setting.events()));
        LocalSetting changed = new LocalSetting(setting.key(), setting.grid(), setting.zone(), known);
        return new LocalModel(changed, description, rung, rungReason, beginning, end, firstIndex, position, law);
    }

    @Override
    public Tracker track(SeriesKey key) {
        if (!key.equals(setting.key())) {
            throw Checks.failure(
                    "series " + key, "must be the fitted one, " + setting.key(), "the model of another flow was taken");
        }
        return new LocalTracker(this, key, end.copy(), position);
    }

    /**
     * Starts before the history. The season is aligned by the wall clock; the state before the fitted history is the
     * best that is known of an earlier or later start.
     */
    @Override
    public Tracker track(SeriesKey key, RateSeries history) {
        if (!history.grid().equals(setting.grid())) {
            throw Checks.failure(
                    "history on " + history.grid(),
                    "must lie on the grid of the fit, " + setting.grid(),
                    "two meters have different steps");
        }
        SeasonAxis axis = new SeasonAxis(setting.grid(), setting.zone());
        SeriesState state = beginning.copy();
        long start = history.firstIndex();
        long ahead = axis.local(start) - axis.local(firstIndex);
        long turns = Math.floorMod(ahead, (long) state.period());
        for (long i = 0; i < turns; i++) {
            state.observe(Double.NaN);
        }
        LocalTracker tracker =
                new LocalTracker(this, key, state, new LocalTracker.Position(start, axis.local(start), 0));
        for (int i = 0; i < history.length(); i++) {
            tracker.observe(history.rate(i));
        }
        return tracker;
    }

    @Override
    public Tracker restore(byte[] snapshot) {
        return LocalSnapshots.tracker(this, snapshot);
    }

    @Override
    public byte[] snapshot() {
        return LocalSnapshots.write(this);
    }
}
