package io.headroom.forecasting.backtest;

import io.headroom.core.RateForecast;
import io.headroom.core.Rung;
import io.headroom.forecasting.backtest.FailedForecast.Stage;
import io.headroom.spi.FittedModel;
import io.headroom.spi.Tracker;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** One predictor that walks over one series from origin to origin: fits, observes, forecasts. Not thread-safe. */
final class Walk {
    private final BacktestSettings settings;
    private final ModelSource models;
    private @Nullable FittedModel model;
    private @Nullable Tracker tracker;
    private Stage stage = Stage.FIT;
    private int observed;
    private int forecastsOfModel;
    private Timing timing = Timing.NONE;

    Walk(BacktestSettings settings, ModelSource models) {
        this.settings = settings;
        this.models = models;
    }

    /** The forecast at an origin; whatever the predictor throws is passed on. */
    ForecastValues forecast(Past past) {
        Tracker current = tracker;
        boolean due = settings.refitEvery() > 0 && forecastsOfModel >= settings.refitEvery();
        if (current == null || due) {
            current = fit(past);
        } else {
            observe(current, past);
        }
        observed = past.origin();
        forecastsOfModel++;
        stage = Stage.FORECAST;
        long start = now();
        RateForecast forecast = current.forecast(settings.reach());
        ForecastValues values = ForecastValues.read(forecast, past.rates().endIndex(), settings);
        timing = timing.plus(new Timing(0, Duration.ZERO, 0, Duration.ZERO, 1, Duration.ofNanos(now() - start)));
        return values;
    }

    private Tracker fit(Past past) {
        stage = Stage.FIT;
        ModelSource.Fitted fitted;
        long start = now();
        try {
            fitted = models.at(past);
        } catch (RuntimeException e) {
            timing = timing.plus(new Timing(1, Duration.ofNanos(now() - start), 0, Duration.ZERO, 0, Duration.ZERO));
            throw e;
        }
        timing = timing.plus(
                new Timing(fitted.fits(), Duration.ofNanos(fitted.nanos()), 0, Duration.ZERO, 0, Duration.ZERO));
        Tracker started = fitted.model().track(past.key());
        model = fitted.model();
        tracker = started;
        forecastsOfModel = 0;
        return started;
    }

    private void observe(Tracker current, Past past) {
        stage = Stage.OBSERVE;
        long start = now();
        past.feed(current, observed);
        timing = timing.plus(new Timing(
                0, Duration.ZERO, past.origin() - observed, Duration.ofNanos(now() - start), 0, Duration.ZERO));
    }

    private long now() {
        return settings.ticker().getAsLong();
    }

    /** Leaves a tracker that failed; the next origin fits anew. */
    void restart() {
        tracker = null;
    }

    Stage stage() {
        return stage;
    }

    Timing timing() {
        return timing;
    }

    /** The rung of the last forecast. */
    Rung rung() {
        return tracker == null ? Rung.PRIOR : tracker.rung();
    }

    /** The last model in words; empty if no fit succeeded. */
    String description() {
        return model == null ? "" : model.description();
    }

    /** Why the last model stands on its rung; empty on the full one. */
    String rungReason() {
        return model == null ? "" : model.rungReason();
    }
}
