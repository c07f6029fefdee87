package io.headroom.forecasting.backtest;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Puts the figures of a predictor into words. Immutable and thread-safe. */
final class TableCells {
    /** The column of names. */
    static final int NAME = 1;

    private static final List<Score> OF_MEANS =
            List.of(Score.MASE, Score.RMSSE, Score.SMAPE, Score.MAE, Score.RMSE, Score.BIAS);
    private static final List<Score> OF_DISTRIBUTIONS =
            List.of(Score.WQL, Score.CRPS, Score.MSIS, Score.COVERAGE, Score.WIDTH);

    private final BacktestResult result;
    private final List<Score> distributions;

    TableCells(BacktestResult result) {
        this.result = result;
        List<Score> shown = new ArrayList<>(OF_DISTRIBUTIONS);
        if (result.leadWindow().isPresent()) {
            shown.add(Score.MAX_PINBALL);
            shown.add(Score.MAX_COVERAGE);
        }
        this.distributions = List.copyOf(shown);
    }

    List<String> header() {
        List<String> cells = new ArrayList<>(List.of("rank", "predictor"));
        OF_MEANS.forEach(s -> cells.add(s.label()));
        cells.addAll(List.of("OWA", "skill", "vs best"));
        distributions.forEach(s -> cells.add(s.label()));
        cells.addAll(List.of("failed", "fallback", "fit ms", "forecast us", "update ns"));
        return cells;
    }

    /** Where the scores of means, those of distributions and the work begin. */
    List<Integer> breaks() {
        int means = NAME + 1;
        int ofDistributions = means + OF_MEANS.size() + 3;
        return List.of(means, ofDistributions, ofDistributions + distributions.size());
    }

    List<String> row(PredictorResult p) {
        List<String> cells = new ArrayList<>();
        cells.add(Integer.toString(result.rank(p.label())));
        cells.add(p.label());
        OF_MEANS.forEach(s -> cells.add(score(s, p.scores().get(s))));
        cells.add(decimals(result.owa(p.label()), 3));
        cells.add(percent(result.skill(p.label(), result.primary())));
        cells.add(result.best() == p ? "best" : difference(p));
        distributions.forEach(s -> cells.add(score(s, p.scores().get(s))));
        cells.add(Integer.toString(p.failures().size()));
        cells.add(Integer.toString(p.belowFull()));
        cells.add(significant(p.timing().fitMillis()));
        cells.add(significant(p.timing().forecastMicros()));
        cells.add(p.timing().observations() == 0 ? "-" : significant(p.timing().observeNanos()));
        return cells;
    }

    private String difference(PredictorResult p) {
        return result.difference(p.label())
                .map(d -> String.format(Locale.ROOT, "%+.3f to %+.3f", d.lower(), d.upper()))
                .orElse("-");
    }

    private static String score(Score score, double value) {
        return switch (score) {
            case MAE, RMSE, CRPS -> significant(value);
            case COVERAGE, MAX_COVERAGE -> percent(value);
            case SMAPE -> decimals(value, 2);
            case WQL, MAX_PINBALL -> decimals(value, 4);
            default -> decimals(value, 3);
        };
    }

    static String percent(double share) {
        return Double.isNaN(share) ? "-" : decimals(100 * share, 1) + " %";
    }

    private static String decimals(double value, int digits) {
        return Double.isNaN(value) ? "-" : String.format(Locale.ROOT, "%." + digits + "f", value);
    }

    /** Four significant digits, as short as they allow. */
    private static String significant(double value) {
        if (Double.isNaN(value)) {
            return "-";
        }
        double size = Math.abs(value);
        if (size != 0 && (size < 1e-4 || size >= 1e7)) {
            return String.format(Locale.ROOT, "%.3e", value);
        }
        int digits = size == 0 ? 0 : Math.max(0, 3 - (int) Math.floor(StrictMath.log10(size)));
        return String.format(Locale.ROOT, "%,." + digits + "f", value);
    }
}
