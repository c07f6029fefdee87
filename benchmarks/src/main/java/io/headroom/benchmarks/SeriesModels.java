package io.headroom.benchmarks;

import io.headroom.benchmarks.data.NamedSeries;
import io.headroom.core.RateSeries;
import io.headroom.core.SeriesKey;
import io.headroom.spi.FitRequest;
import io.headroom.spi.FittedModel;
import io.headroom.spi.Predictor;
import io.headroom.spi.Tracker;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Function;

/**
 * Starts trackers: a local predictor is fitted to each series when it is asked for, a global one once to all of them beforehand.
 * Thread-safe.
 */
final class SeriesModels {
    private final Predictor predictor;
    private final ModelOptions options;
    private final Function<RateSeries, RateSeries> history;
    private final SeriesKeys keys;
    private final Optional<FittedModel> shared;
    private final double fitSeconds;

    /**
     * Fits a global predictor.
     *
     * @param predictor the predictor
     * @param options its options; a deadline is for each fit
     * @param series all series of the run
     * @param history which part of a series is fitted
     */
    SeriesModels(
            Predictor predictor,
            ModelOptions options,
            List<NamedSeries> series,
            Function<RateSeries, RateSeries> history) {
        this.predictor = predictor;
        this.options = options;
        this.history = history;
        this.keys = new SeriesKeys(series);
        long start = System.nanoTime();
        this.shared = predictor.scope() == Predictor.Scope.GLOBAL ? Optional.of(together(series)) : Optional.empty();
        this.fitSeconds = (System.nanoTime() - start) / 1e9;
    }

    private FittedModel together(List<NamedSeries> series) {
        Map<SeriesKey, RateSeries> all = new TreeMap<>();
        series.forEach(s -> all.put(keys.of(s), history.apply(options.onGrid(s.rates()))));
        FitRequest one = options.request(all.values().iterator().next());
        return predictor.fit(new FitRequest(all, one.events(), one.deadline(), one.seed()));
    }

    /** A tracker at the end of the fitted part of a series. */
    Tracker tracker(NamedSeries series) {
        if (shared.isPresent()) {
            return shared.get().track(keys.of(series));
        }
        FittedModel model = predictor.fit(options.request(history.apply(options.onGrid(series.rates()))));
        return model.track(model.keys().iterator().next());
    }

    /** Adds how long the fit to all series took and what it says, if there was one. */
    Summary summarise(Summary summary) {
        return shared.map(model -> summary.put("fit_s", fitSeconds)
                        .put("rung", model.rung().name()))
                .orElse(summary);
    }
}
