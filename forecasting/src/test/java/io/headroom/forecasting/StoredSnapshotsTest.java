package io.headroom.forecasting;

import static org.assertj.core.api.Assertions.assertThat;

import io.headroom.core.RateSeries;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Snapshots that earlier versions stored are read by this one, and forecast to the last bit as they did. See README.md beside the files for
 * how they were made.
 */
class StoredSnapshotsTest {
    private static final Path FOLDER = Path.of("src/test/resources/snapshots");

    /** The version whose layout is written now. */
    private static final String CURRENT = "0.1";

    static List<Path> files() throws IOException {
        if (Boolean.getBoolean("headroom.snapshots.write")) {
            writeMissing();
        }
        try (Stream<Path> all = Files.walk(FOLDER)) {
            return all.filter(f -> f.toString().endsWith(".txt")).sorted().toList();
        }
    }

    private static void writeMissing() throws IOException {
        for (Map.Entry<String, RateSeries> history : StoredSnapshot.histories().entrySet()) {
            for (String predictor : Predictors.names()) {
                Path file = file(predictor, history.getKey());
                if (!Files.exists(file)) {
                    StoredSnapshot.make(predictor, history.getValue()).write(file);
                }
            }
        }
    }

    private static Path file(String predictor, String history) {
        return FOLDER.resolve(CURRENT).resolve(predictor + "-" + history + ".txt");
    }

    @ParameterizedTest
    @MethodSource("files")
    void isReadAndForecastsToTheLastBit(Path file) throws IOException {
        StoredSnapshot snapshot = StoredSnapshot.read(file);
        assertThat(snapshot.stored()).as("what was stored").containsKeys("model.mean", "tracker.q0.99");
        Map<String, String> restored = snapshot.restored();
        snapshot.stored()
                .forEach(
                        (name, value) -> assertThat(restored.get(name)).as(name).isEqualTo(value));
    }

    @Test
    void everyPredictorHasItsSnapshots() throws IOException {
        assertThat(files()).isNotEmpty();
        for (String predictor : Predictors.names()) {
            for (String history : StoredSnapshot.histories().keySet()) {
                assertThat(file(predictor, history))
                        .as("write it with -Dheadroom.snapshots.write=true")
                        .exists();
            }
        }
    }

    @Test
    void aSnapshotThatForecastsOtherwiseIsNoticed() {
        Map<String, RateSeries> histories = StoredSnapshot.histories();
        Map<String, String> daily = StoredSnapshot.make(
                        "naive", histories.values().iterator().next())
                .stored();
        StoredSnapshot same = StoredSnapshot.make("naive", histories.get("daily"));
        assertThat(same.restored()).isEqualTo(daily);
        assertThat(StoredSnapshot.make("naive", histories.get("growing"))
                        .restored()
                        .get("model.mean"))
                .isNotEqualTo(daily.get("model.mean"));
    }
}
