package io.headroom.forecasting;

import io.headroom.core.Checks;
import io.headroom.core.Dependence;
import io.headroom.core.Flow;
import io.headroom.core.PredictionData;
import io.headroom.core.RateForecast;
import io.headroom.core.RateMeter;
import io.headroom.core.RateSeries;
import io.headroom.core.RegionPair;
import io.headroom.core.Rung;
import io.headroom.core.SeriesKey;
import io.headroom.core.TimeGrid;
import io.headroom.core.TransactionType;
import io.headroom.spi.Deadline;
import io.headroom.spi.FittedModel;
import io.headroom.spi.PredictionRequest;
import io.headroom.spi.PredictionService;
import io.headroom.spi.Predictor;
import io.headroom.spi.RateObservation;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * The Inter-Region Transaction Predictor. For each flow it keeps the history of its rates, fits a model, tracks actual
 * rates with it, and fits again when the model is old, when its errors have grown, or when a young flow has twice the
 * data; and it learns how flows move together, so that their forecasts add up. Flows that appear later are taken in as
 * they come.
 *
 * <p>A late rate counts as if it had come in time, as long as the model was not fitted after it; a moment before the
 * latest rate is answered with what was known then. Until the first fit of a flow has ended, and where its predictor
 * breaks down, its last value stands in; a fit that comes out worse than the one before leaves that in place. A flow
 * that was silent for as many steps as are retained is not predicted any more.
 *
 * <p>{@link #learn} waits for its fits; {@link #update} and {@link #predict} never wait for one. Thread-safe.
 */
public final class TransactionPredictor implements PredictionService {
    private final TimeGrid grid;
    private final TransactionPredictorBuilder settings;
    private final SeriesTrack.RefitPolicy refit;
    private final Fits fits;
    private final Map<SeriesKey, SeriesTrack> tracks = new TreeMap<>();
    private final IdentityHashMap<Predictor, FittedModel> globalModels = new IdentityHashMap<>();
    private final CommonShocks shocks;

    TransactionPredictor(TransactionPredictorBuilder settings) {
        this.settings = settings;
        this.grid = settings.grid;
        this.refit = new SeriesTrack.RefitPolicy(
                Math.max(1, grid.stepsIn(settings.refitAge)), settings.retainedSteps, settings.refitError);
        this.fits = new Fits(settings, this);
        this.shocks = new CommonShocks(settings.seed);
    }

    /**
     * Starts a predictor.
     *
     * @param grid the grid of all rates
     * @return a builder
     */
    public static TransactionPredictorBuilder builder(TimeGrid grid) {
        return new TransactionPredictorBuilder(grid);
    }

    @Override
    public TimeGrid grid() {
        return grid;
    }

    /**
     * Learns from everything that a meter holds.
     *
     * @param meter the meter, on the same grid
     */
    public void learn(RateMeter meter) {
        Map<SeriesKey, RateSeries> series = new TreeMap<>();
        for (Flow flow : meter.flows()) {
            series.put(SeriesKey.transactions(flow), meter.transactions(flow));
            meter.bytes(flow).ifPresent(bytes -> series.put(SeriesKey.bytes(flow), bytes));
        }
        learn(series);
    }

    /**
     * Learns from history: remembers it, fits all models in parallel, and measures how flows move together. Waits for
     * the fits.
     *
     * @param series the history of each series, on the predictor's grid
     * @throws IllegalArgumentException if a series lies on another grid
     */
    public void learn(Map<SeriesKey, RateSeries> series) {
        series.forEach((key, history) -> {
            if (!history.grid().equals(grid)) {
                throw Checks.failure(
                        "series of " + key + " on " + history.grid(),
                        "must lie on the predictor's grid, " + grid,
                        "the meter has another step");
            }
        });
        List<SeriesTrack> learned;
        synchronized (this) {
            Set<SeriesTrack> known = new LinkedHashSet<>();
            new TreeMap<>(series).forEach((key, history) -> {
                SeriesTrack track = track(key);
                track.remember(history);
                known.add(track);
            });
            known.addAll(fittedWith(known));
            learned = List.copyOf(known);
            learned.forEach(SeriesTrack::startFit);
        }
        fits.runAndWait(learned);
        Backcast backcast = backcast(learned);
        backcast.run();
        synchronized (this) {
            backcast.teach(shocks);
        }
    }

    private synchronized Backcast backcast(List<SeriesTrack> learned) {
        return new Backcast(learned);
    }

    /** The other series of the same global models: such a model is fitted to all its series at a time. */
    private List<SeriesTrack> fittedWith(Set<SeriesTrack> some) {
        Set<Predictor> global = Collections.newSetFromMap(new IdentityHashMap<>());
        some.stream().filter(SeriesTrack::isGlobal).forEach(track -> global.add(track.predictor()));
        return tracks.values().stream()
                .filter(track -> global.contains(track.predictor()))
                .toList();
    }

    private SeriesTrack track(SeriesKey key) {
        return tracks.computeIfAbsent(key, k -> {
            Predictor predictor = settings.predictors.apply(k.flow());
            return new SeriesTrack(k, predictor, grid, settings.events, refit, settings.retainedSteps);
        });
    }

    @Override
    public void update(List<RateObservation> observations, Deadline deadline) {
        List<SeriesTrack> due;
        synchronized (this) {
            Set<SeriesKey> touched = new TreeSet<>();
            for (RateObservation o : observations) {
                long index = grid.index(o.start());
                put(SeriesKey.transactions(o.flow()), index, o.rate(), touched);
                if (o.byteRate().isPresent()) {
                    put(SeriesKey.bytes(o.flow()), index, o.byteRate().getAsDouble(), touched);
                }
            }
            touched.forEach(key -> follow(track(key)));
            shocks.close();
            due = due();
            due.forEach(SeriesTrack::startFit);
        }
        fits.run(due);
    }

    private void put(SeriesKey key, long index, double rate, Set<SeriesKey> touched) {
        track(key).put(index, rate);
        touched.add(key);
    }

    private void follow(SeriesTrack track) {
        FittedModel shared = globalModels.get(track.predictor());
        if (shared != null && track.model() == null) {
            track.join(shared);
        }
        Flow flow = track.key().flow();
        track.follow((index, rate, mean, deviation) -> {
            if (track.isCounts()) {
                shocks.add(index, new CommonShocks.Shock(flow, rate - mean, deviation));
            }
        });
    }

    /** The series whose turn it is; all those of a global model once it is the turn of half of them. */
    private List<SeriesTrack> due() {
        List<SeriesTrack> due = new ArrayList<>();
        IdentityHashMap<Predictor, List<SeriesTrack>> global = new IdentityHashMap<>();
        for (SeriesTrack track : tracks.values()) {
            if (track.isGlobal()) {
                global.computeIfAbsent(track.predictor(), key -> new ArrayList<>())
                        .add(track);
            } else if (track.isDue()) {
                due.add(track);
            }
        }
        for (List<SeriesTrack> all : global.values()) {
            long turns = all.stream().filter(track -> track.isDue()).count();
            long alive = all.stream().filter(SeriesTrack::isAlive).count();
            if (turns > 0 && 2 * turns >= alive && all.stream().noneMatch(SeriesTrack::isFitting)) {
                due.addAll(all);
            }
        }
        return due;
    }

    @Override
    public synchronized List<PredictionData> predict(PredictionRequest request, Deadline deadline) {
        long from = grid.index(request.from());
        Map<RegionPair, PairForecasts> pairs = new TreeMap<>();
        for (SeriesTrack track : tracks.values()) {
            RegionPair pair = track.key().flow().pair();
            if (request.regions().isEmpty() || request.regions().stream().anyMatch(pair::touches)) {
                Dependence dependence = shocks.dependence(track.key());
                RateForecast forecast = track.forecast(from, request.horizon(), dependence);
                if (forecast != null) {
                    pairs.computeIfAbsent(pair, key -> new PairForecasts()).add(track, forecast);
                }
            }
        }
        List<PredictionData> predictions = new ArrayList<>();
        pairs.forEach((pair, f) -> {
            if (!f.transactions.isEmpty()) {
                predictions.add(PredictionData.of(
                        pair, request.leadSteps(), request.confidenceLevel(), f.transactions, f.bytes, f.rung));
            }
        });
        return predictions;
    }

    /** The forecasts of one pair while they are collected. */
    private static final class PairForecasts {
        final Map<TransactionType, RateForecast> transactions = new HashMap<>();
        final Map<TransactionType, RateForecast> bytes = new HashMap<>();
        Rung rung = Rung.FULL;

        void add(SeriesTrack track, RateForecast forecast) {
            (track.isCounts() ? transactions : bytes).put(track.key().flow().type(), forecast);
            rung = rung.worst(track.rung());
        }
    }

    /** Ends a fit; without a model if it failed. */
    synchronized void adopt(List<SeriesTrack> fitted, @Nullable FittedModel model) {
        if (model != null && fitted.get(0).isGlobal()) {
            globalModels.put(fitted.get(0).predictor(), model);
        }
        fitted.forEach(track -> track.adopt(model));
    }

    /** What a fit is given. */
    synchronized Map<SeriesKey, RateSeries> histories(List<SeriesTrack> fitted) {
        Map<SeriesKey, RateSeries> histories = new TreeMap<>();
        fitted.forEach(track -> histories.put(track.key(), track.fitHistory()));
        return histories;
    }

    /**
     * The model of a series.
     *
     * @param key the series
     * @return the model that is tracked now; empty for an unknown series or before its first fit has ended
     */
    public synchronized Optional<FittedModel> model(SeriesKey key) {
        SeriesTrack track = tracks.get(key);
        return track == null ? Optional.empty() : Optional.ofNullable(track.model());
    }

    /**
     * How many series stand on each rung.
     *
     * @return the counts of the rungs that occur
     */
    public synchronized Map<Rung, Integer> rungs() {
        Map<Rung, Integer> counts = new TreeMap<>();
        tracks.values().forEach(track -> counts.merge(track.rung(), 1, Integer::sum));
        return counts;
    }
}
