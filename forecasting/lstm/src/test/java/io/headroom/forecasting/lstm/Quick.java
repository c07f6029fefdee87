package io.headroom.forecasting.lstm;

import io.headroom.core.Flow;
import io.headroom.core.RateSeries;
import io.headroom.core.SeriesKey;
import io.headroom.core.TimeGrid;
import io.headroom.spi.PredictorSettings;
import java.time.Duration;
import java.util.Arrays;
import java.util.Random;
import java.util.function.IntToDoubleFunction;

/** Small networks that are trained in no time, and series to try them on. */
public final class Quick {
    public static final TimeGrid HOURS = TimeGrid.of(Duration.ofHours(1));

    /** An arbitrary start, midnight of a day. */
    static final long FIRST = 480_000;

    public static final SeriesKey KEY = SeriesKey.transactions(Flow.of("eu", "us", "order"));
    public static final int DAY = 24;
    public static final LstmSettings SMALL =
            LstmSettings.defaults().withSize(8, 8).withUpdates(6);

    private Quick() {}

    static LstmPredictor predictor() {
        return LstmPredictor.of(PredictorSettings.ofPeriods(DAY)).with(SMALL);
    }

    static RateSeries series(double... rates) {
        return RateSeries.of(HOURS, FIRST, rates);
    }

    public static RateSeries made(int length, IntToDoubleFunction rate) {
        double[] rates = new double[length];
        Arrays.setAll(rates, rate);
        return series(rates);
    }

    static RateSeries times(RateSeries series, double factor) {
        return made(series.length(), i -> series.rate(i) * factor);
    }

    static RateSeries with(RateSeries series, int from, int to, IntToDoubleFunction rate) {
        return made(series.length(), i -> i >= from && i < to ? rate.applyAsDouble(i) : series.rate(i));
    }

    /** A daily wave around 100 with noise of deviation 5. A longer one begins with a shorter one. */
    public static RateSeries daily(int length, long seed) {
        Random random = new Random(seed);
        return made(length, i -> Math.max(0, wave(i) + 5 * random.nextGaussian()));
    }

    public static double wave(int i) {
        return 100 + 50 * StrictMath.sin(2 * Math.PI * i / DAY);
    }
}
