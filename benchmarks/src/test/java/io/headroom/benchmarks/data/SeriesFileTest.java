package io.headroom.benchmarks.data;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SeriesFileTest {
    private static final double MISSING = Double.NaN;

    @TempDir
    Path folder;

    private SeriesFile read(String text) throws IOException {
        return SeriesFile.read(Files.writeString(folder.resolve("in.csv"), text), Set.of());
    }

    private static double[] values(SeriesFile file, int i) {
        return file.series().get(i).rates().toArray();
    }

    private static List<String> names(SeriesFile file) {
        return file.series().stream().map(NamedSeries::name).toList();
    }

    @Test
    void readsALongFileBySeriesInTheOrderOfItsRows() throws IOException {
        SeriesFile file =
                read("series,timestamp,value\na,2026-01-01T00:05:00Z,1.5\nb,x,7\na,2026-01-01T00:00:00Z,2\nb,,\n");
        assertThat(file.layout()).isEqualTo(Layout.LONG);
        assertThat(names(file)).containsExactly("a", "b");
        assertThat(values(file, 0)).containsExactly(1.5, 2);
        assertThat(values(file, 1)).containsExactly(7, MISSING);
    }

    @Test
    void leavesOtherColumnsOfALongFileAside() throws IOException {
        SeriesFile file = read("series,t,time,value\npassengers,1,1949,112\npassengers,2,1949.0833,118\n");
        assertThat(values(file, 0)).containsExactly(112, 118);
    }

    @Test
    void readsAWideFileByColumn() throws IOException {
        SeriesFile file = read("timestamp,EU>US,\"a,b\"\r\n2026-01-01T00:00:00Z,3,30\r\n2026-01-01T00:05:00Z,,0\r\n");
        assertThat(file.layout()).isEqualTo(Layout.WIDE_TIMESTAMP);
        assertThat(names(file)).containsExactly("EU>US", "a,b");
        assertThat(values(file, 0)).containsExactly(3, MISSING);
        assertThat(values(file, 1)).containsExactly(30, 0);
    }

    @Test
    void knowsTheWideFileOfUnknownStep() throws IOException {
        assertThat(read("step,0>1\n0,1\n").layout()).isEqualTo(Layout.WIDE_STEP);
    }

    @Test
    void readsGzippedFilesWhateverTheirName() throws IOException {
        Path file = folder.resolve("in.csv");
        try (OutputStream out = new GZIPOutputStream(Files.newOutputStream(file))) {
            out.write("step,a\n0,5\n".getBytes(StandardCharsets.UTF_8));
        }
        assertThat(values(SeriesFile.read(file, Set.of()), 0)).containsExactly(5);
    }

    @ParameterizedTest
    @CsvSource({
        "'series,value', series,value",
        "'timestamp', timestamp",
        "'', header",
        "'timestamp,a,a', distinct",
        "'time,a', time"
    })
    void refusesOtherHeaders(String header, String word) {
        assertThatThrownBy(() -> read(header + "\n"))
                .isInstanceOf(BadInputException.class)
                .hasMessageContaining(word);
    }

    @ParameterizedTest
    @CsvSource({"-1, 0 or more", "NaN, 0 or more", "Infinity, finite", "1e999, finite", "1;5, number", "-, number"})
    void refusesWhatIsNoRateAndNamesItsLine(String value, String word) {
        assertThatThrownBy(() -> read("step,a,b\n0,1,1\n1,1," + value + "\n"))
                .isInstanceOf(BadInputException.class)
                .hasMessageContainingAll("line 3", "'b'", value, word);
    }

    @Test
    void refusesAFileWithoutRows() {
        assertThatThrownBy(() -> read("series,t,value\n"))
                .isInstanceOf(BadInputException.class)
                .hasMessageContaining("no series");
    }

    @Test
    void refusesATruncatedGzipFile() throws IOException {
        Path file = folder.resolve("cut.csv.gz");
        try (OutputStream out = new GZIPOutputStream(Files.newOutputStream(file))) {
            out.write("step,a\n0,5\n".repeat(1000).getBytes(StandardCharsets.UTF_8));
        }
        byte[] whole = Files.readAllBytes(file);
        Files.write(file, java.util.Arrays.copyOf(whole, whole.length / 2));
        assertThatThrownBy(() -> SeriesFile.read(file, Set.of())).isInstanceOf(BadInputException.class);
    }
}
