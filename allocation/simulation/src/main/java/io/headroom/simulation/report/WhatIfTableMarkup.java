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
        for (WhatIfTable.Row row : table.rows()) {
            page.open("tr").open("th", "scope", "row");
            page.open("i", "class", "key c" + colours.of(row.policy()), "aria-hidden", "true")
                    .close("i");
            page.text(row.policy()).close("th");
            number(Figures.percentOf(row.violationPercent()), row.violationPercent());
            number(Figures.duration(row.violationTime()), row.violationTime().toSeconds());
            page.element("td", row.worstPool().isEmpty() ? "–" : row.worstPool());
            number(Figures.significant(row.cost(), 4), row.cost());
            change(row.cost(), base.cost());
            number(Figures.count(row.moves()), row.moves());
            change(row.moves(), base.moves());
            number(Figures.count(row.problems()), row.problems());
            page.close("tr").line();
        }
        page.close("tbody").close("table").close("div").line();
    }

    private void heading(String words, String style) {
        page.element("th", words, "scope", "col", "class", style);
    }

    private void number(String text, double order) {
        page.element("td", text, "class", "n", "data-order", Double.toString(order));
    }

    /** The difference from the first policy in percent; a dash where that has nothing to be compared with. */
    private void change(double value, double base) {
        if (base > 0) {
            double percent = 100 * (value / base - 1);
            number(String.format(Locale.ROOT, "%+.1f\u00a0%%", percent), percent);
        } else {
            page.element("td", "–", "class", "n none");
        }
    }
}
