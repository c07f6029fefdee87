package io.headroom.forecasting;

import io.headroom.core.RateForecast;
import io.headroom.core.RateSeries;
import io.headroom.spi.FitRequest;
import io.headroom.spi.FittedModel;
import io.headroom.spi.Predictor;
import io.headroom.spi.PredictorSettings;
import io.headroom.spi.Tracker;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * A stored snapshot of a model and of one of its trackers, in Base64, with the forecasts of both to the last bit. A file has lines of the form
 * {@code name=value}.
 */
final class StoredSnapshot {
    static final PredictorSettings SETTINGS = PredictorSettings.ofPeriods(Rates.DAY);

    private static final int HORIZON = Rates.DAY + 2;
    private static final double[] LEVELS = {0.05, 0.5, 0.99};
    private static final double[] OBSERVED = {90, Double.NaN, 0, 130, Double.NaN};

    private final Map<String, String> values;

    private StoredSnapshot(Map<String, String> values) {
        this.values = values;
    }

    /** The histories that are fitted, by name. */
    static Map<String, RateSeries> histories() {
        Map<String, RateSeries> all = new LinkedHashMap<>();
        all.put("daily", Rates.daily(9 * Rates.DAY, 3));
        RateSeries noise = Rates.daily(8 * Rates.DAY, 4);
        RateSeries growing = Rates.made(noise.length(), i -> noise.rate(i) * (1 + i / 100.0));
        all.put("growing", Rates.with(growing, 70, 75, i -> Double.NaN));
        return all;
    }

    /** Fits a history and takes snapshots. */
    static StoredSnapshot make(String predictor, RateSeries history) {
        FittedModel model = Predictors.named(predictor, SETTINGS)
                .fit(FitRequest.of(Rates.KEY, history).withSeed(7));
        Tracker tracker = model.track(Rates.KEY);
        for (double rate : OBSERVED) {
            tracker.observe(rate);
        }
        Map<String, String> values = new LinkedHashMap<>();
        values.put("predictor", predictor);
        values.put("model", Base64.getEncoder().encodeToString(model.snapshot()));
        values.put("tracker", Base64.getEncoder().encodeToString(tracker.snapshot()));
        values.putAll(seen(model, tracker));
        return new StoredSnapshot(values);
    }

    static StoredSnapshot read(Path file) throws IOException {
        Map<String, String> values = new LinkedHashMap<>();
        for (String line : Files.readAllLines(file)) {
            int cut = line.indexOf('=');
            values.put(line.substring(0, cut), line.substring(cut + 1));
        }
        return new StoredSnapshot(values);
    }

    void write(Path file) throws IOException {
        List<String> lines = new ArrayList<>();
        values.forEach((name, value) -> lines.add(name + "=" + value));
        Files.createDirectories(file.toAbsolutePath().getParent());
        Files.writeString(file, String.join("\n", lines) + "\n");
    }

    /** What was seen of the model and its tracker when they were stored. */
    Map<String, String> stored() {
        Map<String, String> seen = new LinkedHashMap<>(values);
        List.of("predictor", "model", "tracker").forEach(seen::remove);
        return seen;
    }

    /** What is seen of them when they are read today. */
    Map<String, String> restored() {
        Predictor predictor = Predictors.named(value("predictor"), SETTINGS);
        FittedModel model = predictor.restore(Base64.getDecoder().decode(value("model")));
        return seen(model, model.restore(Base64.getDecoder().decode(value("tracker"))));
    }

    private String value(String name) {
        return values.getOrDefault(name, "");
    }

    private static Map<String, String> seen(FittedModel model, Tracker tracker) {
        Map<String, String> seen = new LinkedHashMap<>();
        seen.put("description", model.description());
        seen.put("rung", model.rung() + " " + model.rungReason());
        seen.put("keys", model.keys().toString());
        forecast(seen, "model", model.forecast(HORIZON));
        seen.put("tracker.next", Long.toString(tracker.nextIndex()));
        forecast(seen, "tracker", tracker.forecast(HORIZON));
        Tracker again = model.restore(tracker.snapshot());
        again.observe(77);
        seen.put("observed.mean", Double.toHexString(again.nextMean()));
        seen.put("observed.deviation", Double.toHexString(again.nextDeviation()));
        return seen;
    }

    private static void forecast(Map<String, String> seen, String of, RateForecast forecast) {
        seen.put(of + ".start", forecast.start(1).toString());
        seen.put(
                of + ".mean",
                hex(IntStream.rangeClosed(1, HORIZON)
                        .mapToDouble(forecast::mean)
                        .toArray()));
        for (double p : LEVELS) {
            seen.put(
                    of + ".q" + p,
                    hex(IntStream.rangeClosed(1, HORIZON)
                            .mapToDouble(step -> forecast.quantile(step, p))
                            .toArray()));
        }
    }

    private static String hex(double[] values) {
        return IntStream.range(0, values.length)
                .mapToObj(i -> Double.toHexString(values[i]))
                .collect(Collectors.joining(" "));
    }
}
