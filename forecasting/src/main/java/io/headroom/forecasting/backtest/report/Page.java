package io.headroom.forecasting.backtest.report;

import io.headroom.forecasting.backtest.BacktestResult;
import io.headroom.forecasting.backtest.ComparisonTable;
import io.headroom.forecasting.backtest.Fan;
import io.headroom.forecasting.backtest.PredictorResult;
import io.headroom.forecasting.backtest.Score;
import io.headroom.forecasting.backtest.SeriesResult;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** Lays the page out. Not thread-safe. */
final class Page {
    /** The table's column of names. */
    private static final int NAME = 1;

    private final BacktestResult result;
    private final BacktestReport report;
    private final PredictorResult shown;
    private final String style;
    private final Html out = new Html();

    Page(BacktestReport report, String style) {
        this.report = report;
        this.result = report.result();
        this.shown = report.shown().isEmpty() ? result.best() : result.predictor(report.shown());
        this.style = style;
    }

    String render() {
        head();
        out.open("main").element("h1", report.title());
        comparison();
        horizon();
        skill();
        learning();
        examples();
        out.element("footer", "Made by Headroom. This page is self-contained: it loads nothing and sends nothing.");
        out.close("main").trusted("</body>\n</html>\n");
        return out.toString();
    }

    private void head() {
        out.trusted("<!doctype html>\n<html lang=\"en\">\n<head>\n<meta charset=\"utf-8\">\n");
        String policy = "default-src 'none'; style-src '" + hash(style)
                + "'; img-src data:; base-uri 'none'; form-action 'none'";
        out.open("meta", "http-equiv", "Content-Security-Policy", "content", policy);
        out.trusted("""

            <meta name="viewport" content="width=device-width, initial-scale=1">
            <meta name="color-scheme" content="light dark">
            <link rel="icon" href="data:,">
            """);
        out.element("title", report.title()).trusted("<style>" + style + "</style>\n</head>\n<body>\n");
    }

    private static String hash(String content) {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(content.getBytes(StandardCharsets.UTF_8));
            return "sha256-" + Base64.getEncoder().encodeToString(digest);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }

    private void comparison() {
        ComparisonTable table = result.table();
        out.open("section").element("h2", "Comparison");
        List<String> words = List.of("Means", "Distributions", "Work");
        for (int part = 0; part < table.breaks().size(); part++) {
            int from = table.breaks().get(part);
            int to = part + 1 < table.breaks().size()
                    ? table.breaks().get(part + 1)
                    : table.header().size();
            out.element("h3", words.get(part));
            table(table, words.get(part), from, to);
        }
        out.open("ul", "class", "notes");
        table.notes().forEach(note -> out.element("li", note));
        out.close("ul").close("section");
    }

    /** Rank and name, then the columns [from, to). */
    private void table(ComparisonTable table, String words, int from, int to) {
        out.open("div", "class", "scroll", "tabindex", "0", "role", "region", "aria-label", words);
        out.open("table").open("thead").open("tr");
        table.header().subList(0, NAME + 1).forEach(h -> out.element("th", h, "scope", "col"));
        table.header().subList(from, to).forEach(h -> out.element("th", h, "scope", "col"));
        out.close("tr").close("thead").open("tbody");
        for (int place = 0; place < table.rows().size(); place++) {
            List<String> cells = table.rows().get(place);
            out.open("tr", "class", place == 0 ? "best" : "").element("td", cells.get(0));
            out.open("th", "scope", "row");
            swatch(Colours.of(result, place));
            out.text(cells.get(NAME)).close("th");
            cells.subList(from, to).forEach(cell -> out.element("td", cell));
            out.close("tr");
        }
        out.close("tbody").close("table").close("div");
    }

    private void swatch(String colour) {
        out.open("i", "class", "key " + colour, "aria-hidden", "true").trusted("</i>");
    }

    private void legend(boolean withBaseline) {
        out.open("ul", "class", "legend");
        for (int i = 0; i < result.predictors().size(); i++) {
            boolean base = result.predictors().get(i) == result.baseline();
            if (withBaseline || !base) {
                legend(Colours.of(result, i), result.predictors().get(i).label() + (base ? " (baseline)" : ""));
            }
        }
        out.close("ul");
    }

    private void legend(String colour, String words) {
        out.open("li");
        swatch(colour);
        out.text(words).close("li");
    }

    private void horizon() {
        Score score = result.primary() == Score.MAX_PINBALL ? Score.MASE : result.primary();
        out.open("section").element("h2", score.label() + " by steps ahead");
        out.element("p", "Mean over all series and origins, for each part of the horizon; lower is better.");
        legend(true);
        HorizonChart.draw(out, result, score);
        out.close("section");
    }

    private void skill() {
        String name = result.primary().label();
        out.open("section").element("h2", "Skill by series");
        out.element(
                "p",
                "1 - " + name + " / " + name + " of " + result.baseline().label()
                        + " on each series: above 0 is better than the "
                        + "baseline. Each line is sorted, worst series left; below -100 % it runs along the edge.");
        legend(false);
        SkillChart.draw(out, result);
        out.close("section");
    }

    private void learning() {
        if (report.learning().points().isEmpty()) {
            return;
        }
        out.open("section").element("h2", "Learning curve");
        out.element("p", "Loss while the model was trained: of what it learns from, and of what was held out.");
        out.open("ul", "class", "legend");
        legend("c1", "learned from");
        legend("c0", "held out");
        out.close("ul");
        LearningChart.draw(out, report.learning(), "line c1", "line c0");
        out.close("section");
    }

    private void examples() {
        out.open("section").element("h2", "Forecasts of " + shown.label());
        out.element(
                "p",
                "The last origin of three series, chosen by " + result.primary().label() + " over all their origins.");
        out.open("ul", "class", "legend");
        legend("actual", "actual");
        legend("forecast", "forecast mean");
        legend("band", percent(result.interval()) + " interval");
        if (shown != result.baseline()) {
            legend("base", result.baseline().label());
        }
        out.close("ul");
        Examples.of(shown, result.primary()).forEach(this::example);
        out.close("section");
    }

    private void example(String kind, SeriesResult series) {
        out.element("h3", kind + ": " + series.series().key());
        out.element(
                "p",
                String.format(
                        Locale.ROOT,
                        "%s %.3f, coverage %s over %d origin(s)%s",
                        result.primary().label(),
                        series.scores().get(result.primary()),
                        percent(series.scores().get(Score.COVERAGE)),
                        series.origins(),
                        series.description().isEmpty() ? "" : "; last model " + series.description()));
        Optional<Fan> base = shown == result.baseline()
                ? Optional.empty()
                : result.baseline().series(series.series()).lastForecast();
        series.lastForecast().ifPresent(fan -> new FanChart(series.series(), fan, base, report.zone()).draw(out));
    }

    private static String percent(double share) {
        return String.format(Locale.ROOT, "%.1f %%", 100 * share);
    }
}
