package io.headroom.forecasting;

import io.headroom.core.Dependence;
import io.headroom.core.Measure;
import io.headroom.core.RateForecast;
import io.headroom.core.RateSeries;
import io.headroom.core.Rung;
import io.headroom.core.SeriesKey;
import io.headroom.core.TimeGrid;
import io.headroom.forecasting.anomaly.DriftDetector;
import io.headroom.spi.EventCalendar;
import io.headroom.spi.EventEffects;
import io.headroom.spi.FitRequest;
import io.headroom.spi.FittedModel;
import io.headroom.spi.Predictor;
import io.headroom.spi.Tracker;
import java.time.ZoneOffset;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * One tracked series: its history, its model, where its tracker stands, and how well it does. Until its first fit has
 * ended, and where its predictor breaks down, the last value stands in. Guarded by its owner's lock.
 */
final class SeriesTrack {
    private static final Logger LOG = LoggerFactory.getLogger(SeriesTrack.class);

    /** A fit of this share of the age at which models are fitted again is old enough to be given up for drift. */
    private static final double AGE_FOR_DRIFT = 0.25;

    /** A tracker further behind is moved on before it forecasts. */
    private static final int MOST_BEHIND = 64;

    private final SeriesKey key;
    private final Predictor predictor;
    private final TimeGrid grid;
    private final EventCalendar events;
    private final EventEffects effects;
    private final RefitPolicy policy;
    private final FitQuality quality;
    private final DriftDetector drift = new DriftDetector();
    private final HistoryRing history;
    private final int capacity;
    private @Nullable FittedModel model;
    private @Nullable Tracker tracker;
    private long start;
    private boolean standsIn;
    private boolean lastGood;
    private long changed = Long.MAX_VALUE;
    private long seen;
    private long seenAtStart;
    private long seenAtFit;
    private int fitting;

    SeriesTrack(
            SeriesKey key, Predictor predictor, TimeGrid grid, EventCalendar events, RefitPolicy policy, int capacity) {
        this.policy = policy;
        this.quality = new FitQuality(policy.error());
        this.key = key;
        this.predictor = predictor;
        this.grid = grid;
        this.events = events;
        this.effects = new EventEffects(events, key.flow(), grid);
        this.history = new HistoryRing(capacity);
        this.capacity = capacity;
    }

    SeriesKey key() {
        return key;
    }

    boolean isCounts() {
        return key.measure() == Measure.TRANSACTIONS;
    }

    Predictor predictor() {
        return predictor;
    }

    boolean isGlobal() {
        return predictor.scope() == Predictor.Scope.GLOBAL;
    }

    EventEffects effects() {
        return effects;
    }

    RateSeries history() {
        return history.before(grid, history.end());
    }

    /** Puts past rates in place. */
    void remember(RateSeries past) {
        history.cover(past.firstIndex(), past.endIndex());
        for (int i = 0; i < past.length(); i++) {
            if (!past.isMissing(i)) {
                put(past.firstIndex() + i, past.rate(i));
            }
        }
    }

    /** Puts an actual rate in place; one that is known already, or too old, changes nothing. */
    void put(long index, double rate) {
        if (history.put(index, rate)) {
            seen++;
            changed = Math.min(changed, index);
        }
    }

    /**
     * Lets the tracker follow all rates that were put in place: it moves on, or, for a late rate, starts again where
     * its model ends.
     */
    void follow(ErrorSink sink) {
        long from = changed;
        changed = Long.MAX_VALUE;
        try {
            Tracker t = tracker;
            FittedModel m = model;
            if (t == null || m == null || history.first() - t.nextIndex() > capacity) {
                standIn("no fit to recent rates has ended yet");
                return;
            }
            if (from < t.nextIndex() && from >= Math.max(start, history.first())) {
                t = start(m);
                forgive();
            }
            walk(t, (index, rate, mean, deviation) -> {
                if (index >= from) {
                    sink.take(index, rate, mean, deviation);
                }
            });
            tracker = t;
        } catch (RuntimeException e) {
            breakDown(e);
        }
    }

    /** Forgets errors that a new start or a new fit has answered. */
    private void forgive() {
        quality.reset();
        drift.reset();
    }

    private void walk(Tracker t, ErrorSink sink) {
        ErrorSink.walk(t, history.end(), history::get, effects, (index, rate, mean, deviation) -> {
            quality.take(rate, mean, deviation);
            drift.observe(deviation > 0 ? (rate - mean) / deviation : Double.NaN);
            sink.take(index, rate, mean, deviation);
        });
    }

    private Tracker start(FittedModel m) {
        return m.keys().contains(key) ? m.track(key) : m.track(key, RateSeries.of(grid, history.first()));
    }

    private void take(FittedModel fitted) {
        Tracker fresh = start(fitted);
        long begin = fresh.nextIndex();
        if (model != null && !standsIn && begin < start) {
            return; // A fit to an earlier history took longer than one to a later history.
        }
        forgive();
        walk(fresh, (index, rate, mean, deviation) -> {});
        model = fitted;
        tracker = fresh;
        start = begin;
        standsIn = false;
        lastGood = false;
    }

    private void standIn(String reason) {
        FitRequest request = FitRequest.of(key, history()).withEvents(events);
        standsIn = true;
        take(new LocalFit(request, ZoneOffset.UTC).fallback(1, reason));
        standsIn = true;
    }

    /** A predictor that breaks its contract and throws must not leave a flow without a forecast. */
    private void breakDown(RuntimeException e) {
        LOG.error("predictor {} failed to track {}; the last value stands in", predictor.name(), key, e);
        standIn("the predictor failed");
        standsIn = false;
        seenAtFit = seen;
    }

    /** Takes over a model of all series that was fitted without this one. */
    void join(FittedModel fitted) {
        try {
            take(fitted);
        } catch (RuntimeException e) {
            breakDown(e);
        }
    }

    void startFit() {
        fitting++;
    }

    boolean isFitting() {
        return fitting > 0;
    }

    /** What a fit that was started is given. */
    RateSeries fitHistory() {
        seenAtStart = seen;
        return history();
    }

    /** Ends a fit; null if it failed. A fit that comes out worse than the one before leaves that in place. */
    void adopt(@Nullable FittedModel fitted) {
        fitting--;
        seenAtFit = seenAtStart;
        FittedModel before = model;
        boolean worse = fitted == null || fitted.rung().compareTo(Rung.RESTRICTED) > 0;
        if (worse && before != null && !standsIn && before.rung().compareTo(Rung.RESTRICTED) <= 0) {
            lastGood = true;
            forgive();
        } else if (fitted == null) {
            standIn("the fit failed");
            standsIn = false;
        } else {
            join(fitted);
        }
        follow((index, rate, mean, deviation) -> {});
    }

    /** Whether anything was observed since the last fit. */
    boolean isAlive() {
        return seen > seenAtFit;
    }

    /**
     * Whether a new fit is due: by age, by error, by drift, or because a young series has doubled. Drift must wait for a
     * while, as errors of a model that can't do better may lean to one side again and again.
     */
    boolean isDue() {
        long since = seen - seenAtFit;
        if (isFitting() || since <= 0) {
            return false;
        }
        boolean young = seen < policy.fullHistory() && since >= Math.max(1, seenAtFit);
        boolean old = since >= policy.steps();
        boolean drifted = drift.isDrifting() && since >= AGE_FOR_DRIFT * policy.steps();
        return young || old || drifted || quality.isBad() || standsIn || model == null;
    }

    /** When fits are due, in steps and as a multiple of the expected error. */
    record RefitPolicy(long steps, long fullHistory, double error) {}

    /** The model of the last fit; null before the first. */
    @Nullable
    FittedModel model() {
        return standsIn ? null : model;
    }

    Rung rung() {
        Tracker t = tracker;
        if (t == null) {
            return Rung.PRIOR;
        }
        return lastGood ? t.rung().worst(Rung.LAST_GOOD) : t.rung();
    }

    /**
     * Forecasts from a step on, as of what was observed before it; null for a series that was not observed for as many
     * steps as are retained.
     */
    @Nullable
    RateForecast forecast(long from, int horizon, Dependence dependence) {
        if (from - history.end() > capacity) {
            return null;
        }
        try {
            return ahead(from, horizon, dependence);
        } catch (RuntimeException e) {
            breakDown(e);
            return ahead(from, horizon, dependence);
        }
    }

    private RateForecast ahead(long from, int horizon, Dependence dependence) {
        if (tracker == null || model == null) {
            standIn("no fit to recent rates has ended yet");
        }
        Tracker t = at(from);
        int behind = (int) (from - t.nextIndex());
        RateForecast ahead = t.forecast(horizon + behind, dependence);
        return behind > 0 ? ahead.skip(behind) : ahead;
    }

    /** A tracker that has observed what is known before a step, and stands there or a little earlier. */
    private Tracker at(long from) {
        Tracker t = Objects.requireNonNull(tracker);
        FittedModel m = Objects.requireNonNull(model);
        if (t.nextIndex() > from) {
            Tracker back = from >= start ? start(m) : m.track(key, history.before(grid, from));
            ErrorSink.walk(back, from, history::get, effects, (index, rate, mean, deviation) -> {});
            return back;
        }
        if (from - t.nextIndex() <= MOST_BEHIND) {
            return t;
        }
        Tracker moved = m.restore(t.snapshot());
        while (moved.nextIndex() < from) {
            moved.observe(Double.NaN);
        }
        return moved;
    }
}
