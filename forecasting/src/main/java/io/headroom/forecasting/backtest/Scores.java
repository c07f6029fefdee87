package io.headroom.forecasting.backtest;

import io.headroom.core.Checks;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/** The scores of one predictor: on one series, or over several. Immutable and thread-safe. */
public final class Scores {
    private final Map<Score, Double> values = new EnumMap<>(Score.class);
    private final List<Double> levels;
    private final double[] loss;
    private double absoluteActual;
    private long windows;
    private long covered;
    private long points;
    private long missing;
    private int series;
    private int scaledSeries;

    private Scores(List<Double> levels) {
        this.levels = levels;
        this.loss = new double[levels.size()];
    }

    /** The scores of one series. */
    static Scores of(Tally t, WindowTally w, Scale scale) {
        Scores s = new Scores(t.levels().quantiles());
        s.count(t, w, scale);
        double n = t.points > 0 ? t.points : Double.NaN;
        s.set(Score.MAE, t.absoluteError / n);
        s.set(Score.RMSE, Math.sqrt(t.squaredError / n));
        s.set(Score.MASE, t.absoluteError / n / scale.absolute());
        s.set(Score.RMSSE, Math.sqrt(t.squaredError / n / scale.squared()));
        s.set(Score.SMAPE, t.symmetric / n);
        s.set(Score.CRPS, 2 * t.levels().crpsMean(t.loss) / n);
        s.set(Score.COVERAGE, t.inside / n);
        s.set(Score.WIDTH, t.width / n / scale.absolute());
        double penalty = 2 / (1 - t.levels().interval());
        s.set(Score.MSIS, (t.width + penalty * t.outside) / n / scale.absolute());
        s.set(Score.BIAS, t.error / n / scale.absolute());
        s.set(Score.MAX_PINBALL, w.windows > 0 ? w.loss / w.windows / scale.level() : Double.NaN);
        s.pooled();
        return s;
    }

    private void count(Tally t, WindowTally w, Scale scale) {
        double[] chosen = t.levels().chosen(t.loss);
        System.arraycopy(chosen, 0, loss, 0, loss.length);
        absoluteActual = t.absoluteActual;
        windows = w.windows;
        covered = w.covered;
        points = t.points;
        missing = t.missing;
        series = t.points > 0 ? 1 : 0;
        scaledSeries = Double.isNaN(scale.absolute()) ? 0 : series;
    }

    /** The scores over several series: pooled sums, and means over those that have the score. */
    static Scores mean(List<Scores> all) {
        Scores s = new Scores(all.get(0).levels);
        all.forEach(s::pool);
        for (Score score : Score.values()) {
            double sum = 0;
            int counted = 0;
            for (Scores one : all) {
                double value = one.get(score);
                sum += Double.isNaN(value) ? 0 : value;
                counted += Double.isNaN(value) ? 0 : 1;
            }
            s.set(score, counted > 0 ? sum / counted : Double.NaN);
        }
        s.pooled();
        return s;
    }

    private void pool(Scores one) {
        for (int i = 0; i < loss.length; i++) {
            loss[i] += one.loss[i];
        }
        absoluteActual += one.absoluteActual;
        windows += one.windows;
        covered += one.covered;
        points += one.points;
        missing += one.missing;
        series += one.series;
        scaledSeries += one.scaledSeries;
    }

    private void pooled() {
        set(Score.WQL, 2 * Arrays.stream(loss).sum() / loss.length / pooledActual());
        set(Score.MAX_COVERAGE, windows > 0 ? (double) covered / windows : Double.NaN);
    }

    private void set(Score score, double value) {
        values.put(score, value);
    }

    private double pooledActual() {
        return absoluteActual > 0 ? absoluteActual : Double.NaN;
    }

    /**
     * A score.
     *
     * @param score which
     * @return its value; NaN if it is not defined for these series
     */
    public double get(Score score) {
        return values.getOrDefault(score, Double.NaN);
    }

    /**
     * The weighted quantile loss at one level, pooled over series: {@code 2 sum rho(level) / sum |y|}.
     *
     * @param level one of the backtest's quantile levels
     * @return the loss; NaN if all actual rates are zero
     * @throws IllegalArgumentException if it is none of them
     */
    public double quantileLoss(double level) {
        int i = levels.indexOf(level);
        if (i < 0) {
            throw Checks.failure(
                    "quantile level " + level, "must be one of " + levels, "it was not asked for in the builder");
        }
        return 2 * loss[i] / pooledActual();
    }

    /**
     * Number of points that were scored: steps of origins whose actual rate is known.
     *
     * @return 0 or more
     */
    public long points() {
        return points;
    }

    /**
     * Number of points that were forecast and could not be scored, as the actual rate is missing.
     *
     * @return 0 or more
     */
    public long missing() {
        return missing;
    }

    /**
     * Number of series with a scored point.
     *
     * @return 0 or more
     */
    public int series() {
        return series;
    }

    /**
     * Number of series with a scored point that have a scale, and so scaled scores.
     *
     * @return 0 or more, at most {@link #series}
     */
    public int scaledSeries() {
        return scaledSeries;
    }

    @Override
    public String toString() {
        StringBuilder text = new StringBuilder("Scores[points=").append(points);
        for (Score score : Score.values()) {
            text.append(", ").append(score.label()).append('=').append((float) get(score));
        }
        return text.append(']').toString();
    }
}
