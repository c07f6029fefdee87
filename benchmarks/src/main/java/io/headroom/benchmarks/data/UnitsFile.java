package io.headroom.benchmarks.data;

import de.siegmar.fastcsv.reader.CsvRecord;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * The size of a unit, and perhaps the start of the evaluation, of each series: columns {@code series},
 * {@code unit_capacity} and {@code t0_index}, which may be left out or empty; others are left aside. Immutable and
 * thread-safe.
 *
 * @param units what is known of each series by name
 */
public record UnitsFile(Map<String, Unit> units) {
    /**
     * The unit of one series.
     *
     * @param capacity demand per step that a ready unit serves within its objective; above 0
     * @param firstRow first evaluated row of the input, from 0
     */
    public record Unit(double capacity, OptionalInt firstRow) {}

    /** Copies the map. */
    public UnitsFile {
        units = Map.copyOf(units);
    }

    /**
     * Reads a file, gzipped or plain.
     *
     * @param file the file
     * @return its units
     * @throws BadInputException if a column is missing, or a number is none or outside its range
     */
    public static UnitsFile read(Path file) {
        Map<String, Unit> units = new LinkedHashMap<>();
        try (CsvInput rows = CsvInput.open(file)) {
            int series = rows.header().indexOf("series");
            int capacity = rows.header().indexOf("unit_capacity");
            int start = rows.header().indexOf("t0_index");
            if (series < 0 || capacity < 0) {
                throw new BadInputException(file + ": header '" + String.join(",", rows.header())
                        + "' must have the columns series and unit_capacity");
            }
            while (rows.hasNext()) {
                CsvRecord row = rows.next();
                double size = rows.number(row.getField(capacity), "unit_capacity");
                if (!(size > 0)) {
                    throw rows.problem("unit_capacity is 0, but must be above 0");
                }
                OptionalInt first = start < 0 || row.getField(start).isEmpty()
                        ? OptionalInt.empty()
                        : OptionalInt.of(whole(rows, row.getField(start)));
                if (units.put(row.getField(series), new Unit(size, first)) != null) {
                    throw rows.problem("series '" + row.getField(series) + "' has a second unit");
                }
            }
        }
        return new UnitsFile(units);
    }

    private static int whole(CsvInput rows, String text) {
        double value = rows.number(text, "t0_index");
        if (value != Math.rint(value) || value > Integer.MAX_VALUE) {
            throw rows.problem("t0_index is " + text + ", but must be a whole number of rows");
        }
        return (int) value;
    }

    /**
     * The unit of a series.
     *
     * @param series its name
     * @return its unit; empty if the file has none
     */
    public Optional<Unit> unit(String series) {
        return Optional.ofNullable(units.get(series));
    }

    /**
     * Starts a file with its header.
     *
     * @param file the file to write
     * @return the open file, to be given to {@link #write}
     * @throws BadInputException if it can't be written
     */
    public static CsvOutput create(Path file) {
        CsvOutput out = CsvOutput.open(file);
        out.row(List.of("series", "unit_capacity", "t0_index"));
        return out;
    }

    /**
     * Writes the row of a series.
     *
     * @param out the open file
     * @param series name of the series
     * @param capacity demand per step that a ready unit serves within its objective
     * @param firstRow first evaluated row of the input, from 0
     */
    public static void write(CsvOutput out, String series, double capacity, int firstRow) {
        out.row(List.of(series, Double.toString(capacity), Integer.toString(firstRow)));
    }
}
