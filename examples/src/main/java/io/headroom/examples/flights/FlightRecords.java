package io.headroom.examples.flights;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import de.siegmar.fastcsv.reader.FieldMismatchStrategy;
import io.headroom.core.Checks;
import io.headroom.core.TransactionRecord;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.time.ZoneId;
import java.util.HexFormat;
import java.util.Iterator;
import java.util.Spliterator;
import java.util.Spliterators;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import java.util.zip.GZIPInputStream;

/**
 * The 328,521 flights that departed from EWR, JFK and LGA in 2013, as transaction records in the order of their
 * timestamps. The source region is the origin, the destination region the destination, the type the carrier's code, the
 * id the row number from "1" on, the timestamp the actual departure in whole minutes; there is no volume.
 *
 * <p>The compressed resource (0.76 MB) is held in memory and unpacked while it is read, so that an iteration needs no
 * closing and may stop anywhere. Immutable and thread-safe; each iterator and stream belongs to one thread.
 */
public final class FlightRecords implements Iterable<TransactionRecord> {
    /** The time zone in which the airports keep their schedules. */
    public static final ZoneId NEW_YORK = ZoneId.of("America/New_York");

    /** Start of the records, inclusive: midnight of 1 January 2013 in New York. */
    public static final Instant START = Instant.parse("2013-01-01T05:00:00Z");

    /**
     * End of the year, exclusive: midnight of 1 January 2014 in New York. Three flights that were scheduled before it
     * departed up to 26 minutes after it.
     */
    public static final Instant YEAR_END = Instant.parse("2014-01-01T05:00:00Z");

    private static final String RESOURCE = "nyc-flights-2013.csv.gz";
    private static final String SUMS = "SHA256SUMS";

    private final String name;
    private final byte[] packed;

    private FlightRecords(String name, byte[] packed) {
        this.name = name;
        this.packed = packed;
    }

    /**
     * The bundled flights, after their SHA-256 was compared with the one stated in SHA256SUMS.
     *
     * @return the records
     * @throws IllegalStateException if the resource or its checksum is missing, or they disagree
     */
    public static FlightRecords bundled() {
        return verified(RESOURCE, resource(RESOURCE), new String(resource(SUMS), StandardCharsets.US_ASCII));
    }

    /**
     * Records from bytes whose checksum is stated in the format of sha256sum.
     *
     * @param name file name, as it stands in the sums
     * @param packed the gzip'd CSV; not copied
     * @param sums lines of "HEX  NAME"
     * @return the records
     * @throws IllegalStateException if the sums do not name the file or state another checksum
     */
    static FlightRecords verified(String name, byte[] packed, String sums) {
        String stated = sums.lines()
                .filter(line -> line.endsWith("  " + name))
                .map(line -> line.substring(0, line.indexOf(' ')))
                .findFirst()
                .orElseThrow(() -> new IllegalStateException(Checks.message(
                        SUMS, "must have a line that ends in '  " + name + "'", "the file was renamed")));
        String actual = sha256(packed);
        if (!actual.equals(stated)) {
            throw new IllegalStateException(Checks.message(
                    name + " with SHA-256 " + actual,
                    "must have " + stated,
                    "the checkout converted line ends or the file was edited; derive_flights.py writes it anew"));
        }
        return unverified(name, packed);
    }

    /**
     * Records from bytes that no checksum vouches for.
     *
     * @param name what messages call the file
     * @param packed the gzip'd CSV; not copied
     * @return the records
     */
    static FlightRecords unverified(String name, byte[] packed) {
        return new FlightRecords(name, packed);
    }

    /**
     * Reads the records from the first on, one at a time.
     *
     * @return an iterator whose methods throw IllegalArgumentException for an unparsable row, with its line number and
     *     value, and UncheckedIOException for bytes that cannot be unpacked
     * @throws IllegalArgumentException if the first line is not the header
     * @throws UncheckedIOException if the bytes cannot be unpacked
     */
    @Override
    public Iterator<TransactionRecord> iterator() {
        return new FlightRows(name, rows());
    }

    @Override
    public Spliterator<TransactionRecord> spliterator() {
        return Spliterators.spliteratorUnknownSize(
                iterator(), Spliterator.ORDERED | Spliterator.NONNULL | Spliterator.IMMUTABLE);
    }

    /**
     * The records as a sequential stream; the same order and errors as {@link #iterator()}.
     *
     * @return a stream that needs no closing
     */
    public Stream<TransactionRecord> stream() {
        return StreamSupport.stream(spliterator(), false);
    }

    private Iterator<CsvRecord> rows() {
        try {
            InputStream text = new GZIPInputStream(new ByteArrayInputStream(packed), 1 << 16);
            // Rows of a wrong width reach FlightRows, whose messages name the line and the value.
            return CsvReader.builder()
                    .missingFieldStrategy(FieldMismatchStrategy.IGNORE)
                    .extraFieldStrategy(FieldMismatchStrategy.IGNORE)
                    .skipEmptyLines(false)
                    .allowUnclosedQuote(false)
                    .ofCsvRecord(text, StandardCharsets.UTF_8)
                    .iterator();
        } catch (IOException e) {
            throw new UncheckedIOException(
                    Checks.message(name, "must be a gzip file", "it was unpacked or cut short"), e);
        }
    }

    private static byte[] resource(String name) {
        try (InputStream stream = FlightRecords.class.getResourceAsStream(name)) {
            if (stream == null) {
                throw new IllegalStateException(Checks.message(
                        "resource " + name,
                        "must stand beside " + FlightRecords.class.getName(),
                        "the build left the resources out"));
            }
            return stream.readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException(
                    Checks.message("resource " + name, "must be readable", "the jar was replaced while it ran"), e);
        }
    }

    private static String sha256(byte[] bytes) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
        } catch (NoSuchAlgorithmException e) {
            throw new AssertionError("every Java platform has SHA-256", e);
        }
    }
}
