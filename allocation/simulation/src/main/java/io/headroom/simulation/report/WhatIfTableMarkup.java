package io.headroom.simulation.report;

import java.util.Locale;

/** Writes the table of policies: each figure, and what it is against the first policy's. */
final class WhatIfTableMarkup {

    private final Markup page;
    private final StrategyColours colours;

    WhatIfTableMarkup(Markup page, StrategyColours colours) {
        this.page = page;
        this.colours = colours;
    }

    void table(WhatIfTable table) {
        WhatIfTable.Row base = table.rows().get(0);
        page.open("div", "class", "scroll", "tabindex", "0", "role", "region", "aria-label", table.title());
        page.open("table", "class", "strategies sortable");
        page.element("caption", table.title() + ": violations, cost and moves of each policy", "class", "unseen");
        page.open("thead").open("tr");
        heading("Policy", "");
        heading("Violated", "n");
        heading("Violation time", "n");
        heading("Worst pool", "");
        heading("Cost, " + table.costUnit(), "n");
        heading("Against " + base.policy(), "n");
        heading("Moves", "n");
        heading("Against " + base.policy(), "n");
        heading("Problems", "n");
        page.close("tr").close("thead").open("tbody").line();
        row(base, 0, 0);
        table.rows().stream().skip(1).forEach(row -> row(row, base.cost(), base.moves()));
        page.close("tbody").close("table").close("div").line();
    }

    /** A row, with what it is to be compared with; 0 if there is nothing. */
    private void row(WhatIfTable.Row row, double baseCost, long baseMoves) {
        page.open("tr").open("th", "scope", "row");
        page.open("i", "class", "key c" + colours.of(row.policy()), "aria-hidden", "true")
                .close("i");
        page.text(row.policy()).close("th");
        number(Figures.percentOf(row.violationPercent()), row.violationPercent());
        number(Figures.duration(row.violationTime()), (double)
                row.violationTime().toSeconds());
        page.element("td", row.worstPool().isEmpty() ? "–" : row.worstPool());
        number(Figures.significant(row.cost(), 4), row.cost());
        change(row.cost(), baseCost);
        number(Figures.count(row.moves()), (double) row.moves());
        change((double) row.moves(), (double) baseMoves);
        number(Figures.count(row.problems()), row.problems());
        page.close("tr").line();
    }

    private void heading(String words, String style) {
        page.element("th", words, "scope", "col", "class", style);
    }

    private void number(String text, double order) {
        page.element("td", text, "class", "n", "data-order", Double.toString(order));
    }

    /** The difference from the first policy in percent; a dash where there is nothing to compare with. */
    private void change(double value, double base) {
        if (base > 0) {
            double percent = 100 * (value / base - 1);
            number(String.format(Locale.ROOT, "%+.1f\u00a0%%", percent), percent);
        } else {
            page.element("td", "–", "class", "n none");
        }
    }
}
