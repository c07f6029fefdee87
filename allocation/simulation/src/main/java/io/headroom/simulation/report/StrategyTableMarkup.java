package io.headroom.simulation.report;

import java.util.Locale;
import java.util.function.ToDoubleFunction;

/** Writes the table of strategies, with a small bar behind the two columns that are compared by eye. */
final class StrategyTableMarkup {

    private static final int BAR = 56;

    private final Markup page;
    private final StrategyColours colours;

    StrategyTableMarkup(Markup page, StrategyColours colours) {
        this.page = page;
        this.colours = colours;
    }

    void table(StrategyTable table) {
        boolean errors =
                table.rows().stream().anyMatch(row -> row.forecastError().isPresent());
        double maxViolation = max(table, StrategyTable.Row::violationPercent);
        double maxRatio = max(table, StrategyTable.Row::costRatio);
        page.open("div", "class", "scroll", "tabindex", "0", "role", "region", "aria-label", table.title());
        page.open("table", "class", "strategies sortable");
        page.element("caption", table.title() + ": violations, cost and moves of each strategy", "class", "unseen");
        page.open("thead").open("tr");
        heading("Strategy", false);
        heading("Parameter", false);
        heading("Violated", true);
        heading("Violation time", true);
        heading("Cost, " + table.costUnit(), true);
        heading("Cost / oracle", true);
        heading("Moves", true);
        if (errors) {
            heading("Forecast " + table.errorMeasure(), true);
        }
        page.close("tr").close("thead").open("tbody").line();
        for (StrategyTable.Row row : table.rows()) {
            row(row, errors, maxViolation, maxRatio);
        }
        page.close("tbody").close("table").close("div").line();
    }

    private void row(StrategyTable.Row row, boolean errors, double maxViolation, double maxRatio) {
        page.open("tr", "class", row.best() ? "best" : "");
        page.open("th", "scope", "row");
        page.open("i", "class", "key c" + colours.of(row.strategy()), "aria-hidden", "true")
                .close("i");
        page.text(row.strategy());
        if (row.best()) {
            page.text(" ").element("span", "best", "class", "badge");
        }
        page.close("th");
        page.element("td", row.parameter());
        barred(Figures.percentOf(row.violationPercent()), row.violationPercent(), maxViolation, "bar bad");
        number(Figures.duration(row.violationTime()), (double)
                row.violationTime().toSeconds());
        number(Figures.significant(row.cost(), 4), row.cost());
        barred(Figures.ratio(row.costRatio()), row.costRatio(), maxRatio, "bar");
        number(Figures.count(row.moves()), (double) row.moves());
        if (errors) {
            if (row.forecastError().isPresent()) {
                double error = row.forecastError().getAsDouble();
                number(Figures.significant(error, 3), error);
            } else {
                page.element("td", "–", "class", "n none");
            }
        }
        page.close("tr").line();
    }

    private void heading(String words, boolean numeric) {
        page.element("th", words, "scope", "col", "class", numeric ? "n" : "");
    }

    private void number(String text, double order) {
        page.element("td", text, "class", "n", "data-order", Double.toString(order));
    }

    private void barred(String text, double value, double max, String style) {
        double width = max > 0 ? BAR * value / max : 0;
        page.open("td", "class", "n barred", "data-order", Double.toString(value));
        page.trusted(String.format(
                Locale.ROOT,
                "<svg class=\"%s\" width=\"%d\" height=\"8\" aria-hidden=\"true\"><rect width=\"%.1f\""
                        + " height=\"8\"/></svg>",
                style,
                BAR,
                width));
        page.element("span", text).close("td");
    }

    private static double max(StrategyTable table, ToDoubleFunction<StrategyTable.Row> column) {
        return table.rows().stream().mapToDouble(column).max().orElse(0);
    }
}
