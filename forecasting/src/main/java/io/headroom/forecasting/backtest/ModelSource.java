package io.headroom.forecasting.backtest;

import io.headroom.core.RateSeries;
import io.headroom.core.SeriesKey;
import io.headroom.spi.FitRequest;
import io.headroom.spi.FittedModel;
import io.headroom.spi.Predictor;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.FutureTask;

/** Where fitted models come from. Implementations are thread-safe. */
interface ModelSource {
    /** The model of what was known at an origin; runtime exceptions are the predictor's. */
    Fitted at(Past past);

    /**
     * A model and what it took.
     *
     * @param model the model
     * @param fits 1 if it was fitted now, 0 if another series had it fitted before
     * @param nanos time of the fit
     */
    record Fitted(FittedModel model, int fits, long nanos) {}

    /** The source of a predictor's models, local or global. */
    static ModelSource of(Predictor predictor, List<Split> splits, BacktestSettings settings) {
        return predictor.scope() == Predictor.Scope.GLOBAL
                ? new Global(predictor, splits, settings)
                : past -> fit(predictor, Map.of(past.key(), past.rates()), settings);
    }

    private static Fitted fit(Predictor predictor, Map<SeriesKey, RateSeries> known, BacktestSettings settings) {
        FitRequest request = new FitRequest(known, settings.events(), settings.fitDeadline(), settings.seed());
        long start = settings.ticker().getAsLong();
        FittedModel model = predictor.fit(request);
        return new Fitted(model, 1, settings.ticker().getAsLong() - start);
    }

    /** One model over all series for each moment: what each of them had shown until then. */
    final class Global implements ModelSource {
        private final Predictor predictor;
        private final List<Split> splits;
        private final BacktestSettings settings;
        private final Map<Long, FutureTask<Fitted>> byEnd = new HashMap<>();

        Global(Predictor predictor, List<Split> splits, BacktestSettings settings) {
            this.predictor = predictor;
            this.splits = splits;
            this.settings = settings;
        }

        @Override
        public Fitted at(Past past) {
            long end = past.rates().endIndex();
            boolean mine;
            FutureTask<Fitted> task;
            synchronized (byEnd) {
                mine = !byEnd.containsKey(end);
                task = byEnd.computeIfAbsent(
                        end, e -> new FutureTask<>(() -> fit(predictor, knownBefore(e), settings)));
            }
            if (mine) {
                task.run();
            }
            Fitted fitted = Futures.get(task);
            return mine ? fitted : new Fitted(fitted.model(), 0, 0);
        }

        private Map<SeriesKey, RateSeries> knownBefore(long end) {
            Map<SeriesKey, RateSeries> known = new TreeMap<>();
            splits.forEach(s -> s.pastBefore(end).ifPresent(p -> known.put(p.key(), p.rates())));
            return known;
        }
    }
}
