package io.headroom.simulation.internal;

import java.util.ArrayList;
import java.util.List;

/** Lines of text in columns: the first ones to the left, the others, which hold numbers, to the right. Not thread-safe. */
public final class TextTable {
    private static final String GAP = "  ";

    private final String indent;
    private final int leftColumns;
    private final List<List<String>> rows = new ArrayList<>();

    /**
     * An empty table.
     *
     * @param indent what each line begins with
     * @param leftColumns number of columns that are set to the left
     */
    public TextTable(String indent, int leftColumns) {
        this.indent = indent;
        this.leftColumns = leftColumns;
    }

    /**
     * Adds a row.
     *
     * @param cells its cells; rows may differ in their number
     * @return this
     */
    public TextTable row(List<String> cells) {
        rows.add(List.copyOf(cells));
        return this;
    }

    /**
     * Adds a row.
     *
     * @param cells its cells; rows may differ in their number
     * @return this
     */
    public TextTable row(String... cells) {
        return row(List.of(cells));
    }

    /** The lines, each with a line feed at its end and without blanks there. */
    @Override
    public String toString() {
        List<Integer> widths = new ArrayList<>();
        for (List<String> row : rows) {
            for (int c = 0; c < row.size(); c++) {
                if (c == widths.size()) {
                    widths.add(0);
                }
                widths.set(c, Math.max(widths.get(c), row.get(c).length()));
            }
        }
        StringBuilder text = new StringBuilder();
        for (List<String> row : rows) {
            StringBuilder line = new StringBuilder(indent);
            for (int c = 0; c < row.size(); c++) {
                String blanks = " ".repeat(widths.get(c) - row.get(c).length());
                line.append(c == 0 ? "" : GAP);
                line.append(c < leftColumns ? row.get(c) + blanks : blanks + row.get(c));
            }
            text.append(line.toString().stripTrailing()).append('\n');
        }
        return text.toString();
    }
}
