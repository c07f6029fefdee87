package io.headroom.benchmarks;

import io.headroom.benchmarks.data.CsvOutput;
import io.headroom.simulation.strategy.RunScore;
import io.headroom.simulation.strategy.frontier.FrontierPoint;
import io.headroom.simulation.strategy.frontier.SeriesGroup;
import io.headroom.simulation.strategy.frontier.SeriesScore;
import io.headroom.simulation.strategy.frontier.Statistic;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.ToDoubleFunction;

/** The summary of a sweep: a row for each point and class, median and mean of every figure. Not thread-safe. */
final class FrontierSummary implements AutoCloseable {
    private static final Map<String, ToDoubleFunction<RunScore>> FIGURES = figures();

    private final CsvOutput out;

    FrontierSummary(Path file) {
        this.out = CsvOutput.open(file);
        List<String> header = new ArrayList<>(List.of("strategy", "lead_min", "param", "class", "series"));
        for (String figure : FIGURES.keySet()) {
            header.add(figure + "_median");
            header.add(figure + "_mean");
        }
        header.addAll(List.of("moves", "worst_series", "worst_viol", "failed"));
        out.row(header);
    }

    private static Map<String, ToDoubleFunction<RunScore>> figures() {
        Map<String, ToDoubleFunction<RunScore>> figures = new LinkedHashMap<>();
        figures.put("viol", RunScore::violationPercent);
        figures.put("cost_ratio", RunScore::costRatio);
        figures.put("moves_ratio", RunScore::movesRatio);
        figures.put("reversals", RunScore::reversalsPerUnitDay);
        figures.put("unserved", RunScore::unservedPercent);
        figures.put("theta_u", RunScore::thetaUnder);
        figures.put("theta_o", RunScore::thetaOver);
        figures.put("tau_u", RunScore::tauUnder);
        figures.put("tau_o", RunScore::tauOver);
        return figures;
    }

    /**
     * Writes the rows of a point.
     *
     * @param point what was run
     * @param scores what came of it
     * @param failed number of series without a score
     */
    void write(SweepPoint point, FrontierPoint scores, int failed) {
        for (SeriesGroup group : SeriesGroup.values()) {
            scores.within(group).ifPresent(p -> out.row(row(point, group, p, failed)));
        }
    }

    private static List<String> row(SweepPoint point, SeriesGroup group, FrontierPoint scores, int failed) {
        List<String> row = new ArrayList<>(List.of(
                point.strategy().toString(),
                SweepPoint.minutes(point.lead()),
                Double.toString(point.safety()),
                group.toString(),
                Integer.toString(scores.scores().size())));
        for (ToDoubleFunction<RunScore> figure : FIGURES.values()) {
            row.add(decimals(scores.figure(Statistic.MEDIAN, figure)));
            row.add(decimals(scores.figure(Statistic.MEAN, figure)));
        }
        SeriesScore worst = scores.worst();
        row.add(Long.toString(
                scores.scores().stream().mapToLong(s -> s.score().moves()).sum()));
        row.add(worst.series());
        row.add(decimals(worst.score().violationPercent()));
        row.add(Integer.toString(failed));
        return row;
    }

    private static String decimals(double value) {
        return String.format(Locale.ROOT, "%.6f", value);
    }

    @Override
    public void close() {
        out.close();
    }
}
