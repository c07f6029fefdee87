package io.headroom.forecasting;

import static org.assertj.core.api.Assertions.assertThat;

import io.headroom.core.RateForecast;
import io.headroom.core.RateSeries;
import io.headroom.core.Window;
import io.headroom.spi.FitRequest;
import io.headroom.spi.FittedModel;
import io.headroom.spi.Predictor;
import io.headroom.spi.PredictorSettings;
import io.headroom.spi.Tracker;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * The same bytes wherever and in whatever order series are fitted: one thread or two, shuffled, this Java machine or
 * another. The last is seen against {@code determinism.txt}, a few figures of each predictor as hexadecimal numbers and a
 * hash of many more. On another Java machine:
 *
 * <pre>mvn -Pquick test -pl forecasting -am -Dtest=DeterminismTest -Dsurefire.failIfNoSpecifiedTests=false -Djvm=/path/to/java</pre>
 *
 * <p>A predictor that is new or meant to forecast otherwise needs the file written anew, in one line with the above:
 * {@code -Dheadroom.determinism.write=src/test/resources/io/headroom/forecasting/determinism.txt} (the path is relative
 * to the module).
 */
class DeterminismTest {
    private static final String GOLDEN = "determinism.txt";
    private static final int SERIES = 40;
    private static final int HORIZON = 12;

    static Stream<String> names() {
        return Predictors.names().stream();
    }

    private static Predictor predictor(String name) {
        return Predictors.named(name, PredictorSettings.ofPeriods(Rates.DAY));
    }

    /** Most are odd, every fourth is a plain one. */
    private static RateSeries series(int number) {
        return number % 4 == 0
                ? Rates.daily((5 + number % 3) * Rates.DAY, number)
                : OddSeries.of(number).rates();
    }

    /** Forecasts after the fit and after some observations, with snapshot. */
    private static String hash(Predictor predictor, RateSeries history) {
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            FittedModel model = predictor.fit(FitRequest.of(Rates.KEY, history).withSeed(3));
            digest.update(model.description().getBytes(StandardCharsets.UTF_8));
            Tracker tracker = model.track(Rates.KEY);
            add(tracker.forecast(HORIZON), digest);
            for (double rate : new double[] {5, Double.NaN, 0, 70}) {
                tracker.observe(rate);
            }
            add(tracker.forecast(HORIZON), digest);
            digest.update(tracker.snapshot());
            return HexFormat.of().formatHex(digest.digest());
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    private static void add(RateForecast f, MessageDigest digest) {
        for (int step = 1; step <= f.horizon(); step++) {
            add(f.mean(step), digest);
            for (double p : Sound.LEVELS) {
                add(f.quantile(step, p), digest);
            }
        }
        add(f.maximumQuantile(Window.of(2, 4), 0.99), digest);
        add(f.sumQuantile(Window.of(0, 6), 0.9), digest);
        for (double rate : f.path(5)) {
            add(rate, digest);
        }
    }

    private static void add(double value, MessageDigest digest) {
        digest.update(ByteBuffer.allocate(Double.BYTES).putDouble(value).array());
    }

    private static Map<Integer, String> hashes(Predictor predictor, List<Integer> order, int threads) throws Exception {
        Map<Integer, String> hashes = new ConcurrentHashMap<>();
        ExecutorService pool = Executors.newFixedThreadPool(threads);
        try {
            List<Future<?>> running = new ArrayList<>();
            for (int number : order) {
                running.add(pool.submit(() -> hashes.put(number, hash(predictor, series(number)))));
            }
            for (Future<?> one : running) {
                one.get();
            }
        } finally {
            pool.shutdownNow();
        }
        return hashes;
    }

    @ParameterizedTest
    @MethodSource("names")
    void neitherThreadsNorOrderChangeAByte(String name) throws Exception {
        List<Integer> order = IntStream.range(0, SERIES).boxed().collect(Collectors.toList());
        Map<Integer, String> once = hashes(predictor(name), order, 1);
        assertThat(once).hasSize(SERIES);
        assertThat(once.values().stream().distinct().count())
                .as("different forecasts")
                .isGreaterThan(SERIES / 2);
        Collections.shuffle(order, new Random(4));
        assertThat(hashes(predictor(name), order, 2)).isEqualTo(once);
    }

    /** Line by line: name and series, then figures, then the hash of all. */
    private static SortedMap<String, String> lines() {
        SortedMap<String, String> lines = new TreeMap<>();
        for (String name : Predictors.names()) {
            for (int number : new int[] {0, 4, 19, 26, 30, 36, 38}) {
                RateForecast f = predictor(name)
                        .fit(FitRequest.of(Rates.KEY, series(number)).withSeed(3))
                        .forecast(HORIZON);
                String figures = Stream.of(f.mean(1), f.mean(HORIZON), f.quantile(1, 0.99), f.quantile(HORIZON, 0.05))
                        .map(Double::toHexString)
                        .collect(Collectors.joining(" "));
                lines.put(
                        name + " " + number,
                        figures + " " + hash(predictor(name), series(number)).substring(0, 16));
            }
        }
        return lines;
    }

    @Test
    void thisJavaMachineForecastsLikeTheOneThatWroteTheFile() throws IOException {
        SortedMap<String, String> lines = lines();
        String path = System.getProperty("headroom.determinism.write");
        if (path != null) {
            String text = lines.entrySet().stream()
                    .map(e -> e.getKey() + ": " + e.getValue() + "\n")
                    .collect(Collectors.joining());
            Files.writeString(Path.of(path), text, StandardCharsets.UTF_8);
        }
        assertThat(lines)
                .as(
                        "Java %s; a predictor that changed on purpose needs the file written anew, see the class",
                        Runtime.version())
                .isEqualTo(written(path));
    }

    private static SortedMap<String, String> written(@Nullable String path) throws IOException {
        SortedMap<String, String> lines = new TreeMap<>();
        try (InputStream in = path == null
                ? Objects.requireNonNull(DeterminismTest.class.getResourceAsStream(GOLDEN), GOLDEN)
                : Files.newInputStream(Path.of(path))) {
            String text = new String(in.readAllBytes(), StandardCharsets.UTF_8);
            for (String line : Arrays.asList(text.split("\n", -1))) {
                int cut = line.indexOf(": ");
                if (cut > 0) {
                    lines.put(line.substring(0, cut), line.substring(cut + 2));
                }
            }
        }
        return lines;
    }
}
