package io.headroom.benchmarks;

import io.headroom.benchmarks.data.CsvOutput;
import io.headroom.benchmarks.data.NamedSeries;
import io.headroom.core.RateForecast;
import io.headroom.core.RateSeries;
import io.headroom.core.Window;
import io.headroom.spi.Tracker;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Tracks one series at a time. Immutable and thread-safe. */
final class TrackRun {
    private final SeriesModels models;
    private final ModelOptions model;
    private final Schedule schedule;
    private final int reach;

    TrackRun(SeriesModels models, ModelOptions model, Schedule schedule) {
        this.models = models;
        this.model = model;
        this.schedule = schedule;
        this.reach =
                Math.max(schedule.horizon(), schedule.window().map(Window::last).orElse(0));
    }

    /** Points to fit, steps to forecast, points between origins, and the window of the maximum. */
    record Schedule(int warmup, int horizon, int stride, Optional<Window> window) {}

    /** Forecasts of one series by origin, and the time they took. */
    record Result(List<Integer> origins, List<ForecastTable> tables, Times times) {
        void write(CsvOutput out, String series) {
            for (int i = 0; i < origins.size(); i++) {
                tables.get(i).write(out, series, origins.get(i).toString());
            }
        }
    }

    /**
     * Fits and tracks.
     *
     * @throws IllegalArgumentException if the series is not longer than the warm-up
     * @throws IllegalStateException if a forecast has a number that is not finite or quantiles that cross
     */
    Result track(NamedSeries series) {
        RateSeries rates = series.rates();
        if (rates.length() <= schedule.warmup()) {
            throw new IllegalArgumentException("it has " + rates.length()
                    + " points, but must have more than the warm-up of " + schedule.warmup());
        }
        Times times = new Times();
        long start = System.nanoTime();
        Tracker tracker = models.tracker(series);
        times.fitted(System.nanoTime() - start);
        List<Integer> origins = new ArrayList<>();
        List<ForecastTable> tables = new ArrayList<>();
        for (int origin = schedule.warmup(); origin < rates.length(); origin += schedule.stride()) {
            for (ForecastTable table : forecast(tracker, times)) {
                origins.add(origin);
                tables.add(table.checked());
            }
            observe(tracker, rates, origin, Math.min(rates.length(), origin + schedule.stride()), times);
        }
        return new Result(origins, tables, times);
    }

    private List<ForecastTable> forecast(Tracker tracker, Times times) {
        long start = System.nanoTime();
        RateForecast forecast = tracker.forecast(reach);
        List<ForecastTable> tables = new ArrayList<>(2);
        tables.add(ForecastTable.read(forecast, schedule.horizon(), model.quantiles()));
        schedule.window().ifPresent(w -> tables.add(ForecastTable.readMaximum(forecast, w, model.quantiles())));
        times.forecast(System.nanoTime() - start);
        return tables;
    }

    private static void observe(Tracker tracker, RateSeries rates, int from, int to, Times times) {
        long start = System.nanoTime();
        for (int i = from; i < to; i++) {
            tracker.observe(rates.rate(i));
        }
        times.updated(System.nanoTime() - start, to - from);
    }

    /** Sums of times and their numbers. Not thread-safe. */
    static final class Times {
        private long fitNanos;
        private long fits;
        private long updateNanos;
        private long updates;
        private long forecastNanos;
        private long forecasts;

        private void fitted(long nanos) {
            fitNanos += nanos;
            fits++;
        }

        private void updated(long nanos, int points) {
            updateNanos += nanos;
            updates += points;
        }

        private void forecast(long nanos) {
            forecastNanos += nanos;
            forecasts++;
        }

        void add(Times other) {
            fitNanos += other.fitNanos;
            fits += other.fits;
            updateNanos += other.updateNanos;
            updates += other.updates;
            forecastNanos += other.forecastNanos;
            forecasts += other.forecasts;
        }

        long forecasts() {
            return forecasts;
        }

        double fitNanosMean() {
            return mean(fitNanos, fits);
        }

        double updateNanosMean() {
            return mean(updateNanos, updates);
        }

        double forecastNanosMean() {
            return mean(forecastNanos, forecasts);
        }

        private static double mean(long sum, long n) {
            return n == 0 ? 0 : (double) sum / n;
        }
    }
}
