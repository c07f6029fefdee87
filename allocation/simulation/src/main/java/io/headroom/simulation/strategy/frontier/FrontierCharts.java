package io.headroom.simulation.strategy.frontier;

import io.headroom.simulation.report.FrontierChart;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;

/** Makes sections of an HTML report of frontiers. Stateless and thread-safe. */
public final class FrontierCharts {
    private FrontierCharts() {}

    /**
     * One chart: a curve for each frontier, over the points that no other of its strategy beats.
     *
     * @param title the heading, not blank
     * @param note a sentence under it, may be empty
     * @param frontiers one for each strategy, at least one
     * @return the chart
     * @throws IllegalArgumentException if there is no frontier, or two are of one strategy
     */
    public static FrontierChart chart(String title, String note, List<Frontier> frontiers) {
        return new FrontierChart(
                title, note, frontiers.stream().map(FrontierCharts::curve).toList());
    }

    private static FrontierChart.Curve curve(Frontier frontier) {
        return new FrontierChart.Curve(
                frontier.strategy(),
                frontier.curve().stream()
                        .map(place -> new FrontierChart.Point(
                                FrontierText.trimmed(place.point().safety()),
                                place.costRatio(),
                                place.violationPercent()))
                        .toList());
    }

    /**
     * A chart for each lead and each group that has series.
     *
     * @param sweeps the sweeps; a strategy may occur at several leads, but once at each
     * @param statistic how the series become one number
     * @return the charts, by lead and then by group: all, regular, bursty
     * @throws IllegalArgumentException if a strategy occurs twice at a lead
     */
    public static List<FrontierChart> of(List<FrontierSweep> sweeps, Statistic statistic) {
        List<FrontierChart> charts = new ArrayList<>();
        for (Duration lead :
                new TreeSet<>(sweeps.stream().map(FrontierSweep::lead).toList())) {
            for (SeriesGroup group : SeriesGroup.values()) {
                List<Frontier> frontiers = sweeps.stream()
                        .filter(s -> s.lead().equals(lead))
                        .flatMap(s -> s.frontier(group, statistic).stream())
                        .toList();
                if (!frontiers.isEmpty()) {
                    charts.add(chart(title(lead, group, frontiers), note(statistic), frontiers));
                }
            }
        }
        return charts;
    }

    private static String title(Duration lead, SeriesGroup group, List<Frontier> frontiers) {
        int series = frontiers.get(0).cheapest().point().scores().size();
        Statistic statistic = frontiers.get(0).statistic();
        return "Lead " + FrontierText.trimmed(lead.toMillis() / 60_000.0) + " min, " + group + " (" + series
                + " series), " + statistic;
    }

    private static String note(Statistic statistic) {
        String figures = statistic == Statistic.MEDIAN ? "Medians" : "Means";
        return figures
                + " over the series: steps violated against cost, as a multiple of the cost of perfect foresight. Each point is"
                + " a value of the strategy's safety parameter that was run; points that another one of the same strategy beats are"
                + " left out.";
    }
}
