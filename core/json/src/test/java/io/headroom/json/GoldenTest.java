package io.headroom.json;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.util.DefaultIndenter;
import com.fasterxml.jackson.core.util.DefaultPrettyPrinter;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.ObjectWriter;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Objects;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Holds each value against a stored document, so that a change of the layout is noticed. */
class GoldenTest {
    private static final ObjectMapper MAPPER = HeadroomJson.mapper();
    private static final ObjectWriter PRETTY =
            MAPPER.writer(new DefaultPrettyPrinter().withObjectIndenter(new DefaultIndenter("  ", "\n")));

    static Stream<Sample<?>> samples() {
        return Samples.all();
    }

    @ParameterizedTest
    @MethodSource("samples")
    void isWrittenAsTheStoredDocument(Sample<?> sample) throws IOException {
        assertThat(PRETTY.writeValueAsString(sample.value()) + "\n").isEqualTo(stored(sample.name()));
    }

    @ParameterizedTest
    @MethodSource("samples")
    void theStoredDocumentIsReadAsTheValue(Sample<?> sample) throws IOException {
        assertThat(MAPPER.readValue(stored(sample.name()), sample.type())).isEqualTo(sample.value());
    }

    @Test
    void noTwoSamplesShareADocument() {
        assertThat(samples().map(Sample::name)).doesNotHaveDuplicates();
    }

    static String stored(String name) {
        String file = "golden/" + name + ".json";
        try (InputStream in = Objects.requireNonNull(GoldenTest.class.getResourceAsStream(file), file)) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
