package io.headroom.forecasting.backtest;

/** The sums behind the scores of one predictor on one series, or on a part of its horizon. Not thread-safe. */
final class Tally {
    private final LevelGrid levels;
    final double[] loss;
    long points;
    long missing;
    double absoluteError;
    double squaredError;
    double error;
    double symmetric;
    double absoluteActual;
    double width;
    double outside;
    long inside;

    Tally(LevelGrid levels) {
        this.levels = levels;
        this.loss = new double[levels.size()];
    }

    LevelGrid levels() {
        return levels;
    }

    /** Adds one step of one forecast. */
    void add(ForecastValues forecast, int step, double y) {
        if (Double.isNaN(y)) {
            missing++;
            return;
        }
        points++;
        double f = forecast.mean(step);
        double e = f - y;
        absoluteError += Math.abs(e);
        squaredError += e * e;
        error += e;
        double size = Math.abs(y) + Math.abs(f);
        symmetric += size > 0 ? 200 * Math.abs(e) / size : 0;
        absoluteActual += Math.abs(y);
        for (int i = 0; i < loss.length; i++) {
            loss[i] += pinball(levels.level(i), y, forecast.quantile(step, i));
        }
        interval(forecast.quantile(step, levels.lower()), forecast.quantile(step, levels.upper()), y);
    }

    private void interval(double lower, double upper, double y) {
        width += upper - lower;
        outside += y < lower ? lower - y : y > upper ? y - upper : 0;
        inside += y >= lower && y <= upper ? 1 : 0;
    }

    /** The loss of a quantile q at level p: p for each unit too low, 1 - p for each too high. */
    static double pinball(double p, double y, double q) {
        return Math.max(p * (y - q), (p - 1) * (y - q));
    }

    /** Adds another's sums. */
    void add(Tally other) {
        points += other.points;
        missing += other.missing;
        absoluteError += other.absoluteError;
        squaredError += other.squaredError;
        error += other.error;
        symmetric += other.symmetric;
        absoluteActual += other.absoluteActual;
        width += other.width;
        outside += other.outside;
        inside += other.inside;
        for (int i = 0; i < loss.length; i++) {
            loss[i] += other.loss[i];
        }
    }
}
