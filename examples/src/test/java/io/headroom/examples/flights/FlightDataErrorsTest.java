package io.headroom.examples.flights;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.headroom.core.TransactionRecord;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Iterator;
import java.util.List;
import java.util.Locale;
import java.util.NoSuchElementException;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A damaged resource is refused with the line, the value, the bound and a hint; what stood before it is read. */
class FlightDataErrorsTest {
    private static final String HEADER = "minutes_since_previous,origin,destination,carrier\n";
    private static final String NAME = "nyc-flights-2013.csv.gz";

    @Test
    void refusesChangedBytes() {
        byte[] packed = bundled(NAME);
        String sums = text("SHA256SUMS");
        assertThat(FlightRecords.verified(NAME, packed, sums)).isNotEmpty();
        packed[packed.length / 2] ^= 1;
        assertThatThrownBy(() -> FlightRecords.verified(NAME, packed, sums))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContainingAll(NAME, "must have " + sums.substring(0, 64), "Maybe the checkout");
    }

    @Test
    void refusesSumsThatDoNotNameTheFile() {
        assertThatThrownBy(() -> FlightRecords.verified("other.gz", new byte[0], text("SHA256SUMS")))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContainingAll("other.gz", "Maybe the file was renamed");
    }

    @Test
    void provenanceStatesTheChecksumAndTheCount() {
        assertThat(text("PROVENANCE.md"))
                .contains(text("SHA256SUMS").substring(0, 64))
                .contains(String.format(Locale.ROOT, "%,d bytes", bundled(NAME).length))
                .contains("328,521");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '"', textBlock = """
                    x7,EWR,IAH,UA     | minutes_since_previous 'x7' | whole number of 0 or more      | not sorted
                    -1,EWR,IAH,UA     | minutes_since_previous '-1' | whole number of 0 or more      | not sorted
                    ,EWR,IAH,UA       | minutes_since_previous ''   | whole number of 0 or more      | reordered
                    900000,EWR,IAH,UA | leads to minute 900003      | past minute 527040             | since the start
                    5,Newark,IAH,UA   | origin 'Newark'             | three capital letters          | reordered
                    5,EWR,iah,UA      | destination 'iah'           | three capital letters          | reordered
                    5,EWR,EWR,UA      | destination 'EWR'           | differ from the origin         | copied
                    5,EWR,IAH,United  | carrier 'United'            | two capital letters or digits  | name of the airline
                    5,EWR,IAH         | row [5, EWR, IAH]           | 4 fields                       | cut short
                    5,EWR,IAH,UA,9    | row [5, EWR, IAH, UA, 9]    | 4 fields                       | joined
                    ""                | row []                      | 4 fields                       | cut short
                    """)
    void namesTheLineTheValueAndTheBound(String row, String value, String bound, String hint) {
        Iterator<TransactionRecord> rows = read(HEADER + "3,EWR,IAH,UA\n" + row + "\n0,JFK,MIA,AA\n");
        assertThat(rows.next().timestamp()).isEqualTo("2013-01-01T05:03:00Z");
        assertThatThrownBy(rows::next)
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageStartingWith("test.csv line 3: ")
                .hasMessageContainingAll(value, "must ", bound)
                .message()
                .satisfies(message -> assertThat(message.lines().skip(1))
                        .singleElement()
                        .asString()
                        .startsWith("Maybe ")
                        .contains(hint));
    }

    @Test
    void refusesAnotherHeader() {
        assertThatThrownBy(() -> read("minute,origin,destination,carrier\n3,EWR,IAH,UA\n"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContainingAll("line 1", "[minute, origin", "must be [minutes_since_previous", "Maybe ");
        assertThatThrownBy(() -> read(""))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("header []");
    }

    @Test
    void refusesAnOpenQuote() {
        Iterator<TransactionRecord> rows = read(HEADER + "3,EWR,IAH,UA\n5,\"EWR,IAH,UA\n");
        assertThat(rows.next().id()).contains("1");
        assertThatThrownBy(rows::next)
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContainingAll("test.csv line 2", "must be followed by a row of CSV", "Maybe a quote");
    }

    @Test
    void readsWhatStandsBeforeTheCutOfATruncatedFile() {
        byte[] half = Arrays.copyOf(bundled(NAME), 400_000);
        List<TransactionRecord> read = new ArrayList<>();
        assertThatThrownBy(() -> FlightRecords.unverified("half.gz", half).forEach(read::add))
                .isInstanceOf(UncheckedIOException.class)
                .hasMessageContainingAll(
                        "half.gz line ", "must be followed by readable bytes", "Maybe the file was cut");
        assertThat(read).hasSizeGreaterThan(100_000);
    }

    @Test
    void refusesBytesThatAreNotGzip() {
        FlightRecords plain = FlightRecords.unverified("plain.csv", HEADER.getBytes(StandardCharsets.UTF_8));
        assertThatThrownBy(plain::iterator)
                .isInstanceOf(UncheckedIOException.class)
                .hasMessageContainingAll("plain.csv", "must be a gzip file", "Maybe it was unpacked");
    }

    @Test
    void endsAfterTheLastRow() {
        Iterator<TransactionRecord> rows = read(HEADER + "3,EWR,IAH,UA\n");
        rows.next();
        assertThat(rows.hasNext()).isFalse();
        assertThatThrownBy(rows::next)
                .isInstanceOf(NoSuchElementException.class)
                .hasMessageContaining("line 2");
    }

    private static Iterator<TransactionRecord> read(String csv) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (GZIPOutputStream packer = new GZIPOutputStream(bytes)) {
            packer.write(csv.getBytes(StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return FlightRecords.unverified("test.csv", bytes.toByteArray()).iterator();
    }

    private static String text(String name) {
        return new String(bundled(name), StandardCharsets.UTF_8);
    }

    private static byte[] bundled(String name) {
        try (InputStream stream = FlightRecords.class.getResourceAsStream(name)) {
            assertThat(stream).as(name).isNotNull();
            return stream.readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
