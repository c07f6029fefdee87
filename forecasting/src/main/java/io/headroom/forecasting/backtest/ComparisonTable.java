package io.headroom.forecasting.backtest;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;

/** The comparison of predictors as rows of text, for people to read. Immutable and thread-safe. */
public final class ComparisonTable {
    private final List<String> header;
    private final List<List<String>> rows;
    private final List<Integer> breaks;
    private final List<String> notes;

    private ComparisonTable(List<String> header, List<List<String>> rows, List<Integer> breaks, List<String> notes) {
        this.header = List.copyOf(header);
        this.rows = List.copyOf(rows);
        this.breaks = List.copyOf(breaks);
        this.notes = List.copyOf(notes);
    }

    static ComparisonTable of(BacktestResult result) {
        TableCells cells = new TableCells(result);
        List<List<String>> rows = result.predictors().stream().map(cells::row).toList();
        return new ComparisonTable(cells.header(), rows, cells.breaks(), notes(result));
    }

    private static List<String> notes(BacktestResult result) {
        List<String> notes = new ArrayList<>();
        Scores scores = result.best().scores();
        notes.add(String.format(
                Locale.ROOT,
                "%,d series, %,d origins, horizon %d, stride %d, season %d, %s; %,d points scored, %,d missing.",
                result.best().series().size(),
                result.origins(),
                result.horizon(),
                result.stride(),
                result.season(),
                result.refitEvery() == 0 ? "fitted once" : "fitted every " + result.refitEvery() + " origin(s)",
                scores.points(),
                scores.missing()));
        notes.add("Ranked by " + result.primary().label() + "; skill = 1 - "
                + result.primary().label()
                + " / that of " + result.baseline().label() + "; cover, width and MSIS of the "
                + TableCells.percent(result.interval()) + " interval; wQL over "
                + result.quantiles().stream().map(String::valueOf).collect(Collectors.joining(", ")) + ".");
        notes.add("vs best: 95 % paired bootstrap interval over series of the difference in "
                + result.primary().label() + "; one above 0 is clear; fewer than 5 series have none.");
        int unscaled = scores.series() - scores.scaledSeries();
        if (unscaled > 0) {
            notes.add(unscaled + " series have no scale (constant, or shorter than a season) and no scaled scores.");
        }
        if (!result.skipped().isEmpty()) {
            Map.Entry<?, String> first = result.skipped().entrySet().iterator().next();
            notes.add(result.skipped().size() + " series were skipped; " + first.getKey() + ": " + first.getValue()
                    + ".");
        }
        for (PredictorResult p : result.predictors()) {
            if (!p.failures().isEmpty()) {
                FailedForecast first = p.failures().get(0);
                notes.add(p.label() + " failed " + p.failures().size()
                        + " time(s), scored as the seasonal naive forecast; first: " + first.series() + " at "
                        + first.origin() + ", " + first.stage() + ": "
                        + first.message().replaceAll("\\s*\\R\\s*", " ").strip());
            }
        }
        return notes;
    }

    /**
     * The headings.
     *
     * @return one for each column
     */
    public List<String> header() {
        return header;
    }

    /**
     * The rows, best predictor first.
     *
     * @return one cell for each column
     */
    public List<List<String>> rows() {
        return rows;
    }

    /**
     * Where a narrow page may break the columns, each part with the first two columns repeated: the scores of means, those of distributions,
     * and the work.
     *
     * @return the first column of each part, rising
     */
    public List<Integer> breaks() {
        return breaks;
    }

    /**
     * What a reader has to know besides: the plan of the backtest, skipped series, failures.
     *
     * @return sentences
     */
    public List<String> notes() {
        return notes;
    }

    /**
     * The table in columns of equal width, for a terminal or a log.
     *
     * @return lines, each ended by a line feed
     */
    public String text() {
        List<List<String>> all = new ArrayList<>();
        all.add(header);
        all.addAll(rows);
        int[] width = new int[header.size()];
        all.forEach(row -> {
            for (int c = 0; c < width.length; c++) {
                width[c] = Math.max(width[c], row.get(c).length());
            }
        });
        StringBuilder text = new StringBuilder();
        for (List<String> row : all) {
            StringBuilder line = new StringBuilder();
            for (int c = 0; c < width.length; c++) {
                String padding = " ".repeat(width[c] - row.get(c).length());
                line.append(c > 0 ? "  " : "")
                        .append(c == TableCells.NAME ? row.get(c) + padding : padding + row.get(c));
            }
            text.append(line.toString().stripTrailing()).append('\n');
        }
        notes.forEach(note -> text.append(note).append('\n'));
        return text.toString();
    }

    /**
     * The table in Markdown.
     *
     * @return lines, each ended by a line feed
     */
    public String markdown() {
        List<String> rule = new ArrayList<>(Collections.nCopies(header.size(), "---:"));
        rule.set(TableCells.NAME, "---");
        StringBuilder text = new StringBuilder();
        line(text, header);
        line(text, rule);
        rows.forEach(row -> line(text, row));
        text.append('\n');
        notes.forEach(note -> text.append(note.replace("|", "\\|")).append("  \n"));
        return text.toString();
    }

    private static void line(StringBuilder text, List<String> cells) {
        text.append("| ")
                .append(cells.stream().map(c -> c.replace("|", "\\|")).collect(Collectors.joining(" | ")))
                .append(" |\n");
    }

    @Override
    public String toString() {
        return text();
    }
}
