package io.headroom.forecasting;

import io.headroom.core.Flow;
import io.headroom.core.RateSeries;
import io.headroom.core.SeriesKey;
import io.headroom.core.TimeGrid;
import java.time.Duration;
import java.util.Arrays;
import java.util.Random;
import java.util.function.IntToDoubleFunction;

/** Rate series to try predictors on. */
final class Rates {
    static final TimeGrid HOURS = TimeGrid.of(Duration.ofHours(1));

    /** An arbitrary start, midnight of a day. */
    static final long FIRST = 480_000;

    static final Flow FLOW = Flow.of("eu", "us", "order");
    static final SeriesKey KEY = SeriesKey.transactions(FLOW);
    static final int DAY = 24;

    private Rates() {}

    static RateSeries series(double... rates) {
        return RateSeries.of(HOURS, FIRST, rates);
    }

    static RateSeries made(int length, IntToDoubleFunction rate) {
        double[] rates = new double[length];
        Arrays.setAll(rates, rate);
        return series(rates);
    }

    /** A multiple of a series. */
    static RateSeries times(RateSeries series, double factor) {
        double[] rates = series.toArray();
        Arrays.setAll(rates, i -> rates[i] * factor);
        return RateSeries.of(series.grid(), series.firstIndex(), rates);
    }

    /** The same series with some positions changed. */
    static RateSeries with(RateSeries series, int from, int to, IntToDoubleFunction rate) {
        double[] rates = series.toArray();
        for (int i = from; i < to; i++) {
            rates[i] = rate.applyAsDouble(i);
        }
        return RateSeries.of(series.grid(), series.firstIndex(), rates);
    }

    /** A daily wave around 100 with noise of deviation 5. A longer one begins with a shorter one. */
    static RateSeries daily(int length, long seed) {
        Random random = new Random(seed);
        return made(length, i -> Math.max(0, wave(i) + 5 * random.nextGaussian()));
    }

    static double wave(int i) {
        return 100 + 50 * StrictMath.sin(2 * Math.PI * i / DAY);
    }

    /** A Poisson number: by products of uniform numbers, in parts so that long products do not underflow. */
    static int poisson(Random random, double mean) {
        int count = 0;
        for (double rest = mean; rest > 0; rest -= 500) {
            double limit = StrictMath.exp(-Math.min(rest, 500));
            double product = random.nextDouble();
            while (product > limit) {
                count++;
                product *= random.nextDouble();
            }
        }
        return count;
    }
}
