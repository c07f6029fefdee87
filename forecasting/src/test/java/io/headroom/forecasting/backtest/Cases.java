package io.headroom.forecasting.backtest;

import io.headroom.core.Flow;
import io.headroom.core.RateForecast;
import io.headroom.core.RateSeries;
import io.headroom.core.SeriesKey;
import io.headroom.core.TimeGrid;
import java.time.Duration;
import java.util.Arrays;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;

/** Series to backtest on. */
final class Cases {
    static final TimeGrid HOURS = TimeGrid.of(Duration.ofHours(1));
    static final long FIRST = 480_000;
    static final SeriesKey A = SeriesKey.transactions(Flow.of("eu", "us", "order"));
    static final SeriesKey B = SeriesKey.transactions(Flow.of("us", "eu", "order"));

    private Cases() {}

    static RateSeries series(double... rates) {
        return RateSeries.of(HOURS, FIRST, rates);
    }

    /** Daily waves with noise, each of another size. */
    static Map<SeriesKey, RateSeries> waves(int number, int length) {
        Map<SeriesKey, RateSeries> all = new TreeMap<>();
        for (int s = 0; s < number; s++) {
            Random random = new Random(s);
            double[] rates = new double[length];
            double size = 20 * (s + 1);
            Arrays.setAll(
                    rates,
                    i -> Math.max(
                            0, size * (2 + StrictMath.sin(2 * Math.PI * i / 24)) + 0.2 * size * random.nextGaussian()));
            all.put(SeriesKey.transactions(Flow.of("eu", "r" + s, "order")), series(rates));
        }
        return all;
    }

    /** A certain forecast that repeats the last value. */
    static RateForecast last(SeriesKey key, RateSeries history, int horizon) {
        double[] rates = new double[horizon];
        Arrays.fill(rates, history.rate(history.length() - 1));
        return RateForecast.certain(history.grid(), history.endIndex(), rates);
    }
}
