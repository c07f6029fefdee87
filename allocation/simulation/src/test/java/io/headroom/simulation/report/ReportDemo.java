package io.headroom.simulation.report;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalDouble;

/** A report with every kind of section over made-up data, for tests and for the eye. */
final class ReportDemo {

    private ReportDemo() {}

    /**
     * Writes a year's demo report.
     *
     * @param arguments the file to write
     * @throws IOException if it cannot be written
     */
    public static void main(String[] arguments) throws IOException {
        HtmlReport.write(report(8088), Path.of(arguments[0]));
    }

    /** Returns a report over so many hours. */
    static Report report(int hours) {
        List<DemoAirport> airports = List.of(
                new DemoAirport("EWR", 24, hours, 1),
                new DemoAirport("JFK", 21, hours, 2),
                new DemoAirport("LGA", 19, hours, 3));
        Report.Builder report = Report.builder("A year of New York departures", DemoAirport.ZONE)
                .subtitle("Made-up departures from three airports, forecast an hour ahead and provisioned for at both "
                        + "ends of each route before they come.")
                .fact("Records", "336,776 departures, 2013")
                .fact("Flows", "224 (origin, destination, carrier)")
                .fact("Step, lead time", "1 h, 1 h")
                .fact("Learned on", "1 – 28 January 2013")
                .fact("Seed", "1, 2, 3")
                .focus(new TimeSpan(Instant.parse("2013-02-03T05:00:00Z"), Instant.parse("2013-02-14T05:00:00Z")))
                .section(figures());
        for (DemoAirport airport : airports) {
            report.section(forecast(airport));
            report.section(capacity(airport));
        }
        return report.section(storm())
                .section(table())
                .section(frontier())
                .section(log(airports))
                .section(new TextNote(
                        "How to read this",
                        "",
                        List.of(
                                "A violation is a step whose demand was above the usable capacity. Cost counts every "
                                        + "unit from the moment it is asked for, also while it boots.",
                                "The oracle knows the future and is the cheapest plan without violations. Nothing "
                                        + "that must forecast can reach it.")))
                .build();
    }

    private static KeyFigures figures() {
        return new KeyFigures(
                "At a glance",
                "Headroom at its default quantile of 0.98 against the best point of an HPA swept over 0.30 to 0.95.",
                List.of(
                        new KeyFigures.Tile("Steps violated", "0.31", "%", "HPA 2.60 % at the same cost"),
                        new KeyFigures.Tile("Violation time", "75", "h", "of 24,264 region-hours"),
                        new KeyFigures.Tile("Cost", "1.42", "× oracle", "HPA 1.44 ×, static peak 2.31 ×"),
                        new KeyFigures.Tile("Forecast error", "0.81", "MASE", "seasonal naive 1.00"),
                        new KeyFigures.Tile("Moves", "9,412", "", "4.3 a day for each pool"),
                        new KeyFigures.Tile("Cycle time", "1.9", "ms", "99th percentile 6.2 ms")));
    }

    private static ForecastChart forecast(DemoAirport airport) {
        return new ForecastChart(
                airport.code + ": forecast and actual departures",
                "The forecast made one lead time ahead, with its 98 % band.",
                "departures per hour",
                airport.time,
                Samples.of(airport.actual),
                Samples.of(airport.mean),
                Samples.of(airport.lower),
                Samples.of(airport.upper),
                0.98,
                List.of());
    }

    private static CapacityChart capacity(DemoAirport airport) {
        return new CapacityChart(
                airport.code + ": capacity and demand",
                "Orange marks steps whose demand was above the usable capacity.",
                "departures per hour",
                airport.time,
                Samples.of(airport.actual),
                Samples.of(airport.usable),
                Samples.of(airport.paid),
                Optional.of(new CapacityChart.Comparison("HPA", Samples.of(airport.rival))),
                List.of());
    }

    private static AnomalyPanel storm() {
        return new AnomalyPanel(
                "Anomalies",
                "Found from the past alone, and shaded on the charts.",
                List.of(
                        new Annotation(
                                new TimeSpan(DemoAirport.STORM_START, DemoAirport.STORM_END),
                                "February storm",
                                "Departures fell to nearly none for 27 hours. Capacity was held: blind or collapsing "
                                        + "telemetry never lowers a target at once."),
                        new Annotation(
                                new TimeSpan(
                                        Instant.parse("2013-11-27T05:00:00Z"), Instant.parse("2013-12-02T05:00:00Z")),
                                "Thanksgiving",
                                "")));
    }

    private static StrategyTable table() {
        List<StrategyTable.Row> rows = new ArrayList<>();
        rows.add(row("Headroom", "quantile 0.98", 0.31, 1.42, 9412, OptionalDouble.of(0.812), true));
        rows.add(row("Headroom", "quantile 0.90", 1.22, 1.21, 9870, OptionalDouble.of(0.812), false));
        for (int target = 30; target <= 90; target += 15) {
            double slack = 100.0 / target;
            rows.add(row(
                    "HPA",
                    parameter("target", target),
                    21 / (slack * slack * slack),
                    0.9 * slack + 0.1,
                    14_020 + target,
                    OptionalDouble.empty(),
                    false));
        }
        rows.add(row("Tracking + floor", "target 0.70", 1.64, 1.51, 11_377, OptionalDouble.of(1.03), false));
        rows.add(row("Static peak", "", 0, 2.31, 3, OptionalDouble.empty(), false));
        rows.add(row("Oracle", "", 0, 1, 8_204, OptionalDouble.of(0), false));
        return new StrategyTable(
                "Strategies side by side",
                "All strategies see the same records, steps and lead time. Click a heading to sort.",
                "unit-hours",
                "MASE",
                rows);
    }

    private static StrategyTable.Row row(
            String strategy,
            String parameter,
            double percent,
            double ratio,
            long moves,
            OptionalDouble error,
            boolean best) {
        Duration violated = Duration.ofHours(Math.round(24_264 * percent / 100));
        return new StrategyTable.Row(strategy, parameter, percent, violated, 61_340 * ratio, ratio, moves, error, best);
    }

    private static FrontierChart frontier() {
        List<FrontierChart.Point> headroom = new ArrayList<>();
        for (int quantile : new int[] {70, 80, 90, 95, 98, 99}) {
            double tail = 1 - quantile / 100.0;
            headroom.add(new FrontierChart.Point(
                    parameter("quantile", quantile),
                    1.04 + 0.11 * StrictMath.log(1 / tail),
                    12 * tail * Math.sqrt(tail)));
        }
        List<FrontierChart.Point> hpa = new ArrayList<>();
        List<FrontierChart.Point> tracking = new ArrayList<>();
        for (int target = 30; target <= 95; target += 5) {
            double slack = 100.0 / target;
            hpa.add(new FrontierChart.Point(
                    parameter("target", target), 0.9 * slack + 0.1, 21 / (slack * slack * slack)));
            tracking.add(new FrontierChart.Point(
                    parameter("target", target),
                    0.86 * slack + 0.18,
                    Math.max(0, 11 / StrictMath.pow(slack, 4) - 0.3)));
        }
        return new FrontierChart(
                "Cost against violations",
                "One point for each value of a strategy's own parameter.",
                List.of(
                        new FrontierChart.Curve("Headroom", headroom),
                        new FrontierChart.Curve("HPA", hpa),
                        new FrontierChart.Curve("Tracking + floor", tracking),
                        new FrontierChart.Curve("Static peak", List.of(new FrontierChart.Point("", 2.31, 0))),
                        new FrontierChart.Curve("Oracle", List.of(new FrontierChart.Point("", 1, 0)))));
    }

    private static String parameter(String name, int percent) {
        return String.format(Locale.ROOT, "%s %.2f", name, percent / 100.0);
    }

    private static DecisionLog log(List<DemoAirport> airports) {
        List<DecisionLog.Entry> entries = new ArrayList<>();
        for (int i = 1; i < airports.get(0).actual.length; i++) {
            for (DemoAirport airport : airports) {
                double from = airport.usable[i - 1] / 4;
                double to = airport.usable[i] / 4;
                if (from != to || i % 4 == 0) {
                    entries.add(new DecisionLog.Entry(
                            airport.time.instant(i), airport.code, "compute", from, to, reasons(airport, i, from, to)));
                }
                if (i % 6 == 0) {
                    entries.add(new DecisionLog.Entry(
                            airport.time.instant(i),
                            airport.code + " → ORD",
                            "bandwidth",
                            from,
                            to,
                            reasons(airport, i, from, to)));
                }
            }
        }
        return new DecisionLog("Decisions", "Each target that was decided, with the rules that shaped it.", entries);
    }

    private static List<DecisionLog.Reason> reasons(DemoAirport airport, int i, double from, double to) {
        double required = airport.upper[i] / 4;
        List<DecisionLog.Reason> reasons = new ArrayList<>();
        reasons.add(new DecisionLog.Reason("required", from, required, "quantile 0.98, lead 1 h"));
        reasons.add(new DecisionLog.Reason("whole-units", required, Math.ceil(required), ""));
        if (to < from) {
            reasons.add(new DecisionLog.Reason("down-cooldown", Math.ceil(required), to, "1 h since last change"));
        } else if (Math.ceil(required) != to) {
            reasons.add(new DecisionLog.Reason("policy-minimum", Math.ceil(required), to, "min 1"));
        }
        return reasons;
    }
}
