package io.headroom.forecasting.anomaly;

import io.headroom.core.RateForecast;
import io.headroom.core.StandardNormal;

/**
 * The law of the next rate around its forecast: which normal score an error has. The quantiles q(p) that the forecast
 * gives for p = Phi(s) are read at s = +-1 to +-3; between them the score of an error is linear, and beyond the last it
 * goes on as from the mean to there. Where quantiles stop at 0 a rate can't be lower. Immutable and thread-safe.
 */
final class OneStepLaw {
    private static final double[] SCORES = {1, 1.5, 2, 2.5, 3};

    /** Scores end here: -ln of the tail is then 500,000 nats. */
    static final double LARGEST = 1000;

    /** Errors, in deviations, that have the scores; not falling. */
    private final double[] above;

    private final double[] below;

    private OneStepLaw(double[] above, double[] below) {
        this.above = above;
        this.below = below;
    }

    /** Reads the law from a forecast of one step, whose errors are given in a deviation above 0. */
    static OneStepLaw of(RateForecast forecast, double mean, double deviation) {
        double[] above = new double[SCORES.length];
        double[] below = new double[SCORES.length];
        for (int k = 0; k < SCORES.length; k++) {
            double p = StandardNormal.cdf(SCORES[k]);
            above[k] = (forecast.quantile(1, p) - mean) / deviation;
            below[k] = (mean - forecast.quantile(1, 1 - p)) / deviation;
        }
        return new OneStepLaw(above, below);
    }

    /** The normal law. */
    static OneStepLaw normal() {
        return new OneStepLaw(SCORES, SCORES);
    }

    /**
     * The normal score of an error.
     *
     * @param error in deviations
     * @return with the sign of the error, not falling in it
     */
    double score(double error) {
        return error < 0 ? -score(-error, below) : score(error, above);
    }

    private static double score(double error, double[] errors) {
        double fromScore = 0;
        double from = 0;
        for (int k = 0; k < errors.length; k++) {
            double to = errors[k];
            if (to > from) {
                if (error < to) {
                    return fromScore + (SCORES[k] - fromScore) * (error - from) / (to - from);
                }
                fromScore = SCORES[k];
                from = to;
            }
        }
        return from > 0 ? Math.min(LARGEST, error * fromScore / from) : Math.min(LARGEST, error);
    }

    /**
     * The surprise of a normal score s: -ln P(|Z| &gt; |s|), in the tail by the asymptotic series of Mills' ratio.
     *
     * @return in nats, 0 or more
     */
    static double surprise(double score) {
        double s = Math.abs(score);
        if (s < 30) {
            return Math.max(0, -StrictMath.log(2 * StandardNormal.cdf(-s)));
        }
        double square = s * s;
        double ratio = 1 - 1 / square + 3 / (square * square);
        return square / 2 + StrictMath.log(s * Math.sqrt(Math.PI / 2) / ratio);
    }
}
