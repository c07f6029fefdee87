package io.headroom.json;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.headroom.core.Flow;
import io.headroom.core.Location;
import io.headroom.core.RateForecast;
import io.headroom.core.RateSeries;
import io.headroom.core.Region;
import io.headroom.core.RegionPair;
import io.headroom.core.ResourcePool;
import io.headroom.core.Resources;
import io.headroom.core.SeriesKey;
import io.headroom.core.Stock;
import io.headroom.core.TimeGrid;
import io.headroom.core.TransactionRecord;
import io.headroom.core.TransactionType;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What is written is read back as an equal value. */
class RoundTripTest {
    private static final ObjectMapper MAPPER = HeadroomJson.mapper();

    static Stream<Sample<?>> samples() {
        return Samples.all();
    }

    /** A host's own type with values of the core in it; absent parts are the host's business. */
    public record HostState(Region region, List<Resources> history, Stock spare) {}

    @ParameterizedTest
    @MethodSource("samples")
    void bytesLeadBackToTheValueAndToTheSameBytes(Sample<?> sample) throws IOException {
        byte[] bytes = MAPPER.writeValueAsBytes(sample.value());
        Object read = HeadroomJson.mapper().readValue(bytes, sample.type());
        assertThat(read).isEqualTo(sample.value()).hasSameHashCodeAs(sample.value());
        assertThat(HeadroomJson.mapper().writeValueAsBytes(read)).isEqualTo(bytes);
    }

    @ParameterizedTest
    @MethodSource("samples")
    void theOrderOfFieldsDoesNotMatter(Sample<?> sample) throws IOException {
        if (MAPPER.valueToTree(sample.value()) instanceof ObjectNode object) {
            ObjectNode reversed = MAPPER.createObjectNode();
            List<String> names = new ArrayList<>();
            object.fieldNames().forEachRemaining(names::add);
            Collections.reverse(names);
            names.forEach(name -> reversed.set(name, object.get(name)));
            assertThat(MAPPER.readValue(reversed.toString(), sample.type())).isEqualTo(sample.value());
        } else {
            assertThat(MAPPER.writeValueAsString(sample.value()))
                    .startsWith("\"")
                    .endsWith("\"");
        }
    }

    @ParameterizedTest
    @MethodSource("samples")
    void treesLeadBackToTheValue(Sample<?> sample) throws IOException {
        assertThat(MAPPER.treeToValue(MAPPER.valueToTree(sample.value()), sample.type()))
                .isEqualTo(sample.value());
    }

    @Test
    void poolsKeepEveryPartOfTheirGroups() throws IOException {
        ResourcePool pool = new ResourcePool(Samples.EU, Map.of(Samples.MACHINES, new Stock(1, 2, 3, 4)));
        ResourcePool read = read(pool, ResourcePool.class);
        // Maps sorted by name compare no more than the name.
        assertThat(read.stocks().keySet().iterator().next()).isEqualTo(Samples.MACHINES);
        assertThat(read.stocks().values()).containsExactly(new Stock(1, 2, 3, 4));
    }

    @Test
    void theEndsOfTimeAndOfLongAreKept() throws IOException {
        for (Instant instant : List.of(Instant.MIN, Instant.MAX, Instant.EPOCH, Instant.ofEpochSecond(-1, 1))) {
            TransactionRecord record = new TransactionRecord(Samples.EU, Samples.US, instant, Samples.API);
            assertThat(read(record, TransactionRecord.class)).isEqualTo(record);
        }
        for (Duration step : List.of(Duration.ofMillis(1), Duration.ofDays(400), Duration.ofSeconds(Long.MAX_VALUE))) {
            TimeGrid grid = new TimeGrid(Instant.EPOCH, step);
            assertThat(read(grid, TimeGrid.class)).isEqualTo(grid);
        }
        for (long index : new long[] {Long.MIN_VALUE, -1, 0, Long.MAX_VALUE}) {
            RateSeries series = RateSeries.of(Samples.GRID, index, 1);
            assertThat(read(series, RateSeries.class)).isEqualTo(series);
        }
    }

    @Test
    void namesMayBeKeysOfMaps() throws IOException {
        assertKey(Map.of(Samples.EU, 1), new TypeReference<Map<Region, Integer>>() {}, "eu-west");
        assertKey(Map.of(Samples.LINK, 1), new TypeReference<Map<RegionPair, Integer>>() {}, "eu-west>us-east");
        assertKey(Map.of(Samples.LINK, 1), new TypeReference<Map<Location, Integer>>() {}, "eu-west>us-east");
        assertKey(Map.of(Samples.EU, 1), new TypeReference<Map<Location, Integer>>() {}, "eu-west");
        assertKey(Map.of(Samples.API, 1), new TypeReference<Map<TransactionType, Integer>>() {}, "api-call");
        assertKey(Map.of(Samples.FLOW, 1), new TypeReference<Map<Flow, Integer>>() {}, "eu-west>us-east/api-call");
        TypeReference<Map<SeriesKey, Integer>> seriesKeys = new TypeReference<>() {};
        assertKey(Map.of(SeriesKey.transactions(Samples.FLOW), 1), seriesKeys, "eu-west>us-east/api-call");
        assertKey(Map.of(SeriesKey.bytes(Samples.FLOW), 1), seriesKeys, "eu-west>us-east/api-call#bytes");
    }

    private static <K> void assertKey(Map<K, Integer> map, TypeReference<Map<K, Integer>> type, String key)
            throws IOException {
        String json = MAPPER.writerFor(type).writeValueAsString(map);
        assertThat(json).isEqualTo("{\"" + key + "\":1}");
        assertThat(MAPPER.readValue(json, type)).isEqualTo(map);
    }

    @Test
    void hostTypesMayHoldValues() throws IOException {
        HostState state = new HostState(Samples.EU, List.of(Resources.NONE, Resources.compute(2)), Stock.EMPTY);
        assertThat(read(state, HostState.class)).isEqualTo(state);
        String partly = "{\"region\":\"eu-west\",\"history\":[]}";
        assertThat(MAPPER.readValue(partly, HostState.class).spare()).isNull();
    }

    @Test
    void aForecastIsWrittenTheSameWhateverItsDeclaredType() throws IOException {
        assertThat(MAPPER.writerFor(RateForecast.class).writeValueAsString(Samples.SUM))
                .isEqualTo(MAPPER.writeValueAsString(Samples.SUM));
    }

    private static <T> T read(T value, Class<T> type) throws IOException {
        return MAPPER.readValue(MAPPER.writeValueAsBytes(value), type);
    }
}
