package io.headroom.forecasting;

import java.util.Arrays;

/**
 * How well a forecast does within a history, to choose between variants of a model: it learns from all but the last steps
 * and forecasts from several origins in those. Immutable.
 *
 * <p>The measure is the mean of |f - y| / (|f| + |y|): it takes each step at its own size, so that quiet hours and busy
 * hours count alike, and does not change with the unit.
 */
final class HoldOut {
    private static final int ORIGINS = 5;
    private static final int LEAST = 20;
    private static final int LEAST_FOR_WIDENING = 30;
    private static final double SHARE = 0.95;
    private static final double NORMAL_SHARE = 1.96;
    private static final double WIDEST = 2;

    private final double[] y;
    private final int horizon;

    /**
     * What came out.
     *
     * @param error mean relative error, infinite if nothing could be compared
     * @param widening what deviations are to be multiplied with
     */
    record Score(double error, Widening widening) {}

    /**
     * Splits.
     *
     * @param y values, NaN where missing
     * @param season steps in the shortest season; two of them are looked ahead, but a tenth of the history at most
     */
    HoldOut(double[] y, int season) {
        this.y = y;
        this.horizon = (int) Math.min(Math.max(2L * season, 2), y.length / 10);
    }

    /** Whether there is enough to compare. */
    boolean isUseful() {
        return horizon > 0 && learned() >= LEAST;
    }

    /** Values to learn from. */
    double[] toLearnFrom() {
        return Arrays.copyOf(y, learned());
    }

    private int learned() {
        return y.length - 2 * horizon;
    }

    /**
     * Lets a state forecast.
     *
     * @param state a state before the history; it moves on
     */
    Score score(SeriesState state) {
        int stride = Math.max(1, horizon / (ORIGINS - 1));
        double[] scores = new double[(horizon / stride + 1) * horizon];
        double sum = 0;
        int n = 0;
        int next = learned();
        for (int i = 0; i <= y.length - horizon; i++) {
            if (i == next) {
                SeriesState.Outlook outlook = state.outlook(horizon);
                for (int h = 0; h < horizon; h++) {
                    double value = y[i + h];
                    double mean = Math.max(0, outlook.mean()[h]);
                    if (!Double.isNaN(value) && !Double.isNaN(mean)) {
                        sum += relative(mean, value);
                        scores[n] = outlook.deviation()[h] > 0 ? Math.abs(value - mean) / outlook.deviation()[h] : 0;
                        n++;
                    }
                }
                next += stride;
            }
            state.observe(y[i]);
        }
        return new Score(n == 0 ? Double.POSITIVE_INFINITY : sum / n, widening(Arrays.copyOf(scores, n)));
    }

    private static double relative(double mean, double value) {
        double size = mean + Math.abs(value);
        return size == 0 ? 0 : Math.abs(mean - value) / size;
    }

    /** So wide that the right share of errors lies within the band of a normal law, full from half a season on. */
    private Widening widening(double[] scores) {
        if (scores.length < LEAST_FOR_WIDENING) {
            return Widening.NONE;
        }
        Arrays.sort(scores);
        double factor = scores[(int) (SHARE * scores.length)] / NORMAL_SHARE;
        return new Widening(1, Math.max(1, Math.min(factor, WIDEST)), Math.max(2, horizon / 4));
    }
}
