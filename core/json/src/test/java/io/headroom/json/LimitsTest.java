package io.headroom.json;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParseException;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.exc.StreamConstraintsException;
import com.fasterxml.jackson.core.json.JsonReadFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.exc.MismatchedInputException;
import com.fasterxml.jackson.databind.exc.UnrecognizedPropertyException;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.util.TokenBuffer;
import io.headroom.core.Dependence;
import io.headroom.core.Flow;
import io.headroom.core.RateForecast;
import io.headroom.core.RateSeries;
import io.headroom.core.Region;
import io.headroom.core.Resources;
import io.headroom.core.TimeGrid;
import io.headroom.core.Window;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Around the values: Jackson's limits, what follows a document, and lenient mappers. */
class LimitsTest {
    private static final ObjectMapper MAPPER = HeadroomJson.mapper();

    @Test
    void theLimitsAreJacksonsOwn() {
        StreamReadConstraints limits = MAPPER.getFactory().streamReadConstraints();
        StreamReadConstraints defaults = new JsonFactory().streamReadConstraints();
        assertThat(limits.getMaxNestingDepth()).isEqualTo(defaults.getMaxNestingDepth());
        assertThat(limits.getMaxStringLength()).isEqualTo(defaults.getMaxStringLength());
        assertThat(limits.getMaxNumberLength()).isEqualTo(defaults.getMaxNumberLength());
        assertThat(limits.getMaxNameLength()).isEqualTo(defaults.getMaxNameLength());
    }

    @Test
    void deepDocumentsAreRefused() {
        String sums = "{\"kind\":\"sum\",\"terms\":[".repeat(2000);
        assertThatThrownBy(() -> MAPPER.readValue(sums, RateForecast.class))
                .isInstanceOf(StreamConstraintsException.class)
                .hasMessageContaining("nesting depth");
    }

    @Test
    void longNumbersAreRefused() {
        String json = "{\"compute\":0." + "1".repeat(2000) + "}";
        assertThatThrownBy(() -> MAPPER.readValue(json, Resources.class))
                .isInstanceOf(StreamConstraintsException.class)
                .hasMessageContaining("Number value length");
    }

    @Test
    void longTextsAreCutInMessages() {
        String text = "x".repeat(1_000_000);
        for (String json : List.of('"' + text + '"', "{\"origin\":\"" + text + "\"}", "\"" + text + ">b\"")) {
            for (Class<?> type : List.of(Region.class, TimeGrid.class, Flow.class)) {
                assertThatThrownBy(() -> MAPPER.readValue(json, type))
                        .isInstanceOfSatisfying(
                                JsonMappingException.class,
                                e -> assertThat(e.getMessage()).hasSizeLessThan(600));
            }
        }
    }

    @Test
    void controlCharactersDoNotReachMessages() {
        assertThatThrownBy(() -> MAPPER.readValue("{\"a\\nb\":1}", Window.class))
                .isInstanceOf(UnrecognizedPropertyException.class)
                .hasMessageStartingWith("field 'a?b' of Window");
    }

    @Test
    void nothingMayFollowTheDocument() {
        for (String json : List.of("\"a\" \"b\"", "\"a\"}", "\"a\" null")) {
            assertThatThrownBy(() -> MAPPER.readValue(json, Region.class))
                    .isInstanceOfAny(MismatchedInputException.class, JsonParseException.class)
                    .hasMessageContaining("line: 1");
        }
        assertThatThrownBy(() -> MAPPER.readValue("\"a\" \"b\"", Region.class))
                .hasMessageContainingAll("Trailing token", "io.headroom.core.Region");
    }

    @Test
    void documentsThatEndTooEarlyAreRefused() {
        for (String json : List.of("", " ", "{", "{\"after\":1", "{\"after\":1,", "\"a")) {
            assertThatThrownBy(() -> MAPPER.readValue(json, Window.class))
                    .isInstanceOfAny(MismatchedInputException.class, JsonParseException.class)
                    .message()
                    .isNotBlank();
        }
    }

    @Test
    void aBufferOfTokensThatEndsTooEarlyIsRefused() throws IOException {
        TokenBuffer buffer = new TokenBuffer(MAPPER, false);
        buffer.writeStartObject();
        buffer.writeFieldName("rates");
        buffer.writeStartArray();
        assertThatThrownBy(() -> MAPPER.readValue(buffer.asParser(), RateSeries.class))
                .isInstanceOf(JsonMappingException.class)
                .hasMessageContainingAll("rates (nothing) must be a number", "cut off");
    }

    /** Jackson takes four bytes of these for one character, and fails with an exception that is none of its own. */
    @Test
    void onlyUtf8IsRead() {
        byte[] broken = {0, 0, 0, '"', 0x7f, 0, 0, 'a'};
        byte[] wide = "\"a\"".getBytes(StandardCharsets.UTF_16BE);
        for (byte[] json : List.of(broken, wide)) {
            assertThatThrownBy(() -> MAPPER.readValue(json, Region.class)).isInstanceOf(JsonParseException.class);
        }
    }

    @Test
    void longListsOfTheCoreAreCutInMessages() {
        String factors = "\"factor\",".repeat(10_000) + "\"factor\"";
        String loadings = "0,".repeat(10_000) + "0";
        String json = "{\"seed\":0,\"own\":\"a\",\"factors\":[" + factors + "],\"loadings\":[" + loadings + "]}";
        assertThatThrownBy(() -> MAPPER.readValue(json, Dependence.class))
                .isInstanceOfSatisfying(
                        JsonMappingException.class,
                        e -> assertThat(e.getMessage())
                                .hasSizeLessThan(2000)
                                .contains("must differ from each other and from a.", "Maybe a factor was added twice"));
    }

    @Test
    void aLenientMapperDoesNotMakeTheValuesLenient() {
        ObjectMapper lenient = JsonMapper.builder()
                .addModule(new HeadroomJsonModule())
                .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
                .enable(DeserializationFeature.UNWRAP_SINGLE_VALUE_ARRAYS)
                .enable(JsonReadFeature.ALLOW_NON_NUMERIC_NUMBERS)
                .build();
        for (String json : List.of(
                "{\"compute\":1,\"storage\":1,\"bandwidth\":1,\"gpu\":1}",
                "{\"compute\":1,\"storage\":1,\"bandwidth\":NaN}",
                "{\"compute\":1,\"storage\":1,\"bandwidth\":-INF}",
                "{\"compute\":1,\"storage\":1,\"bandwidth\":[1]}",
                "{\"compute\":\"1\",\"storage\":1,\"bandwidth\":1}",
                "{\"compute\":1,\"storage\":1}")) {
            assertThatThrownBy(() -> lenient.readValue(json, Resources.class))
                    .as(json)
                    .isInstanceOf(JsonMappingException.class)
                    .hasMessageContaining("Maybe ");
        }
    }

    @Test
    void halfACharacterIsRefused() {
        assertThatThrownBy(() -> MAPPER.readValue("\"a\\ud800\"", Region.class))
                .hasMessageContainingAll("half a surrogate pair", "Maybe ");
    }
}
