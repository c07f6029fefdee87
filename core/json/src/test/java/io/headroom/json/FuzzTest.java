package io.headroom.json;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.fail;

import com.fasterxml.jackson.core.JacksonException;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Whatever is done to a valid document, reading it gives a value, which can be written and read back, or a
 * JacksonException with a message. Another seed: {@code -Dheadroom.json.seed=7}; more mutants of each document:
 * {@code -Dheadroom.json.mutants=100000}.
 */
class FuzzTest {
    private static final ObjectMapper MAPPER = HeadroomJson.mapper();
    private static final long SEED = Long.getLong("headroom.json.seed", 20_260_301);
    private static final int MUTANTS = Integer.getInteger("headroom.json.mutants", 1000);

    private static final Pattern TOKEN =
            Pattern.compile("\"(?:[^\"\\\\]|\\\\.)*\"|[-+0-9.eE]+|true|false|null|[\\[\\]{}:,]");

    private static final List<String> ODD = List.of(
            "null",
            "true",
            "{}",
            "[]",
            "[[]]",
            "\"\"",
            "\"NaN\"",
            "\"a>b\"",
            "\"a>b/c\"",
            "\"kind\"",
            "\"sum\"",
            "\"marginal\"",
            "\"scenario\"",
            "\"PT0S\"",
            "\"PT-1M\"",
            "\"PT2562047788015215H\"",
            "\"PT0.001S\"",
            "\"+1000000000-12-31T23:59:59Z\"",
            "\"-1000000000-01-01T00:00:00Z\"",
            "\"\\u0000\"",
            "\"\\ud800\"",
            "0",
            "-0",
            "-0.0",
            "-1",
            "1",
            "0.5",
            "1e999",
            "-1e999",
            "1e-999",
            "4.9E-324",
            "1.7976931348623157E308",
            "2147483647",
            "2147483648",
            "9223372036854775807",
            "-9223372036854775808",
            "9223372036854775808",
            "1e99999999999999999999",
            "NaN",
            "Infinity",
            "{",
            "}",
            "[",
            "]",
            ",",
            ":",
            "//",
            "'a'",
            "\u0000",
            "");

    static Stream<Sample<?>> samples() {
        return Samples.all();
    }

    @ParameterizedTest
    @MethodSource("samples")
    void mutatedTokens(Sample<?> sample) throws IOException {
        List<String> tokens = TOKEN.matcher(MAPPER.writeValueAsString(sample.value()))
                .results()
                .map(MatchResult::group)
                .toList();
        assertThat(String.join("", tokens)).isEqualTo(MAPPER.writeValueAsString(sample.value()));
        for (int i = 0; i < MUTANTS; i++) {
            Random random = new Random(SEED + i);
            List<String> mutant = new ArrayList<>(tokens);
            for (int n = 1 + random.nextInt(3); n > 0 && !mutant.isEmpty(); n--) {
                mutateTokens(mutant, random);
            }
            check(sample, String.join("", mutant).getBytes(StandardCharsets.UTF_8), SEED + i);
        }
    }

    private static void mutateTokens(List<String> tokens, Random random) {
        int at = random.nextInt(tokens.size());
        int other = random.nextInt(tokens.size());
        switch (random.nextInt(6)) {
            case 0 -> tokens.set(at, ODD.get(random.nextInt(ODD.size())));
            case 1 -> tokens.set(at, tokens.get(other));
            case 2 -> tokens.remove(at);
            case 3 -> tokens.add(at, ODD.get(random.nextInt(ODD.size())));
            case 4 ->
                tokens.addAll(
                        at, List.copyOf(tokens.subList(Math.min(at, other), Math.min(Math.max(at, other), at + 40))));
            default -> tokens.subList(Math.min(at, other), Math.max(at, other)).clear();
        }
    }

    @ParameterizedTest
    @MethodSource("samples")
    void mutatedBytes(Sample<?> sample) throws IOException {
        byte[] bytes = MAPPER.writeValueAsBytes(sample.value());
        for (int i = 0; i < MUTANTS; i++) {
            Random random = new Random(SEED + i);
            byte[] mutant = bytes.clone();
            for (int n = 1 + random.nextInt(4); n > 0; n--) {
                int at = random.nextInt(3) == 0
                        ? random.nextInt(Math.min(4, mutant.length))
                        : random.nextInt(mutant.length);
                mutant[at] =
                        (byte) (random.nextBoolean() ? random.nextInt(256) : mutant[at] ^ (1 << random.nextInt(8)));
                if (random.nextInt(8) == 0) {
                    mutant[at] = 0;
                }
            }
            check(sample, mutant, SEED + i);
        }
    }

    private static void check(Sample<?> sample, byte[] mutant, long seed) {
        String run = sample.name() + ", seed " + seed + ", replay with -Dheadroom.json.seed=" + seed
                + " -Dheadroom.json.mutants=1: " + new String(mutant, StandardCharsets.UTF_8);
        Object value;
        try {
            value = MAPPER.readValue(mutant, sample.type());
        } catch (JacksonException e) {
            assertThat(e.getMessage()).as(run).isNotBlank();
            boolean jacksons = e.getMessage().startsWith("Trailing token")
                    || e.getMessage().startsWith("No content");
            if (e instanceof JsonMappingException && !jacksons) {
                assertThat(e.getOriginalMessage()).as(run).containsPattern("\\.\\RMaybe .*\\.$");
            }
            return;
        } catch (IOException | RuntimeException | StackOverflowError e) {
            fail(run, e);
            return;
        }
        assertThat(value).as(run).isInstanceOf(sample.type());
        try {
            Object again = MAPPER.readValue(MAPPER.writeValueAsString(value), sample.type());
            assertThat(again).as(run).isEqualTo(value);
        } catch (IOException e) {
            fail(run, e);
        }
    }
}
