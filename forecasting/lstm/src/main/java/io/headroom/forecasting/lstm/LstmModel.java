package io.headroom.forecasting.lstm;

import io.headroom.core.Checks;
import io.headroom.core.RateSeries;
import io.headroom.core.Rung;
import io.headroom.core.SeriesKey;
import io.headroom.forecasting.lstm.internal.network.Network;
import io.headroom.spi.EventCalendar;
import io.headroom.spi.FittedModel;
import io.headroom.spi.Tracker;
import java.util.Collections;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * A trained network, and where each series of the fit stands. That is worked out when it is first asked for: a fit whose time is up need
 * not read all histories once more. Thread-safe, and immutable to the eye.
 */
final class LstmModel implements FittedModel {
    private final LstmFrame frame;
    private final Network network;
    private final long fingerprint;
    private final Names names;
    private final EventCalendar events;
    private final Verdict verdict;
    private final SortedMap<SeriesKey, Standing> standings;

    /** What a fit says of itself; {@code memory} is the correlation of errors of neighbouring steps. */
    record Verdict(String description, Rung rung, String reason, double memory) {}

    /** Where a series stands at the end of the fit. */
    private static final class Standing {
        private RateSeries history;
        private @Nullable LstmState state;

        Standing(RateSeries history, @Nullable LstmState state) {
            this.history = history;
            this.state = state;
        }

        synchronized LstmState state(LstmModel model, SeriesKey key) {
            if (state == null) {
                state = model.tracker(key, history).state();
                history = history.slice(0, 0);
            }
            return state;
        }
    }

    LstmModel(
            LstmFrame frame,
            Network network,
            Names names,
            EventCalendar events,
            Verdict verdict,
            SortedMap<SeriesKey, RateSeries> histories) {
        this(frame, network, names, events, verdict);
        histories.forEach((key, history) -> standings.put(key, new Standing(history, null)));
    }

    private LstmModel(LstmFrame frame, Network network, Names names, EventCalendar events, Verdict verdict) {
        this.frame = frame;
        this.network = network;
        this.fingerprint = LstmSnapshots.fingerprint(network);
        this.names = names;
        this.events = events;
        this.verdict = verdict;
        this.standings = new TreeMap<>();
    }

    /** A model from a snapshot. */
    static LstmModel restored(
            LstmFrame frame, Network network, Names names, Verdict verdict, SortedMap<SeriesKey, LstmState> states) {
        LstmModel model = new LstmModel(frame, network, names, EventCalendar.none(), verdict);
        states.forEach((key, state) ->
                model.standings.put(key, new Standing(RateSeries.of(frame.grid(), state.next), state)));
        return model;
    }

    LstmFrame frame() {
        return frame;
    }

    Network network() {
        return network;
    }

    /** Tells this network apart from one with other weights. */
    long fingerprint() {
        return fingerprint;
    }

    Names names() {
        return names;
    }

    EventCalendar events() {
        return events;
    }

    Verdict verdict() {
        return verdict;
    }

    @Override
    public String description() {
        return verdict.description();
    }

    @Override
    public Rung rung() {
        return verdict.rung();
    }

    @Override
    public String rungReason() {
        return verdict.reason();
    }

    @Override
    public Set<SeriesKey> keys() {
        return Collections.unmodifiableSet(standings.keySet());
    }

    /** Where a fitted series stands; not to be moved. */
    LstmState standing(SeriesKey key) {
        Standing standing = standings.get(key);
        if (standing == null) {
            throw Checks.failure(
                    "series " + key,
                    "must be one of the " + standings.size() + " fitted ones",
                    "it is new: track it from its history");
        }
        return standing.state(this, key);
    }

    @Override
    public Tracker track(SeriesKey key) {
        return new LstmTracker(this, key, standing(key).copy());
    }

    @Override
    public Tracker track(SeriesKey key, RateSeries history) {
        if (!history.grid().equals(frame.grid())) {
            throw Checks.failure(
                    "history on " + history.grid(),
                    "must lie on the grid of the fit, " + frame.grid(),
                    "two meters have different steps");
        }
        return tracker(key, history);
    }

    private LstmTracker tracker(SeriesKey key, RateSeries history) {
        LstmState state = new LstmState(frame.gauge(), network.shape().hidden(), history.firstIndex());
        LstmTracker tracker = new LstmTracker(this, key, state);
        for (int i = 0; i < history.length(); i++) {
            tracker.observe(history.rate(i));
        }
        return tracker;
    }

    @Override
    public Tracker restore(byte[] snapshot) {
        return LstmSnapshots.tracker(this, snapshot);
    }

    @Override
    public byte[] snapshot() {
        return LstmSnapshots.write(this);
    }
}
