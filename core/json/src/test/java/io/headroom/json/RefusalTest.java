package io.headroom.json;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.headroom.core.Dependence;
import io.headroom.core.Flow;
import io.headroom.core.Location;
import io.headroom.core.NodeGroup;
import io.headroom.core.PredictionData;
import io.headroom.core.Region;
import io.headroom.core.RegionPair;
import io.headroom.core.ResourcePool;
import io.headroom.core.Rung;
import io.headroom.core.SeriesKey;
import io.headroom.core.TimeGrid;
import io.headroom.core.TransactionRecord;
import io.headroom.core.Window;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Each way in which a document can be wrong, with the path and the two lines of the message that say so. */
class RefusalTest {
    private static final ObjectMapper MAPPER = HeadroomJson.mapper();

    static Stream<Arguments> texts() {
        String longName = "a".repeat(201);
        return Stream.of(
                arguments(Region.class, "7", "", "Region 7 must be a string.", "quotes are missing"),
                arguments(Region.class, "null", "", "Region null must be a value.", "left out"),
                arguments(Region.class, "\"\"", "", "region '' must have 1 to 200 characters", "was empty"),
                arguments(Region.class, "\"a>b\"", "", "region 'a>b' must not contain '>'", "one name was meant"),
                arguments(Region.class, quoted(longName), "", "must have at most 200 characters", "whole document"),
                arguments(Region.class, "[\"a\"]", "", "Region [...] must be a string.", "one level too deep"),
                arguments(RegionPair.class, "\"ab\"", "", "region pair 'ab' must read SRC>DST.", "sign is missing"),
                arguments(RegionPair.class, "\"a>a\"", "", "a>a must join two different regions", "left out"),
                arguments(Location.class, "true", "", "Location true must be a string.", "fields were swapped"),
                arguments(Flow.class, "\"a>b\"", "", "flow 'a>b' must read SRC>DST/type.", "type is missing"),
                arguments(
                        Rung.class, "\"full\"", "", "Rung 'full' must be one of FULL, RESTRICTED,", "'FULL' was meant"),
                arguments(Rung.class, "0", "", "Rung 0 must be a string.", "quotes are missing"));
    }

    static Stream<Arguments> fields() {
        return Stream.of(
                arguments(Window.class, "[1,2]", "", "Window [...] must be an object.", "too deep"),
                arguments(Window.class, "\"1+2\"", "", "Window \"1+2\" must be an object.", "in quotes"),
                arguments(
                        Window.class,
                        "{\"after\":1,\"size\":2}",
                        "size",
                        "field 'size' of Window is not known.",
                        "was meant; the fields are after, length."),
                arguments(
                        Window.class,
                        "{\"after\":1,\"lenght\":2}",
                        "lenght",
                        "field 'lenght' of Window is not known.",
                        "'length' was meant"),
                arguments(
                        Window.class,
                        "{\"after\":1}",
                        "length",
                        "field 'length' of Window is missing.",
                        "its fields are after."),
                arguments(Window.class, "{}", "after", "field 'after' of Window is missing.", "no field at all"),
                arguments(
                        Window.class,
                        "{\"after\":1,\"after\":1,\"length\":2}",
                        "after",
                        "field 'after' of Window must not be given twice.",
                        "merged by hand"),
                arguments(
                        Window.class,
                        "{\"after\":null,\"length\":2}",
                        "after",
                        "after null must be a whole number.",
                        "left out"),
                arguments(
                        TransactionRecord.class,
                        "{\"id\":null}",
                        "id",
                        "id null must be a string.",
                        "whole entry should be left out"),
                arguments(
                        SeriesKey.class,
                        "{\"flow\":\"a>b/c\",\"measure\":\"bytes\"}",
                        "measure",
                        "measure 'bytes' must be one of TRANSACTIONS, BYTES.",
                        "'BYTES' was meant"),
                arguments(
                        Dependence.class,
                        "{\"factors\":[\"a\",null]}",
                        "factors[1]",
                        "factors null must be a string.",
                        "left out"),
                arguments(
                        Dependence.class,
                        "{\"seed\":1,\"own\":\"a\",\"factors\":[\"b\"],\"loadings\":[]}",
                        "",
                        "1 factors must have as many loadings, not 0.",
                        "lists was filtered"));
    }

    static Stream<Arguments> times() {
        String unreadable = "must be an ISO-8601 ";
        return Stream.of(
                arguments(
                        TimeGrid.class,
                        "{\"origin\":\"yesterday\"}",
                        "origin",
                        "'yesterday' " + unreadable + "instant.",
                        "2026-01-31T12:00:00Z"),
                arguments(
                        TimeGrid.class,
                        "{\"origin\":1767225600}",
                        "origin",
                        "origin 1767225600 must be a string.",
                        "quotes are missing"),
                arguments(
                        TimeGrid.class,
                        "{\"step\":\"1 minute\"}",
                        "step",
                        "'1 minute' " + unreadable + "duration.",
                        "PT1M"),
                arguments(
                        TimeGrid.class,
                        "{\"origin\":\"1970-01-01T00:00:00Z\",\"step\":\"PT-1M\"}",
                        "",
                        "step PT-1M must be longer than zero.",
                        "swapped"),
                arguments(
                        TimeGrid.class,
                        "{\"origin\":\"1970-01-01T00:00:00Z\",\"step\":\"PT0.0001S\"}",
                        "",
                        "must be made of whole milliseconds.",
                        "truncated"));
    }

    static Stream<Arguments> pools() {
        String group = "{\"name\":\"vm\",\"location\":\"a\",\"kind\":\"VM\",\"perUnit\":"
                + "{\"compute\":1,\"storage\":0,\"bandwidth\":0}}";
        String stock = "{\"allocated\":0,\"booting\":0,\"warm\":0,\"warming\":0}";
        String entry = "{\"group\":" + group + ",\"stock\":" + stock + "}";
        return Stream.of(
                arguments(
                        NodeGroup.class,
                        group.replace(":1,", ":0,"),
                        "",
                        "unit of node group vm must bring some resource.",
                        "size was not set"),
                arguments(
                        NodeGroup.class,
                        group.replace("VM", "VMS"),
                        "kind",
                        "kind 'VMS' must be one of VM,",
                        "'VM' was meant"),
                arguments(
                        ResourcePool.class,
                        "{\"location\":\"b\",\"stocks\":[" + entry + "]}",
                        "",
                        "node group vm of a must belong to the pool of b.",
                        "mixed up"),
                arguments(
                        ResourcePool.class,
                        "{\"location\":\"a\",\"stocks\":[" + entry + "," + entry + "]}",
                        "",
                        "node group vm of a must not be listed twice.",
                        "merged"),
                arguments(
                        ResourcePool.class,
                        "{\"stocks\":[" + entry.replace("\"a\"", "\"\"") + "]}",
                        "stocks[0].group.location",
                        "region '' must have 1 to 200 characters",
                        "empty"),
                arguments(
                        PredictionData.class,
                        "{\"transactions\":{\"a/b\":{}}}",
                        "transactions.a/b",
                        "transaction type 'a/b' must not contain",
                        "one name"),
                arguments(
                        PredictionData.class,
                        "{\"transactions\":[]}",
                        "transactions",
                        "transactions [...] must be an object.",
                        "too deep"));
    }

    @ParameterizedTest
    @MethodSource({"texts", "fields", "times", "pools"})
    void isRefused(Class<?> type, String json, String path, String refusal, String maybe) {
        assertRefused(type, json, path, refusal, maybe);
    }

    static void assertRefused(Class<?> type, String json, String path, String refusal, String maybe) {
        JsonMappingException e = catchThrowableOfType(JsonMappingException.class, () -> MAPPER.readValue(json, type));
        assertThat(e).as(json).isNotNull();
        assertThat(path(e)).as(e.getMessage()).isEqualTo(path);
        String[] lines = e.getOriginalMessage().split("\\R", -1);
        assertThat(lines).hasSize(2);
        assertThat(lines[0]).contains(refusal);
        assertThat(lines[1]).startsWith("Maybe ").contains(maybe).endsWith(".");
        assertThat(e.getMessage()).startsWith(e.getOriginalMessage()).contains("line: 1");
        e.getPath().forEach(step -> assertThat(e.getMessage()).contains(step.getDescription()));
    }

    private static String path(JsonMappingException e) {
        return e.getPath().stream()
                .map(step -> step.getFieldName() == null ? "[" + step.getIndex() + "]" : "." + step.getFieldName())
                .collect(Collectors.joining())
                .replaceFirst("^\\.", "");
    }

    private static String quoted(String text) {
        return '"' + text + '"';
    }
}
