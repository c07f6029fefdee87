package io.headroom.benchmarks.data;

import de.siegmar.fastcsv.writer.CsvWriter;
import de.siegmar.fastcsv.writer.LineDelimiter;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.zip.GZIPOutputStream;

/** Writes a CSV file, gzipped if its name ends in {@code .gz}. Not thread-safe. */
public final class CsvOutput implements AutoCloseable {
    private final CsvWriter writer;

    private CsvOutput(CsvWriter writer) {
        this.writer = writer;
    }

    /**
     * Makes the file, or empties it.
     *
     * @param file the file; its folder must be there
     * @return the open file
     * @throws BadInputException if it can't be written
     */
    public static CsvOutput open(Path file) {
        try {
            OutputStream bytes = Files.newOutputStream(file);
            OutputStream packed = file.toString().endsWith(".gz") ? new GZIPOutputStream(bytes) : bytes;
            return new CsvOutput(CsvWriter.builder()
                    .lineDelimiter(LineDelimiter.LF)
                    .bufferSize(1 << 16)
                    .build(packed, StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new BadInputException(file + " can't be written: " + e.getMessage(), e);
        }
    }

    /**
     * Writes one row.
     *
     * @param fields its fields; quoted where they need it
     */
    public void row(Iterable<String> fields) {
        writer.writeRecord(fields);
    }

    @Override
    public void close() {
        try {
            writer.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
