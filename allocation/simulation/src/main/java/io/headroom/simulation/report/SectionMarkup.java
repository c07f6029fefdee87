package io.headroom.simulation.report;

import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/** Writes the HTML of each kind of section; charts and the log get a place that the scripts fill. */
final class SectionMarkup {

    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("EEE d MMM uuuu HH:mm", Locale.ROOT);

    private final Markup page;
    private final StrategyColours colours;
    private final ZoneId zone;

    SectionMarkup(Markup page, StrategyColours colours, ZoneId zone) {
        this.page = page;
        this.colours = colours;
        this.zone = zone;
    }

    void section(String id, ReportSection section) {
        page.open("section", "id", id, "aria-labelledby", id + "-h").line();
        page.open("div", "class", "title").element("h2", section.title(), "id", id + "-h");
        findings(section);
        page.close("div").line();
        page.elementUnlessEmpty("p", section.note(), "class", "note").line();
        if (section instanceof KeyFigures figures) {
            tiles(figures);
        } else if (section instanceof ForecastChart chart) {
            forecast(id, chart);
        } else if (section instanceof CapacityChart chart) {
            capacity(id, chart);
        } else if (section instanceof StrategyTable table) {
            new StrategyTableMarkup(page, colours).table(table);
        } else if (section instanceof WhatIfTable table) {
            new WhatIfTableMarkup(page, colours).table(table);
        } else if (section instanceof FrontierChart chart) {
            frontier(id, chart);
        } else if (section instanceof DecisionLog log) {
            decisions(id, log);
        } else if (section instanceof AnomalyPanel panel) {
            anomalies(panel);
        } else if (section instanceof TextNote note) {
            note.paragraphs().forEach(paragraph -> page.element("p", paragraph, "class", "prose"));
        }
        page.close("section").line();
    }

    private void tiles(KeyFigures figures) {
        page.open("dl", "class", "tiles");
        for (KeyFigures.Tile tile : figures.tiles()) {
            page.open("div").element("dt", tile.label()).open("dd");
            page.element("span", tile.value(), "class", "value");
            page.elementUnlessEmpty("span", tile.unit(), "class", "unit");
            page.close("dd");
            page.elementUnlessEmpty("dd", tile.hint(), "class", "hint");
            page.close("div");
        }
        page.close("dl").line();
    }

    /** Writes, beside the heading, the few numbers that the chart's data tell by themselves. */
    private void findings(ReportSection section) {
        if (section instanceof ForecastChart chart) {
            page.open("p", "class", "findings");
            double coverage = chart.coverage();
            if (!Double.isNaN(coverage)) {
                finding(Figures.percent(coverage), "of actual values in the " + level(chart) + " band");
            }
            if (chart.gaps() > 0) {
                finding(
                        Figures.count(chart.gaps()),
                        "of " + Figures.count(chart.time().size()) + " steps not measured");
            }
            page.close("p");
        } else if (section instanceof CapacityChart chart) {
            page.open("p", "class", "findings");
            int violations = chart.violations(chart.usable());
            finding(
                    Figures.count(violations),
                    "of " + Figures.count(chart.judged()) + " steps violated" + share(chart, violations));
            chart.comparison().ifPresent(comparison -> {
                int other = chart.violations(comparison.usable());
                finding(Figures.count(other), "with " + comparison.strategy() + share(chart, other));
            });
            page.close("p");
        }
    }

    private void forecast(String id, ForecastChart chart) {
        plot(
                id,
                "Actual values and forecast with its " + level(chart) + " band, in " + chart.unit() + ", "
                        + span(chart.time()));
    }

    private void capacity(String id, CapacityChart chart) {
        plot(
                id,
                "Demand, usable and paid capacity in " + chart.unit() + ", " + span(chart.time()) + "; "
                        + Figures.count(chart.violations(chart.usable())) + " steps violated");
    }

    private static String level(ForecastChart chart) {
        return Figures.significant(100 * chart.level(), 4) + "\u00a0%";
    }

    private static String share(CapacityChart chart, int violations) {
        int judged = chart.judged();
        return judged == 0 || violations == 0 ? "" : " (" + Figures.percent((double) violations / judged) + ")";
    }

    private void finding(String figure, String words) {
        page.open("span").element("b", figure).text(" " + words).close("span").text(" ");
    }

    private void plot(String id, String summary) {
        page.open("figure", "class", "plot");
        page.open("div", "class", "canvas", "data-plot", id).close("div");
        page.element("figcaption", summary, "class", "unseen");
        page.close("figure").line();
    }

    private void frontier(String id, FrontierChart chart) {
        plot(id, "Cost as a multiple of the oracle's against the share of steps violated, by strategy and parameter");
        page.open("details", "class", "points").element("summary", "The points as a table");
        page.open("div", "class", "scroll", "tabindex", "0", "role", "region", "aria-label", "Points of the frontier");
        page.open("table").element("caption", chart.title() + ": all points", "class", "unseen");
        page.trusted("<thead><tr><th scope=\"col\">Strategy</th><th scope=\"col\">Parameter</th><th scope=\"col\""
                + " class=\"n\">Cost / oracle</th><th scope=\"col\" class=\"n\">Violated</th></tr></thead>");
        page.open("tbody");
        for (FrontierChart.Curve curve : chart.curves()) {
            for (FrontierChart.Point point : curve.points()) {
                page.open("tr").element("th", curve.strategy(), "scope", "row");
                page.element("td", point.parameter());
                page.element("td", Figures.ratio(point.costRatio()), "class", "n");
                page.element("td", Figures.percentOf(point.violationPercent()), "class", "n")
                        .close("tr");
            }
        }
        page.close("tbody").close("table").close("div").close("details").line();
    }

    private void decisions(String id, DecisionLog log) {
        if (log.entries().isEmpty()) {
            page.element("p", "No decision was logged.", "class", "prose");
            return;
        }
        page.open("div", "class", "log", "data-plot", id).close("div").line();
    }

    private void anomalies(AnomalyPanel panel) {
        if (panel.annotations().isEmpty()) {
            page.element("p", "None.", "class", "prose");
            return;
        }
        page.open("ul", "class", "anomalies");
        for (Annotation annotation : panel.annotations()) {
            TimeSpan span = annotation.span();
            page.open(
                    "li",
                    "data-from",
                    "" + span.from().getEpochSecond(),
                    "data-until",
                    "" + span.until().getEpochSecond());
            page.element("strong", annotation.label());
            page.element(
                    "span",
                    TIME.format(span.from().atZone(zone)) + " – "
                            + TIME.format(span.until().atZone(zone)));
            page.elementUnlessEmpty("p", annotation.detail());
            page.close("li");
        }
        page.close("ul").line();
    }

    private String span(TimeAxis time) {
        return Figures.count(time.size()) + " steps from "
                + TIME.format(time.instant(0).atZone(zone)) + " to "
                + TIME.format(time.instant(time.size() - 1).atZone(zone));
    }
}
