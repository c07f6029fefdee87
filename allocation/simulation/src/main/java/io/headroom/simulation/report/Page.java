package io.headroom.simulation.report;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Lays out a whole page: head, header, navigation, sections, data and scripts. */
final class Page {

    /** A level line with room under it: the mark beside the name. */
    private static final String MARK = "<svg class=\"mark\" viewBox=\"0 0 24 24\" aria-hidden=\"true\">"
            + "<path class=\"ceiling\" d=\"M2 5h20\"/><path d=\"M2 19l5-6 4 3 5-7 6 4\"/></svg>";

    private final Report report;
    private final Assets assets;
    private final StrategyColours colours;
    private final List<String> ids = new ArrayList<>();

    Page(Report report, Assets assets) {
        this.report = report;
        this.assets = assets;
        this.colours = new StrategyColours(report.sections());
        for (int i = 0; i < report.sections().size(); i++) {
            ids.add(id(i + 1, report.sections().get(i).title()));
        }
    }

    String render() {
        Markup page = new Markup();
        page.trusted("<!doctype html>\n<html lang=\"en\">\n");
        head(page);
        page.open("body").line();
        page.element("a", "Skip to the report", "class", "skip", "href", "#main")
                .line();
        navigation(page);
        page.open("main", "id", "main").line();
        header(page);
        page.trusted("<noscript><p class=\"notice\">The charts and the decision log of this page need JavaScript.</p>"
                + "</noscript>\n");
        sections(page);
        footer(page);
        page.close("main").line();
        data(page);
        for (String script : assets.scripts()) {
            page.trusted("<script>" + script + "</script>\n");
        }
        return page.trusted("</body>\n</html>\n").toString();
    }

    private void head(Markup page) {
        page.trusted("<head>\n<meta charset=\"utf-8\">\n");
        page.open(
                        "meta",
                        "http-equiv",
                        "Content-Security-Policy",
                        "content",
                        ContentPolicy.of(assets.styles(), assets.scripts()))
                .line();
        page.trusted("""
            <meta name="viewport" content="width=device-width, initial-scale=1">
            <meta name="color-scheme" content="light dark">
            <meta name="referrer" content="no-referrer">
            <link rel="icon" href="data:,">
            """);
        page.element("title", report.title()).line();
        for (String style : assets.styles()) {
            page.trusted("<style>" + style + "</style>\n");
        }
        page.trusted("</head>\n");
    }

    private void navigation(Markup page) {
        page.open("nav", "class", "contents", "aria-label", "Sections").line();
        page.open("p", "class", "brand")
                .trusted(MARK)
                .text("Headroom")
                .close("p")
                .line();
        page.open("ul");
        for (int i = 0; i < ids.size(); i++) {
            page.open("li")
                    .element("a", report.sections().get(i).title(), "href", "#" + ids.get(i))
                    .close("li");
        }
        page.close("ul").line().close("nav").line();
    }

    private void header(Markup page) {
        page.open("header", "class", "head").element("h1", report.title());
        page.elementUnlessEmpty("p", report.subtitle(), "class", "subtitle");
        page.open("dl", "class", "facts");
        for (Fact fact : report.facts()) {
            fact(page, fact.key(), fact.value());
        }
        fact(page, "Times shown in", ZoneOffsets.name(report.zone()));
        page.close("dl").close("header").line();
    }

    private static void fact(Markup page, String key, String value) {
        page.open("div").element("dt", key).element("dd", value).close("div");
    }

    /** Writes the sections; those from the first time chart to the last share one bar that chooses their time. */
    private void sections(Markup page) {
        int firstTimed = -1;
        int lastTimed = -1;
        for (int i = 0; i < ids.size(); i++) {
            if (isTimed(report.sections().get(i))) {
                firstTimed = firstTimed < 0 ? i : firstTimed;
                lastTimed = i;
            }
        }
        SectionMarkup sections = new SectionMarkup(page, colours, report.zone());
        for (int i = 0; i < ids.size(); i++) {
            if (i == firstTimed) {
                page.open("div", "class", "timed").line();
                page.open("div", "id", "timebar", "class", "timebar")
                        .close("div")
                        .line();
            }
            sections.section(ids.get(i), report.sections().get(i));
            if (i == lastTimed) {
                page.close("div").line();
            }
        }
    }

    private void footer(Markup page) {
        page.open("footer", "class", "foot");
        page.element(
                "p",
                "Made by Headroom. This page is self-contained: it loads nothing and sends nothing. "
                        + "Charts are drawn by uPlot 1.6.30, © Leon Sorokin, MIT licence.");
        page.close("footer").line();
    }

    private void data(Markup page) {
        dataElement(page, "data-report", Payload.ofReport(report));
        for (int i = 0; i < ids.size(); i++) {
            String id = "data-" + ids.get(i);
            Payload.ofSection(report.sections().get(i), colours).ifPresent(json -> dataElement(page, id, json));
        }
    }

    private static void dataElement(Markup page, String id, String json) {
        page.open("script", "type", "application/json", "id", id)
                .trusted(json)
                .close("script")
                .line();
    }

    private static boolean isTimed(ReportSection section) {
        return section instanceof ForecastChart || section instanceof CapacityChart;
    }

    /** Returns an anchor that is unique by its number and readable by its words. */
    private static String id(int number, String title) {
        String words =
                title.toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9]+", "-").replaceAll("^-|-$", "");
        return words.isEmpty() ? "s" + number : "s" + number + "-" + words;
    }
}
