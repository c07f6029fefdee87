package io.headroom.benchmarks.data;

import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Iterator;
import java.util.List;
import java.util.zip.GZIPInputStream;

/** Reads a CSV file row by row, unpacking it if its first bytes say that it is gzipped. Not thread-safe. */
final class CsvInput implements AutoCloseable {
    private static final int[] GZIP = {0x1f, 0x8b};

    private final Path file;
    private final CsvReader<CsvRecord> reader;
    private final Iterator<CsvRecord> rows;
    private final List<String> header;
    private long line;

    private CsvInput(Path file, CsvReader<CsvRecord> reader) {
        this.file = file;
        this.reader = reader;
        this.rows = reader.iterator();
        this.header = hasNext() ? next().getFields() : List.of();
    }

    /**
     * Opens a file and reads its header.
     *
     * @throws BadInputException if it can't be read
     */
    static CsvInput open(Path file) {
        if (!Files.isReadable(file) || Files.isDirectory(file)) {
            throw new BadInputException(file + ": there is no such file, or it can't be read");
        }
        try {
            InputStream bytes = unpacked(new BufferedInputStream(Files.newInputStream(file)));
            return new CsvInput(file, CsvReader.builder().ofCsvRecord(bytes, StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new BadInputException(file + ": " + e.getMessage(), e);
        }
    }

    private static InputStream unpacked(BufferedInputStream bytes) throws IOException {
        bytes.mark(GZIP.length);
        boolean packed = bytes.read() == GZIP[0] && bytes.read() == GZIP[1];
        bytes.reset();
        return packed ? new GZIPInputStream(bytes) : bytes;
    }

    List<String> header() {
        return header;
    }

    boolean hasNext() {
        try {
            return rows.hasNext();
        } catch (CsvParseException | UncheckedIOException e) {
            throw unreadable(e);
        }
    }

    CsvRecord next() {
        try {
            CsvRecord row = rows.next();
            line = row.getStartingLineNumber();
            return row;
        } catch (CsvParseException | UncheckedIOException e) {
            throw unreadable(e);
        }
    }

    private BadInputException unreadable(RuntimeException e) {
        Throwable cause = e.getCause() == null ? e : e.getCause();
        return new BadInputException(file + ", after line " + line + ": " + cause.getMessage(), e);
    }

    /** What to say of the row that was read last. */
    BadInputException problem(String what) {
        return new BadInputException(file + ", line " + line + ": " + what);
    }

    /** A number that is finite and not negative, as every rate and size is. */
    double number(String text, String what) {
        double value = parse(text, what);
        if (!(value >= 0 && value < Double.POSITIVE_INFINITY)) {
            throw problem(what + " is " + text + ", but must be finite and 0 or more");
        }
        return value;
    }

    /** A finite number of either sign. */
    double finite(String text, String what) {
        double value = parse(text, what);
        if (Double.isNaN(value) || Double.isInfinite(value)) {
            throw problem(what + " is " + text + ", but must be finite");
        }
        return value;
    }

    private double parse(String text, String what) {
        try {
            return Double.parseDouble(text);
        } catch (NumberFormatException e) {
            throw problem(what + " is '" + text + "', but must be a number or empty");
        }
    }

    @Override
    public void close() {
        try {
            reader.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
