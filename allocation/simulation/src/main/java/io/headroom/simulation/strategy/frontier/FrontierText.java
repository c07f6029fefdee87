package io.headroom.simulation.strategy.frontier;

import io.headroom.simulation.internal.TextTable;
import io.headroom.simulation.strategy.RunScore;
import io.headroom.simulation.strategy.frontier.Dominance.Verdict;
import io.headroom.simulation.strategy.frontier.PairedBootstrap.Difference;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;

/** Frontiers and comparisons as plain text for a terminal, with points as decimal marks. Stateless and thread-safe. */
public final class FrontierText {
    private static final String UNREACHED = "-";
    private static final String IN = "  ";

    private FrontierText() {}

    /**
     * Both readings of every frontier: a block for each lead, group and statistic, a line for each strategy. The mean of a single series
     * is left out.
     *
     * @param sweeps the sweeps, in the order in which strategies are to be listed
     * @return lines of text; a dash where a curve does not reach
     */
    public static String readings(List<FrontierSweep> sweeps) {
        StringBuilder text = new StringBuilder();
        for (Duration lead :
                new TreeSet<>(sweeps.stream().map(FrontierSweep::lead).toList())) {
            for (SeriesGroup group : SeriesGroup.values()) {
                for (Statistic statistic : Statistic.values()) {
                    List<Frontier> frontiers = sweeps.stream()
                            .filter(s -> s.lead().equals(lead))
                            .flatMap(s -> s.frontier(group, statistic).stream())
                            .toList();
                    if (!frontiers.isEmpty() && (statistic == Statistic.MEDIAN || series(frontiers) > 1)) {
                        text.append(title(lead, group, frontiers))
                                .append(", ")
                                .append(statistic)
                                .append('\n');
                        text.append(readingsTable(frontiers));
                    }
                }
            }
        }
        return text.toString();
    }

    private static String title(Duration lead, SeriesGroup group, List<Frontier> frontiers) {
        return "lead " + minutes(lead) + ", " + group + " (" + series(frontiers) + " series)";
    }

    private static int series(List<Frontier> frontiers) {
        return frontiers.get(0).cheapest().point().scores().size();
    }

    private static TextTable readingsTable(List<Frontier> frontiers) {
        TextTable table = new TextTable(IN, 1);
        List<String> heading = new ArrayList<>(List.of("strategy", "points", "viol. from", "to"));
        Readings.VIOLATIONS.forEach(v -> heading.add("cost at " + trimmed(v) + "%"));
        Readings.COSTS.forEach(c -> heading.add("viol. at " + decimals(c, 2)));
        table.row(heading);
        for (Frontier frontier : frontiers) {
            Readings readings = Readings.of(frontier);
            List<String> row = new ArrayList<>(List.of(
                    frontier.strategy(),
                    Integer.toString(frontier.curve().size()),
                    decimals(frontier.safest().violationPercent(), 3),
                    decimals(frontier.cheapest().violationPercent(), 3)));
            readings.costs().forEach(c -> row.add(decimals(c, 3)));
            readings.violations().forEach(v -> row.add(decimals(v, 3)));
            table.row(row);
        }
        return table;
    }

    /**
     * A comparison: what may be claimed, where curves meet, the pairs of points with their intervals, and moves.
     *
     * @param comparison the comparison
     * @return lines of text
     */
    public static String comparison(FrontierComparison comparison) {
        FrontierComparison c = comparison;
        StringBuilder text = new StringBuilder();
        text.append(c.a().strategy()).append(" over ").append(c.b().strategy());
        text.append(", lead ").append(minutes(c.lead())).append(", ").append(c.group());
        text.append(" (")
                .append(c.series())
                .append(" series): ")
                .append(words(c.claim()))
                .append('\n');
        dominance(text, c, Statistic.MEDIAN, c.medians());
        dominance(text, c, Statistic.MEAN, c.means());
        if (!c.pairs().isEmpty()) {
            text.append(pairs(c));
        }
        if (!c.moves().isEmpty()) {
            text.append(moves(c));
        }
        return text.toString();
    }

    private static String words(FrontierComparison.Claim claim) {
        return switch (claim) {
            case SIGNIFICANT -> "dominates, significantly";
            case TOO_FEW_SERIES ->
                "dominates; fewer than " + FrontierComparison.ENOUGH_SERIES
                        + " series, so intervals are indicative only";
            case NOT_SIGNIFICANT -> "dominates, not significantly";
            case NONE -> "does not dominate";
        };
    }

    private static void dominance(StringBuilder text, FrontierComparison c, Statistic statistic, Dominance dominance) {
        text.append(IN)
                .append(statistic)
                .append(": of ")
                .append(points(dominance.points().size()));
        text.append(" of ").append(c.b().strategy()).append(' ');
        text.append(dominance.points(Verdict.DOMINATED).size()).append(" dominated, ");
        text.append(dominance.points(Verdict.ABOVE).size()).append(" only above the curve, ");
        text.append(dominance.points(Verdict.REACHED).size()).append(" on or below it, ");
        text.append(dominance.points(Verdict.OUTSIDE).size()).append(" outside the common range\n");
        for (Verdict verdict : List.of(Verdict.ABOVE, Verdict.REACHED)) {
            for (Frontier.Place place : dominance.points(verdict)) {
                text.append(IN).append(IN).append(verdict == Verdict.ABOVE ? "above only: " : "on or below: ");
                text.append(c.b().strategy())
                        .append(' ')
                        .append(trimmed(place.point().safety()));
                text.append(" at ").append(decimals(place.costRatio(), 3)).append(" x, ");
                text.append(decimals(place.violationPercent(), 3)).append(" %\n");
            }
        }
    }

    private static TextTable pairs(FrontierComparison c) {
        TextTable table = new TextTable(IN + IN, 1);
        table.row(
                "gain",
                c.a().strategy(),
                c.b().strategy(),
                "cost, median",
                "95 %",
                "cost, mean",
                "95 %",
                "viol., median",
                "95 %",
                "viol., mean",
                "95 %",
                "");
        for (PairClaim pair : c.pairs()) {
            List<String> row = new ArrayList<>();
            row.add(pair.gain() == PairClaim.Gain.COST ? "cheaper" : "safer");
            row.add(trimmed(pair.a().safety()));
            row.add(trimmed(pair.b().safety()));
            Stream.of(pair.costMedian(), pair.costMean(), pair.violationMedian(), pair.violationMean())
                    .forEach(d -> row.addAll(List.of(signed(d.value()), interval(d))));
            row.add(pair.holds() ? "holds" : "open");
            table.row(row);
        }
        return table;
    }

    private static TextTable moves(FrontierComparison c) {
        TextTable table = new TextTable(IN + IN, 0);
        table.row(
                c.a().strategy(),
                "against " + c.b().strategy(),
                "moves / oracle",
                "against",
                "share",
                "reversals a unit-day",
                "against",
                "share");
        for (FrontierComparison.Rivals rivals : c.moves()) {
            double movesA = rivals.a().figure(Statistic.MEDIAN, RunScore::movesRatio);
            double movesB = rivals.b().figure(Statistic.MEDIAN, RunScore::movesRatio);
            double reversalsA = rivals.a().figure(Statistic.MEDIAN, RunScore::reversalsPerUnitDay);
            double reversalsB = rivals.b().figure(Statistic.MEDIAN, RunScore::reversalsPerUnitDay);
            table.row(
                    trimmed(rivals.a().safety()),
                    trimmed(rivals.b().safety()),
                    decimals(movesA, 3),
                    decimals(movesB, 3),
                    share(movesA, movesB),
                    decimals(reversalsA, 3),
                    decimals(reversalsB, 3),
                    share(reversalsA, reversalsB));
        }
        return table;
    }

    /**
     * Two strategies series by series: the table to give where there are too few series for intervals.
     *
     * @param a the sweep that may dominate
     * @param b the sweep that may be dominated; of the same lead and the same series
     * @param group which series
     * @return lines of text
     */
    public static String bySeries(FrontierSweep a, FrontierSweep b, SeriesGroup group) {
        TextTable table = new TextTable(IN + IN, 2);
        List<String> heading = new ArrayList<>(List.of("series", a.strategy() + " over " + b.strategy()));
        for (double violation : Readings.VIOLATIONS) {
            heading.add("cost at " + trimmed(violation) + "%");
            heading.add("against");
        }
        table.row(heading);
        Set<String> names = new LinkedHashSet<>();
        a.points()
                .forEach(p -> p.within(group).stream()
                        .flatMap(q -> q.scores().stream())
                        .forEach(s -> names.add(s.series())));
        for (String name : names) {
            Optional<Frontier> first = ofSeries(a, name);
            Optional<Frontier> second = ofSeries(b, name);
            if (first.isPresent() && second.isPresent()) {
                table.row(seriesRow(name, first.get(), second.get()));
            }
        }
        return table.toString();
    }

    private static Optional<Frontier> ofSeries(FrontierSweep sweep, String name) {
        return sweep.only(name::equals).flatMap(s -> s.frontier(SeriesGroup.ALL, Statistic.MEDIAN));
    }

    private static List<String> seriesRow(String name, Frontier a, Frontier b) {
        Dominance dominance = Dominance.of(a, b);
        List<String> row = new ArrayList<>();
        row.add(name);
        row.add(
                dominance.holds()
                        ? "dominates"
                        : dominance.points(Verdict.REACHED).isEmpty() ? "above only" : "no");
        for (double violation : Readings.VIOLATIONS) {
            row.add(decimals(a.costAt(violation), 3));
            row.add(decimals(b.costAt(violation), 3));
        }
        return row;
    }

    /** A lead in minutes, such as "5 min". */
    private static String minutes(Duration lead) {
        return trimmed(lead.toMillis() / 60_000.0) + " min";
    }

    private static String points(int n) {
        return n + (n == 1 ? " point" : " points");
    }

    private static String share(double a, double b) {
        return b > 0 ? decimals(a / b, 3) : UNREACHED;
    }

    private static String interval(Difference difference) {
        return difference
                .interval()
                .map(i -> "[" + signed(i.low()) + ", " + signed(i.high()) + "]")
                .orElse(UNREACHED);
    }

    private static String signed(double value) {
        return String.format(Locale.ROOT, "%+.4f", value);
    }

    private static String decimals(OptionalDouble value, int digits) {
        return value.isPresent() ? decimals(value.getAsDouble(), digits) : UNREACHED;
    }

    private static String decimals(double value, int digits) {
        return String.format(Locale.ROOT, "%." + digits + "f", value);
    }

    /** A setting as it was given: no more digits than it needs. */
    static String trimmed(double value) {
        return value == Math.rint(value) && Math.abs(value) < 1e9
                ? Long.toString((long) value)
                : Double.toString(value);
    }
}
