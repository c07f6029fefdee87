package io.headroom.benchmarks.data;

import de.siegmar.fastcsv.reader.CsvRecord;
import io.headroom.core.RateSeries;
import io.headroom.core.TimeGrid;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * The series of an input file. An empty field is a missing value. The order of the rows is the grid: time stamps are not
 * read, so a long file with gaps, repeated or backward time stamps is taken one step a row. Immutable and thread-safe.
 *
 * @param layout how the file holds them
 * @param series the series, in the order in which they first occur
 */
public record SeriesFile(Layout layout, List<NamedSeries> series) {
    private static final TimeGrid ORDER = TimeGrid.of(Duration.ofMinutes(1));

    /** Copies the list. */
    public SeriesFile {
        series = List.copyOf(series);
    }

    /**
     * Reads a file, gzipped or plain.
     *
     * @param file the file
     * @param wanted names of the series to read; empty means all. Values of others are not looked at
     * @return its series, at least one
     * @throws BadInputException if the file can't be read, its header is unknown, a value is negative or no number, or a
     *     wanted series is not there
     */
    public static SeriesFile read(Path file, Set<String> wanted) {
        SeriesFile content = readAny(file, wanted);
        Set<String> lost = new LinkedHashSet<>(wanted);
        content.series().forEach(s -> lost.remove(s.name()));
        if (!lost.isEmpty()) {
            throw new BadInputException(file + ": no series named " + lost);
        }
        return content;
    }

    /**
     * Reads a file, gzipped or plain, for one of several that the wanted series may be in.
     *
     * @param file the file
     * @param wanted names of the series to read, if they are there; empty means all. Values of others are not looked at
     * @return those of its series that are wanted; at least one if all are
     * @throws BadInputException if the file can't be read, its header is unknown, a value is negative or no number, or it has no
     *     series
     */
    public static SeriesFile readAny(Path file, Set<String> wanted) {
        Map<String, Values> columns = new LinkedHashMap<>();
        Layout layout;
        try (CsvInput rows = CsvInput.open(file)) {
            List<String> header = rows.header();
            layout = Layout.of(header).orElseThrow(() -> Layout.unknown(file, header));
            if (layout == Layout.LONG) {
                readLong(rows, wanted, columns);
            } else {
                readWide(rows, wanted, columns);
            }
        }
        if (wanted.isEmpty() && columns.isEmpty()) {
            throw new BadInputException(file + ": no series");
        }
        List<NamedSeries> series = new ArrayList<>();
        columns.forEach((name, values) -> series.add(new NamedSeries(name, RateSeries.of(ORDER, 0, values.toArray()))));
        return new SeriesFile(layout, series);
    }

    private static void readLong(CsvInput rows, Set<String> wanted, Map<String, Values> columns) {
        int name = rows.header().indexOf("series");
        int value = rows.header().indexOf("value");
        while (rows.hasNext()) {
            CsvRecord row = rows.next();
            String series = row.getField(name);
            if (wanted.isEmpty() || wanted.contains(series)) {
                columns.computeIfAbsent(series, key -> new Values()).add(value(rows, series, row.getField(value)));
            }
        }
    }

    private static void readWide(CsvInput rows, Set<String> wanted, Map<String, Values> columns) {
        List<String> header = rows.header();
        List<Integer> used = new ArrayList<>();
        for (int i = 1; i < header.size(); i++) {
            if (wanted.isEmpty() || wanted.contains(header.get(i))) {
                used.add(i);
                columns.put(header.get(i), new Values());
            }
        }
        while (rows.hasNext()) {
            CsvRecord row = rows.next();
            for (int i : used) {
                String series = header.get(i);
                columns.computeIfAbsent(series, key -> new Values()).add(value(rows, series, row.getField(i)));
            }
        }
    }

    private static double value(CsvInput rows, String series, String text) {
        return text.isEmpty() ? Double.NaN : rows.number(text, "value of series '" + series + "'");
    }
}
