package io.headroom.forecasting.backtest;

/**
 * The measures of a forecast. In the formulas y is an actual rate, f the mean of its forecast, q(p) the p quantile; a mean without more words
 * runs over the scored points of one series: all steps of all origins whose actual rate is not missing. Over several series each is the
 * mean over series, every series with the same weight, except where it says "pooled". A score that cannot be computed is NaN.
 *
 * <p>The scale of a series with the season m is that of the M4 competition, taken from the steps before the first origin alone:
 *
 * <pre>scale = mean |y(t) - y(t - m)|</pre>
 *
 * <p>It is the error of the seasonal naive forecast within the history. A series with a scale of zero, or shorter than a season, has no scaled
 * scores and is left out of their means; {@link Scores#scaledSeries} counts the others.
 */
public enum Score {
    /** Mean absolute error, {@code mean |y - f|}; rate per second. Over series it is ruled by the largest flows. */
    MAE("MAE", true),
    /** Root mean squared error, {@code sqrt(mean (y - f)^2)}; rate per second. Over series: the mean of the series' roots. */
    RMSE("RMSE", true),
    /** Mean absolute scaled error (Hyndman and Koehler 2006), {@code MAE / scale}. Below 1 is better than the naive forecast in the history. */
    MASE("MASE", true),
    /**
     * Root mean squared scaled error, {@code sqrt(mean (y - f)^2 / mean (y(t) - y(t - m))^2)}, the divisor from the steps before the first
     * origin. The M5 competition's, with its m of 1 replaced by the season.
     */
    RMSSE("RMSSE", true),
    /** Symmetric absolute percentage error of M4, {@code mean 200 |y - f| / (|y| + |f|)}, from 0 to 200; a pair of zeros counts 0. */
    SMAPE("sMAPE", true),
    /**
     * Weighted quantile loss, pooled: for each level p of the backtest {@code 2 sum rho(p) / sum |y|} with the pinball loss
     * {@code rho(p) = max(p (y - q(p)), (p - 1) (y - q(p)))}, both sums over all points of all series; then the mean over the levels.
     */
    WQL("wQL", true),
    /**
     * Continuous ranked probability score, {@code 2 * integral over p in (0, 1) of rho(p)}, by the midpoint rule on 20 levels:
     * {@code 2 mean rho(p)}, p = 0.025, 0.075, ... 0.975; rate per second. For a certain forecast it is the absolute error.
     */
    CRPS("CRPS", true),
    /** Share of points inside the central interval, {@code L <= y <= U}; best at the interval's level. */
    COVERAGE("cover", false),
    /** Mean width of the central interval, {@code mean (U - L) / scale}. */
    WIDTH("width", false),
    /**
     * Mean scaled interval score of M4 (Gneiting and Raftery 2007): {@code mean [(U - L) + 2/a (L - y) 1{y < L} + 2/a (y - U) 1{y > U}] /
     * scale} with a = 1 - level.
     */
    MSIS("MSIS", true),
    /** Mean error, {@code mean (f - y) / scale}: above 0 the forecast was too high. */
    BIAS("bias", false),
    /**
     * Pinball loss of the maximum M over the lead window at its level: {@code mean rho(level) / mean y}, the divisor from the steps before the
     * first origin; NaN without a lead window.
     */
    MAX_PINBALL("max pinball", true),
    /** Share of lead windows whose maximum was covered, {@code M <= quantile}, pooled; best at the window's level. */
    MAX_COVERAGE("max cover", false);

    private final String label;
    private final boolean loss;

    Score(String label, boolean loss) {
        this.label = label;
        this.loss = loss;
    }

    /**
     * The heading of its column.
     *
     * @return a short name
     */
    public String label() {
        return label;
    }

    /**
     * Whether it is 0 for a perfect forecast and higher for worse ones, so that predictors can be ranked by it.
     *
     * @return false for coverage, width and bias
     */
    public boolean isLoss() {
        return loss;
    }
}
