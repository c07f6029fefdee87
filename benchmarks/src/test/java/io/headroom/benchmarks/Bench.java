package io.headroom.benchmarks;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.net.URISyntaxException;
import java.net.URL;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** One run of the program: its exit status and what it printed. */
record Bench(int status, List<String> out, List<String> err) {

    static Bench run(Object... args) {
        StringWriter out = new StringWriter();
        StringWriter err = new StringWriter();
        String[] texts = Arrays.stream(args).map(Object::toString).toArray(String[]::new);
        int status = HeadroomBench.run(new PrintWriter(out), new PrintWriter(err), texts);
        return new Bench(
                status, out.toString().lines().toList(), err.toString().lines().toList());
    }

    /** A file of the test resources. */
    static Path file(String name) {
        URL url = Bench.class.getResource(name);
        assertThat(url).as(name).isNotNull();
        try {
            return Path.of(url.toURI());
        } catch (URISyntaxException e) {
            throw new IllegalStateException(e);
        }
    }

    static List<String> lines(Path file) {
        try {
            return Files.readAllLines(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The rows of a file without its header, split at commas. */
    static List<List<String>> rows(Path file) {
        return lines(file).stream()
                .skip(1)
                .map(line -> List.of(line.split(",", -1)))
                .toList();
    }

    /** The pairs of the last line of standard output. */
    Map<String, String> summary() {
        Map<String, String> pairs = new LinkedHashMap<>();
        for (String pair : out.get(out.size() - 1).split(" ", -1)) {
            String[] parts = pair.split("=", -1);
            assertThat(parts).as(pair).hasSize(2);
            pairs.put(parts[0], parts[1]);
        }
        return pairs;
    }

    /** Asserts that all went well. */
    Bench done() {
        assertThat(status).as("exit status; standard error: " + err).isZero();
        return this;
    }
}
