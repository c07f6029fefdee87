package io.headroom.forecasting;

import io.headroom.core.RateSeries;
import io.headroom.core.TimeGrid;
import java.time.Duration;
import java.util.Arrays;
import java.util.Random;
import java.util.function.DoubleUnaryOperator;
import java.util.function.IntToDoubleFunction;

/**
 * Series that predictors stumble over, numbered: the number is the seed, and the kinds take turns. Every eighth series
 * has gaps besides, every sixteenth is of an odd scale.
 */
record OddSeries(int number, Kind kind, int period, RateSeries rates) {
    private static final TimeGrid GRID = TimeGrid.of(Duration.ofMinutes(5));
    private static final int[] PERIODS = {1, 2, 7, 12, 24, 48};
    private static final double[] SCALES = {1e-120, 1e-12, 1e-3, 1e6, 1e15, 1e120};

    enum Kind {
        EMPTY,
        ONE_VALUE,
        TWO_VALUES,
        THREE_VALUES,
        A_HANDFUL,
        CONSTANT,
        NEARLY_CONSTANT,
        ALL_ZERO,
        ALL_MISSING,
        ONE_VALUE_AMONG_MISSING,
        ONE_SPIKE,
        SPIKE_AT_THE_END,
        STEP,
        STEP_AT_THE_END,
        DROP_TO_ZERO,
        OUTAGE,
        OFFSET,
        ALTERNATING,
        ALTERNATING_WITH_MISSING,
        INTERMITTENT,
        RARE_COUNTS,
        WHITE_NOISE,
        RANDOM_WALK,
        RANDOM_WALK_OF_THE_LOGARITHM,
        RAMP_UP,
        RAMP_DOWN_TO_ZERO,
        GROWTH,
        DECAY,
        HUGE_RANGE,
        HEAVY_TAILS,
        SEASON,
        SEASON_WITHOUT_NOISE,
        SEASON_TIMES_TREND,
        SEASON_THAT_STOPS,
        TWO_SEASONS,
        SAWTOOTH,
        WHOLE_NUMBERS,
        CHANGING_SPREAD,
        BLOCKS_OF_MISSING,
        MISSING_AT_BOTH_ENDS
    }

    static OddSeries of(int number) {
        Random random = new Random(number * 0x9E3779B97F4A7C15L);
        Kind kind = Kind.values()[number % Kind.values().length];
        int turn = number / Kind.values().length;
        int period = PERIODS[random.nextInt(PERIODS.length)];
        int length = turn % 10 == 9 ? 500 + random.nextInt(500) : 4 + random.nextInt(200);
        double[] rates = rates(kind, length, period, random);
        if (turn % 8 == 7) {
            Arrays.setAll(rates, i -> random.nextInt(6) == 0 ? Double.NaN : rates[i]);
        }
        double scale = turn % 16 == 15 ? SCALES[random.nextInt(SCALES.length)] : 1;
        Arrays.setAll(rates, i -> Double.isNaN(rates[i]) ? rates[i] : Math.max(0, rates[i]) * scale);
        return new OddSeries(number, kind, period, RateSeries.of(GRID, 1_000_000 + number, rates));
    }

    private static double[] rates(Kind kind, int n, int period, Random r) {
        double level = StrictMath.exp(4 * r.nextGaussian());
        int cut = r.nextInt(n);
        int season = Math.max(3, period);
        return switch (kind) {
            case EMPTY -> new double[0];
            case ONE_VALUE -> made(1, i -> level);
            case TWO_VALUES -> made(2, i -> level * (1 + i));
            case THREE_VALUES -> made(3, i -> level * r.nextDouble());
            case A_HANDFUL -> made(4 + r.nextInt(6), i -> level * r.nextDouble());
            case CONSTANT -> made(n, i -> level);
            case NEARLY_CONSTANT -> made(n, i -> level * (1 + 1e-14 * r.nextInt(3)));
            case ALL_ZERO -> made(n, i -> 0);
            case ALL_MISSING -> made(n, i -> Double.NaN);
            case ONE_VALUE_AMONG_MISSING -> made(n, i -> i == cut ? level : Double.NaN);
            case ONE_SPIKE -> made(n, i -> i == cut ? 1e6 * level : 0);
            case SPIKE_AT_THE_END -> made(n, i -> i == n - 1 ? 1e6 * level : level);
            case STEP -> made(n, i -> i < cut ? level : 50 * level);
            case STEP_AT_THE_END -> made(n, i -> i < n - 2 ? level + r.nextDouble() : 1e3 * level);
            case DROP_TO_ZERO -> made(n, i -> i < cut ? level * r.nextDouble() : 0);
            case OUTAGE -> made(n, i -> i >= cut && i < cut + 10 ? 0 : level * (1 + 0.1 * r.nextGaussian()));
            case OFFSET -> made(n, i -> 1e15 + Math.rint(10 * r.nextGaussian()));
            case ALTERNATING -> made(n, i -> i % 2 == 0 ? 0 : level);
            case ALTERNATING_WITH_MISSING -> made(n, i -> i % 2 == 0 ? Double.NaN : level * r.nextDouble());
            case INTERMITTENT -> made(n, i -> r.nextInt(9) == 0 ? level * r.nextDouble() : 0);
            case RARE_COUNTS -> made(n, i -> Rates.poisson(r, 0.05));
            case WHITE_NOISE -> made(n, i -> level * Math.abs(r.nextGaussian()));
            case RANDOM_WALK -> walk(n, 0.1, r, x -> level * Math.max(0, 1 + x));
            case RANDOM_WALK_OF_THE_LOGARITHM -> walk(n, 0.5, r, x -> level * StrictMath.exp(x));
            case RAMP_UP -> made(n, i -> level * i);
            case RAMP_DOWN_TO_ZERO -> made(n, i -> level * (n - 1 - i));
            case GROWTH -> made(n, i -> level * StrictMath.exp(60.0 * i / n));
            case DECAY -> made(n, i -> level * StrictMath.exp(-60.0 * i / n));
            case HUGE_RANGE -> made(n, i -> StrictMath.exp(20 * r.nextGaussian()));
            case HEAVY_TAILS -> made(n, i -> level / (1e-9 + r.nextDouble() * r.nextDouble()));
            case SEASON -> made(n, i -> level * (wave(i, season) + 0.1 * r.nextGaussian()));
            case SEASON_WITHOUT_NOISE -> made(n, i -> level * wave(i, season));
            case SEASON_TIMES_TREND -> made(n, i -> level * wave(i, season) * (i + 1) * (1 + 0.1 * r.nextGaussian()));
            case SEASON_THAT_STOPS -> made(n, i -> level * (i < cut ? wave(i, season) : 1));
            case TWO_SEASONS -> made(n, i -> level * (wave(i, season) + wave(i, 7 * season) + 0.05 * r.nextGaussian()));
            case SAWTOOTH -> made(n, i -> level * (i % season));
            case WHOLE_NUMBERS -> made(n, i -> Math.rint(3 * wave(i, season) + r.nextGaussian()));
            case CHANGING_SPREAD -> made(n, i -> level * (5 + r.nextGaussian() * (i < cut ? 0.01 : 1)));
            case BLOCKS_OF_MISSING -> made(n, i -> i / 9 % 2 == 0 ? Double.NaN : level * wave(i, season));
            case MISSING_AT_BOTH_ENDS ->
                made(n, i -> i < n / 4 || i > n / 2 ? Double.NaN : level * (2 + r.nextGaussian()));
        };
    }

    private static double[] made(int n, IntToDoubleFunction rate) {
        double[] rates = new double[n];
        Arrays.setAll(rates, rate);
        return rates;
    }

    private static double[] walk(int n, double step, Random random, DoubleUnaryOperator rate) {
        double[] rates = new double[n];
        double at = 0;
        for (int i = 0; i < n; i++) {
            at += step * random.nextGaussian();
            rates[i] = rate.applyAsDouble(at);
        }
        return rates;
    }

    private static double wave(int i, int season) {
        return 1 + 0.8 * StrictMath.sin(2 * Math.PI * (i % season) / season);
    }

    @Override
    public String toString() {
        return "series " + number + " (" + kind + ", " + rates.length() + " steps, period " + period + ")";
    }
}
