package io.headroom.simulation.report;

import java.util.List;

/**
 * A row of big numbers. Immutable.
 *
 * @param title the heading, not blank
 * @param note a sentence under it, may be empty
 * @param tiles the numbers, at least one
 */
public record KeyFigures(String title, String note, List<Tile> tiles) implements ReportSection {

    /**
     * Copies the list.
     *
     * @param title the heading, not blank
     * @param note a sentence under it, may be empty
     * @param tiles the numbers, at least one
     * @throws IllegalArgumentException if the title is blank or there is no tile
     */
    public KeyFigures {
        Checks.text("title of key figures", title);
        Checks.present("note of \"" + title + "\"", note);
        tiles = List.copyOf(tiles);
        if (tiles.isEmpty()) {
            throw Checks.refused(
                    "key figures \"" + title + "\" has 0 tiles, needs at least 1", "the run produced no result.");
        }
    }

    /**
     * One number.
     *
     * @param label what it is, not blank
     * @param value the number as it is to be read, not blank
     * @param unit its unit, may be empty
     * @param hint what to compare it with, may be empty
     */
    public record Tile(String label, String value, String unit, String hint) {

        /**
         * Checks the parts.
         *
         * @param label what it is, not blank
         * @param value the number as it is to be read, not blank
         * @param unit its unit, may be empty
         * @param hint what to compare it with, may be empty
         * @throws IllegalArgumentException if the label or the value is blank
         */
        public Tile {
            Checks.text("label of tile", label);
            Checks.text("value of tile \"" + label + "\"", value);
            Checks.present("unit of tile \"" + label + "\"", unit);
            Checks.present("hint of tile \"" + label + "\"", hint);
        }
    }
}
