package io.headroom.examples;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** The README's first example is code that runs. */
class ReadmeTest {
    private static final Path SOURCE = Path.of("src/main/java/io/headroom/examples/FirstExample.java");
    private static final Path README = Path.of("../README.md");

    private static List<String> example() throws IOException {
        List<String> lines = Files.readAllLines(SOURCE);
        int from = IntStream.range(0, lines.size())
                .filter(i -> lines.get(i).contains("// README: first example"))
                .findFirst()
                .orElseThrow();
        int to = IntStream.range(0, lines.size())
                .filter(i -> lines.get(i).contains("// README: end"))
                .findFirst()
                .orElseThrow();
        return lines.subList(from + 1, to).stream().map(String::strip).toList();
    }

    @Test
    void theReadmeShowsTheExampleWordForWord() throws IOException {
        String readme = Files.readString(README);
        String block = String.join("\n", example());
        assertThat(readme).contains("```java\n" + block + "\n```");
    }

    @Test
    void theExampleNamesAtMostSevenTypesInAtMostTwentyLines() throws IOException {
        List<String> lines = example();
        Matcher types = Pattern.compile("\\b[A-Z][a-zA-Z]+\\b")
                .matcher(String.join(
                        "\n", lines.stream().map(l -> l.replaceAll("//.*", "")).toList()));
        assertThat(types.results().map(r -> r.group()).distinct().toList()).hasSizeLessThanOrEqualTo(7);
        assertThat(lines).hasSizeLessThanOrEqualTo(20);
    }

    @Test
    void theExampleCoversADailyPeak() {
        double[] rates = IntStream.range(0, 24 * 14)
                .mapToDouble(h -> 10 + 8 * StrictMath.sin(2 * Math.PI * (h % 24) / 24.0) + (h * 7 % 5) * 0.1)
                .toArray();
        double peak = 18.5;
        double capacity = FirstExample.capacity(rates);
        assertThat(capacity).isBetween(peak - 1.5, peak + 1.5);
    }
}
