package io.headroom.examples.flights;

import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvRecord;
import io.headroom.core.Checks;
import io.headroom.core.Region;
import io.headroom.core.TransactionRecord;
import io.headroom.core.TransactionType;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.Supplier;
import java.util.regex.Pattern;

/**
 * Turns the rows of the resource into records. A row holds the minutes since the row before (the first one counts from
 * {@link FlightRecords#START}), origin, destination and carrier. Not thread-safe.
 */
final class FlightRows implements Iterator<TransactionRecord> {
    private static final List<String> HEADER = List.of("minutes_since_previous", "origin", "destination", "carrier");

    /** The year and one day: no flight was a day late on New Year's Eve. */
    private static final long LAST_MINUTE = 366L * 24 * 60;

    private static final Pattern AIRPORT = Pattern.compile("[A-Z]{3}");
    private static final Pattern CARRIER = Pattern.compile("[A-Z0-9]{2}");

    private final String source;
    private final Iterator<CsvRecord> rows;
    private final Map<String, Region> airports = new HashMap<>();
    private final Map<String, TransactionType> carriers = new HashMap<>();
    private long line;
    private long row;
    private long minute;

    /**
     * Reads and checks the header.
     *
     * @param source file name, for messages
     * @param rows the rows, header first
     * @throws IllegalArgumentException if the first row is not the header
     * @throws UncheckedIOException if the first row cannot be read
     */
    FlightRows(String source, Iterator<CsvRecord> rows) {
        this.source = source;
        this.rows = rows;
        List<String> header = hasNext() ? read(rows::next).getFields() : List.of();
        line = 1;
        if (!header.equals(HEADER)) {
            throw problem("header " + header, "must be " + HEADER, "this is another file, or one of another version");
        }
    }

    @Override
    public boolean hasNext() {
        return read(rows::hasNext);
    }

    @Override
    public TransactionRecord next() {
        if (!hasNext()) {
            throw new NoSuchElementException(source + " has no row after line " + line);
        }
        CsvRecord fields = read(rows::next);
        line = fields.getStartingLineNumber();
        if (fields.getFieldCount() != HEADER.size()) {
            throw problem(
                    "row " + fields.getFields(),
                    "must have the " + HEADER.size() + " fields " + HEADER,
                    "the line was cut short or two lines were joined");
        }
        minute += minutes(fields.getField(0));
        Region origin = airport(fields.getField(1), HEADER.get(1));
        Region destination = airport(fields.getField(2), HEADER.get(2));
        if (origin.equals(destination)) {
            throw problem("destination '" + destination + "'", "must differ from the origin", "a column was copied");
        }
        row++;
        return new TransactionRecord(
                origin,
                destination,
                timestamp(fields.getField(0)),
                carrier(fields.getField(3)),
                Optional.of(Long.toString(row)),
                OptionalLong.empty());
    }

    private int minutes(String text) {
        int value = -1;
        try {
            value = Integer.parseInt(text);
        } catch (NumberFormatException ignored) {
            // Stays negative, which is refused below with the line and the text.
        }
        if (value < 0) {
            throw problem(
                    HEADER.get(0) + " '" + text + "'",
                    "must be a whole number of 0 or more",
                    "the rows are not sorted by departure or the columns were reordered");
        }
        return value;
    }

    private Instant timestamp(String text) {
        if (minute > LAST_MINUTE) {
            throw problem(
                    HEADER.get(0) + " '" + text + "', which leads to minute " + minute,
                    "must not lead past minute " + LAST_MINUTE,
                    "the column holds minutes since the start instead of minutes since the row before");
        }
        return FlightRecords.START.plusSeconds(minute * 60);
    }

    private Region airport(String code, String column) {
        Region known = airports.get(code);
        if (known != null) {
            return known;
        }
        if (!AIRPORT.matcher(code).matches()) {
            throw problem(column + " '" + code + "'", "must be three capital letters", "the columns were reordered");
        }
        Region region = Region.of(code);
        airports.put(code, region);
        return region;
    }

    private TransactionType carrier(String code) {
        TransactionType known = carriers.get(code);
        if (known != null) {
            return known;
        }
        if (!CARRIER.matcher(code).matches()) {
            throw problem(
                    HEADER.get(3) + " '" + code + "'",
                    "must be two capital letters or digits",
                    "the name of the airline was written instead of its code");
        }
        TransactionType type = TransactionType.of(code);
        carriers.put(code, type);
        return type;
    }

    /** Calls the CSV reader, which reports the state of the bytes in exceptions of its own. */
    private <T> T read(Supplier<T> step) {
        try {
            return step.get();
        } catch (UncheckedIOException e) {
            throw new UncheckedIOException(
                    Checks.message(after(), "must be followed by readable bytes", "the file was cut short"),
                    e.getCause());
        } catch (CsvParseException e) {
            throw new IllegalArgumentException(
                    Checks.message(after(), "must be followed by a row of CSV", "a quote was opened and not closed"),
                    e);
        }
    }

    private String after() {
        return source + " line " + line;
    }

    private IllegalArgumentException problem(String what, String bound, String maybe) {
        return new IllegalArgumentException(Checks.message(source + " line " + line + ": " + what, bound, maybe));
    }
}
