package io.headroom.benchmarks.data;

import de.siegmar.fastcsv.reader.CsvRecord;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * A value of an input file with its time stamp as it is written there; of either sign. Immutable and thread-safe.
 *
 * @param series the name of its series
 * @param timestamp its time stamp, not read
 * @param text the value as it is written; empty if missing
 * @param value the value, NaN if missing
 */
public record StampedValue(String series, String timestamp, String text, double value) {
    /**
     * Reads a file of any layout, gzipped or plain.
     *
     * @param file the file
     * @return its values in the order of the file; those of a wide one row by row
     * @throws BadInputException if the file can't be read, its header is unknown, or a value is no finite number
     */
    public static List<StampedValue> read(Path file) {
        try (CsvInput rows = CsvInput.open(file)) {
            List<String> header = rows.header();
            List<StampedValue> values = new ArrayList<>();
            if (Layout.of(header).orElseThrow(() -> Layout.unknown(file, header)) == Layout.LONG) {
                readLong(rows, values);
            } else {
                readWide(rows, values);
            }
            if (values.isEmpty()) {
                throw new BadInputException(file + ": no series");
            }
            return values;
        }
    }

    private static void readLong(CsvInput rows, List<StampedValue> values) {
        List<String> header = rows.header();
        int series = header.indexOf("series");
        int value = header.indexOf("value");
        int time = header.contains("timestamp") ? header.indexOf("timestamp") : header.indexOf("t");
        while (rows.hasNext()) {
            CsvRecord row = rows.next();
            values.add(of(rows, row.getField(series), row.getField(time), row.getField(value)));
        }
    }

    private static void readWide(CsvInput rows, List<StampedValue> values) {
        List<String> header = rows.header();
        while (rows.hasNext()) {
            CsvRecord row = rows.next();
            for (int i = 1; i < header.size(); i++) {
                values.add(of(rows, header.get(i), row.getField(0), row.getField(i)));
            }
        }
    }

    private static StampedValue of(CsvInput rows, String series, String time, String text) {
        double value = text.isEmpty() ? Double.NaN : rows.finite(text, "value of series '" + series + "'");
        return new StampedValue(series, time, text, value);
    }
}
