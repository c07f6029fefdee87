package io.headroom.testkit;

import io.headroom.core.Flow;
import io.headroom.core.RateSeries;
import io.headroom.core.SeriesKey;
import io.headroom.core.TimeGrid;
import java.time.Duration;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Random;
import java.util.function.IntToDoubleFunction;

/** The rate series that predictors are tried on. */
final class Samples {
    static final TimeGrid GRID = TimeGrid.of(Duration.ofHours(1));
    static final long FIRST = 480_000;
    static final SeriesKey KEY = SeriesKey.transactions(Flow.of("eu-west", "us-east", "api"));
    static final SeriesKey OTHER = SeriesKey.transactions(Flow.of("us-east", "ap-south", "sync"));
    static final double LEVEL = 1000;
    private static final long SEED = 20_241_001;

    private Samples() {}

    /** Rates around LEVEL with a season and noise; a longer series starts with the shorter one. */
    static double[] rates(int length, int period) {
        Random random = new Random(SEED);
        double[] rates = new double[length];
        for (int i = 0; i < length; i++) {
            double season = StrictMath.sin(2 * Math.PI * i / period);
            rates[i] = LEVEL * (1 + 0.3 * season + 0.1 * (random.nextDouble() - 0.5));
        }
        return rates;
    }

    static RateSeries series(double... rates) {
        return RateSeries.of(GRID, FIRST, rates);
    }

    /** A regular history. */
    static RateSeries regular(int length, int period) {
        return series(rates(length, period));
    }

    static RateSeries times(RateSeries series, double factor) {
        return RateSeries.of(
                series.grid(),
                series.firstIndex(),
                Arrays.stream(series.toArray()).map(rate -> rate * factor).toArray());
    }

    /** Histories that hold little or nothing. */
    static Map<String, RateSeries> scant(int length, int period) {
        Map<String, RateSeries> all = new LinkedHashMap<>();
        for (int n = 1; n <= 3; n++) {
            all.put("a history of n = " + n, regular(n, period));
        }
        double[] lone = new double[length];
        Arrays.fill(lone, Double.NaN);
        lone[length / 3] = LEVEL;
        all.put("one rate among missing steps", series(lone));
        return all;
    }

    /** Histories without any rate. */
    static Map<String, RateSeries> empty(int length) {
        double[] missing = new double[length];
        Arrays.fill(missing, Double.NaN);
        Map<String, RateSeries> all = new LinkedHashMap<>();
        all.put("a history of n = 0", series());
        all.put("a history of missing steps only", series(missing));
        return all;
    }

    /** Histories that break formulas. */
    static Map<String, RateSeries> odd(int length, int period) {
        double[] regular = rates(length, period);
        Map<String, RateSeries> all = new LinkedHashMap<>();
        all.put("a constant history", made(length, i -> LEVEL));
        all.put("a history of zeros", made(length, i -> 0));
        all.put("a history with one spike", made(length, i -> i == length / 2 ? 1e6 : 0));
        all.put("a history offset by 1e15", made(length, i -> 1e15 + regular[i]));
        all.put("a history of scale 1e-12", made(length, i -> 1e-12 * regular[i]));
        all.put("an alternating history", made(length, i -> i % 2 == 0 ? 0 : LEVEL));
        all.put("an intermittent history", made(length, i -> i % 7 == 3 ? regular[i] : 0));
        all.put("a history with a step", made(length, i -> i < length / 2 ? 1 : LEVEL));
        all.put("a history that grows exponentially", made(length, i -> StrictMath.exp(0.1 * Math.min(i, 300))));
        all.put("a history that starts late", made(length, i -> i < length / 2 ? Double.NaN : regular[i]));
        all.put("a history that stopped", made(length, i -> i < length / 2 ? regular[i] : Double.NaN));
        return all;
    }

    static RateSeries made(int length, IntToDoubleFunction rate) {
        double[] rates = new double[length];
        Arrays.setAll(rates, rate);
        return series(rates);
    }
}
