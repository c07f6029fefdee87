package io.headroom.benchmarks.data;

import de.siegmar.fastcsv.reader.CsvRecord;
import io.headroom.simulation.strategy.DemandClass;
import io.headroom.simulation.strategy.RunScore;
import io.headroom.simulation.strategy.frontier.FrontierPoint;
import io.headroom.simulation.strategy.frontier.FrontierSweep;
import io.headroom.simulation.strategy.frontier.SeriesScore;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

/**
 * The figures of every series at every point of a sweep: one row each, with all digits, so that a later run can be compared with
 * them. Figures have the names of the scorer's. Stateless and thread-safe.
 */
public final class ScoresFile {
    private static final List<String> KEY = List.of("strategy", "lead_min", "param", "class", "series");
    private static final List<String> FIGURES = List.of(
            "viol",
            "cost_ratio",
            "moves_ratio",
            "reversals",
            "unserved",
            "theta_u",
            "theta_o",
            "tau_u",
            "tau_o",
            "moves",
            "oracle_moves",
            "cost",
            "oracle_cost",
            "steps",
            "burst_index");
    private static final double MS_A_MINUTE = 60_000;

    private ScoresFile() {}

    /**
     * Starts a file with its header.
     *
     * @param file the file to write
     * @return the open file, to be given to {@link #write}
     * @throws BadInputException if it can't be written
     */
    public static CsvOutput create(Path file) {
        CsvOutput out = CsvOutput.open(file);
        List<String> header = new ArrayList<>(KEY);
        header.addAll(FIGURES);
        out.row(header);
        return out;
    }

    /**
     * Writes the rows of a point.
     *
     * @param out the open file
     * @param strategy the strategy
     * @param lead its boot lead
     * @param point the scores of its series
     */
    public static void write(CsvOutput out, String strategy, Duration lead, FrontierPoint point) {
        for (SeriesScore s : point.scores()) {
            RunScore score = s.score();
            List<String> row = new ArrayList<>(List.of(
                    strategy,
                    number(lead.toMillis() / MS_A_MINUTE),
                    Double.toString(point.safety()),
                    score.demandClass().name().toLowerCase(Locale.ROOT),
                    s.series()));
            for (double figure : new double[] {
                score.violationPercent(),
                score.costRatio(),
                score.movesRatio(),
                score.reversalsPerUnitDay(),
                score.unservedPercent(),
                score.thetaUnder(),
                score.thetaOver(),
                score.tauUnder(),
                score.tauOver(),
                score.moves(),
                score.oracleMoves(),
                score.cost(),
                score.oracleCost(),
                score.steps(),
                score.burstIndex()
            }) {
                row.add(number(figure));
            }
            out.row(row);
        }
    }

    private static String number(double value) {
        return value == Math.rint(value) && Math.abs(value) < 1e15
                ? Long.toString((long) value)
                : Double.toString(value);
    }

    /** Which sweep a row belongs to. */
    private record Key(String strategy, Duration lead) {}

    /**
     * Reads a file, gzipped or plain.
     *
     * @param file the file
     * @return its sweeps in the order in which they first occur, each with its points by rising parameter
     * @throws BadInputException if a column is missing, a value can't be one, or a series occurs twice at a point
     */
    public static List<FrontierSweep> read(Path file) {
        Map<Key, Map<Double, List<SeriesScore>>> rows = new LinkedHashMap<>();
        try (CsvInput in = CsvInput.open(file)) {
            if (!in.header().containsAll(KEY) || !in.header().containsAll(FIGURES)) {
                throw new BadInputException(file + ": header '" + String.join(",", in.header())
                        + "' must have the columns of a sweep's scores: " + String.join(",", KEY) + ",...");
            }
            while (in.hasNext()) {
                CsvRecord record = in.next();
                Row row = new Row(in, record);
                Key key = new Key(row.text("strategy"), row.lead());
                rows.computeIfAbsent(key, k -> new TreeMap<>())
                        .computeIfAbsent(row.number("param"), k -> new ArrayList<>())
                        .add(row.score());
            }
        }
        try {
            return rows.entrySet().stream()
                    .map(e -> sweep(e.getKey(), e.getValue()))
                    .toList();
        } catch (IllegalArgumentException e) {
            throw new BadInputException(file + ": " + e.getMessage(), e);
        }
    }

    private static FrontierSweep sweep(Key key, Map<Double, List<SeriesScore>> points) {
        List<FrontierPoint> all = new ArrayList<>();
        points.forEach((safety, scores) -> all.add(FrontierPoint.of(safety, scores)));
        return new FrontierSweep(key.strategy(), key.lead(), all);
    }

    private record Row(CsvInput in, CsvRecord record) {
        String text(String column) {
            return record.getField(in.header().indexOf(column));
        }

        double number(String column) {
            return in.number(text(column), column);
        }

        long whole(String column) {
            double value = number(column);
            if (value != Math.rint(value)) {
                throw in.problem(column + " is " + text(column) + ", but must be a whole number");
            }
            return (long) value;
        }

        Duration lead() {
            double minutes = number("lead_min");
            if (!(minutes > 0)) {
                throw in.problem("lead_min is 0, but must be above 0");
            }
            return Duration.ofMillis(Math.round(minutes * MS_A_MINUTE));
        }

        SeriesScore score() {
            RunScore score = new RunScore(
                    Math.toIntExact(whole("steps")),
                    number("viol"),
                    number("unserved"),
                    whole("cost"),
                    number("oracle_cost"),
                    number("cost_ratio"),
                    number("theta_u"),
                    number("theta_o"),
                    number("tau_u"),
                    number("tau_o"),
                    whole("moves"),
                    whole("oracle_moves"),
                    number("moves_ratio"),
                    number("reversals"),
                    number("burst_index"),
                    demandClass());
            return new SeriesScore(text("series"), score);
        }

        private DemandClass demandClass() {
            for (DemandClass each : DemandClass.values()) {
                if (each.name().toLowerCase(Locale.ROOT).equals(text("class"))) {
                    return each;
                }
            }
            throw in.problem("class is '" + text("class") + "', but must be regular or bursty");
        }
    }
}
