package io.headroom.forecasting.backtest;

import java.util.Arrays;
import java.util.SplittableRandom;

/** Percentile interval of a mean by drawing its terms with replacement. Stateless and thread-safe. */
final class PairedBootstrap {
    private static final int DRAWS = 2000;

    private PairedBootstrap() {}

    /** The mean of differences with its 95 % interval; the same seed gives the same interval. */
    static ScoreDifference of(double[] differences, long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        double[] means = new double[DRAWS];
        for (int d = 0; d < DRAWS; d++) {
            double sum = 0;
            for (int i = 0; i < differences.length; i++) {
                sum += differences[random.nextInt(differences.length)];
            }
            means[d] = sum / differences.length;
        }
        Arrays.sort(means);
        double mean = Arrays.stream(differences).sum() / differences.length;
        return new ScoreDifference(mean, means[DRAWS / 40], means[DRAWS - DRAWS / 40 - 1], differences.length);
    }
}
