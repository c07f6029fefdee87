package io.headroom.forecasting.backtest;

import io.headroom.core.Rung;
import io.headroom.forecasting.Predictors;
import io.headroom.spi.FitRequest;
import io.headroom.spi.Predictor;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import java.util.stream.IntStream;

/** One predictor over the origins of one series. Not thread-safe. */
final class PredictorRun {
    private final BacktestSettings settings;
    private final String label;
    private final Split split;
    private final Walk walk;
    private final Tally[] buckets;
    private final WindowTally window = new WindowTally();
    private final Map<Rung, Integer> rungs = new EnumMap<>(Rung.class);
    private final List<FailedForecast> failures = new ArrayList<>();

    PredictorRun(BacktestSettings settings, String label, ModelSource models, Split split) {
        this.settings = settings;
        this.label = label;
        this.split = split;
        this.walk = new Walk(settings, models);
        this.buckets = IntStream.range(0, settings.buckets())
                .mapToObj(b -> new Tally(settings.levels()))
                .toArray(Tally[]::new);
    }

    SeriesOutcome run() {
        List<Integer> origins = split.origins();
        Scale scale = Scale.of(split.past(origins.get(0)), settings.season());
        Optional<Fan> last = Optional.empty();
        for (int origin : origins) {
            Past past = split.past(origin);
            ForecastValues forecast = forecast(past);
            score(forecast, split.actuals(origin, settings.reach()));
            if (settings.keepForecasts() && origin == origins.get(origins.size() - 1)) {
                last = Optional.of(split.fan(origin, forecast, settings));
            }
        }
        return outcome(scale, last);
    }

    private ForecastValues forecast(Past past) {
        try {
            ForecastValues values = walk.forecast(past);
            rungs.merge(walk.rung(), 1, Integer::sum);
            return values;
        } catch (RuntimeException e) {
            if (e instanceof CancellationException && Thread.currentThread().isInterrupted()) {
                throw e;
            }
            String message = e.getMessage() == null ? e.toString() : e.getMessage();
            failures.add(new FailedForecast(label, past.key(), past.origin(), walk.stage(), message));
            walk.restart();
            return substitute(past);
        }
    }

    /** What a host falls back to: predictors that fail are scored on the same points as the others. */
    private ForecastValues substitute(Past past) {
        Predictor naive = settings.season() > 1 ? Predictors.seasonalNaive(settings.season()) : Predictors.naive();
        FitRequest request = FitRequest.of(past.key(), past.rates());
        return ForecastValues.read(
                naive.fit(request).forecast(settings.reach()), past.rates().endIndex(), settings);
    }

    private void score(ForecastValues forecast, Actuals actuals) {
        for (int step = 1; step <= settings.horizon(); step++) {
            buckets[(step - 1) / settings.bucketLength()].add(forecast, step, actuals.rate(step));
        }
        settings.window().ifPresent(w -> window.add(forecast.maximum(), actuals.maximum(w), settings.windowLevel()));
    }

    private SeriesOutcome outcome(Scale scale, Optional<Fan> last) {
        Tally whole = new Tally(settings.levels());
        List<Scores> parts = new ArrayList<>();
        for (Tally bucket : buckets) {
            whole.add(bucket);
            parts.add(Scores.of(bucket, new WindowTally(), scale));
        }
        SeriesResult result = new SeriesResult(
                split.key(),
                split.origins().size(),
                Scores.of(whole, window, scale),
                walk.description(),
                walk.rungReason(),
                last);
        return new SeriesOutcome(result, parts, rungs, failures, walk.timing());
    }
}
