package io.headroom.simulation.report;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class PayloadTest {

    private static final ObjectMapper MAPPER = new ObjectMapper();

    @Test
    void numbersAreShortAndWholeNumbersExact() {
        assertThat(Figures.json(123_456_789)).isEqualTo("123456789");
        assertThat(Figures.json(-0.0)).isEqualTo("0");
        assertThat(Figures.json(3.14159265)).isEqualTo("3.1416");
        assertThat(Figures.json(18.200000000000003)).isEqualTo("18.2");
        assertThat(Figures.json(123_456.789)).isEqualTo("123460");
        assertThat(Figures.json(1.23e-9)).isEqualTo("1.23E-9");
        assertThat(Figures.json(1e300)).isEqualTo("1E+300");
    }

    @Test
    void missingIsNullAndLongRunsAreFolded() throws IOException {
        assertThat(packed(Samples.of(1, Double.NaN, 2.5)).toString()).isEqualTo("[1,null,2.5]");
        assertThat(packed(Samples.of(4, 4, 4, 4, Double.NaN, Double.NaN, Double.NaN))
                        .toString())
                .isEqualTo("{\"runs\":[4,4,null,3]}");
    }

    @Test
    void packedSamplesUnpackToThemselves() throws IOException {
        for (long seed = 1; seed <= 50; seed++) {
            SplittableRandom random = new SplittableRandom(seed);
            double[] values = new double[1 + random.nextInt(40)];
            double repeat = random.nextDouble();
            for (int i = 0; i < values.length; i++) {
                double fresh = random.nextInt(5) == 0 ? Double.NaN : random.nextInt(9);
                values[i] = i > 0 && random.nextDouble() < repeat ? values[i - 1] : fresh;
            }
            assertThat(unpacked(packed(Samples.of(values)))).as("seed %d", seed).containsExactly(values);
        }
    }

    @Test
    void unevenTimesAreDifferences() throws IOException {
        TimeAxis time = TimeAxis.ofEpochSeconds(100, 160, 400);
        JsonNode json = MAPPER.readTree(Json.text(out -> {
            out.writeStartObject();
            Json.time(out, "time", time);
            out.writeEndObject();
        }));
        assertThat(json.get("time").toString()).isEqualTo("{\"start\":100,\"steps\":[60,240]}");
        assertThat(time.endSecond()).isEqualTo(640);
    }

    @Test
    void violationsAreFoundBeforeRounding() throws IOException {
        CapacityChart chart = new CapacityChart(
                "C",
                "",
                "tps",
                TimeAxis.regular(Instant.EPOCH, Duration.ofMinutes(1), 6),
                Samples.of(1, 100.0001, 100.0002, Double.NaN, 5, 7),
                Samples.of(1, 100, 100, 1, 5, 6),
                Samples.of(1, 100, 100, 1, 5, 6),
                Optional.empty(),
                List.of());
        JsonNode json = MAPPER.readTree(
                Payload.ofSection(chart, new StrategyColours(List.of(chart))).orElseThrow());
        assertThat(json.get("demand").get(1).asDouble()).isEqualTo(100);
        assertThat(json.get("violations").toString()).isEqualTo("[1,2,5,1]");
    }

    @Test
    void aLogUnpacksToItsDecisions() throws IOException {
        List<DecisionLog.Entry> entries = List.of(
                entry(
                        1_000,
                        "eu-west",
                        4,
                        7,
                        new DecisionLog.Reason("required", 4, 6.2, "q 0.98"),
                        new DecisionLog.Reason("whole-units", 6.2, 7, "")),
                entry(1_060, "us-east", 7, 7),
                entry(940, "eu-west", 7, 6, new DecisionLog.Reason("step-limit", 3, 6, "max 1 down")));
        JsonNode json = MAPPER.readTree(DecisionPayload.of(new DecisionLog("L", "", entries)));
        List<DecisionLog.Entry> read = new ArrayList<>();
        long second = 0;
        int reason = 0;
        for (int i = 0; i < json.get("count").asInt(); i++) {
            second += json.get("time").get(i).asLong();
            List<DecisionLog.Reason> reasons = new ArrayList<>();
            for (int n = json.get("reasons").get(i).asInt(); n > 0; n--, reason++) {
                reasons.add(new DecisionLog.Reason(
                        word(json, "rule", reason),
                        json.get("before").get(reason).asDouble(),
                        json.get("after").get(reason).asDouble(),
                        word(json, "bound", reason)));
            }
            read.add(new DecisionLog.Entry(
                    Instant.ofEpochSecond(second),
                    word(json, "location", i),
                    word(json, "resource", i),
                    json.get("from").get(i).asDouble(),
                    json.get("to").get(i).asDouble(),
                    reasons));
        }
        assertThat(read).isEqualTo(entries);
    }

    @Test
    void theZonesClockChangesAreEmbedded() {
        long winter = Instant.parse("2013-01-29T05:00:00Z").getEpochSecond();
        long autumn = Instant.parse("2013-12-31T05:00:00Z").getEpochSecond();
        List<long[]> offsets = ZoneOffsets.between(ZoneId.of("America/New_York"), winter, autumn);
        assertThat(offsets)
                .containsExactly(
                        new long[] {winter, -18_000},
                        new long[] {Instant.parse("2013-03-10T07:00:00Z").getEpochSecond(), -14_400},
                        new long[] {Instant.parse("2013-11-03T06:00:00Z").getEpochSecond(), -18_000});
        assertThat(ZoneOffsets.name(ZoneOffset.UTC)).isEqualTo("UTC");
    }

    @Test
    void figuresReadTheSameInEveryPlace() {
        assertThat(Figures.percent(0.00305)).isEqualTo("0.31\u00a0%");
        assertThat(Figures.percentOf(0.0123)).isEqualTo("0.012\u00a0%");
        assertThat(Figures.percentOf(0.0004)).isEqualTo("0.0004\u00a0%");
        assertThat(Figures.percentOf(99.9999)).isEqualTo("99.99\u00a0%");
        assertThat(Figures.percentOf(0)).isEqualTo("0\u00a0%");
        assertThat(Figures.significant(87_103.4, 4)).isEqualTo("87,103");
        assertThat(Figures.significant(0.8123, 3)).isEqualTo("0.812");
        assertThat(Figures.duration(Duration.ofSeconds(59))).isEqualTo("59\u00a0s");
        assertThat(Figures.duration(Duration.ofMinutes(95))).isEqualTo("95\u00a0min");
        assertThat(Figures.duration(Duration.ofMinutes(858))).isEqualTo("14.3\u00a0h");
        assertThat(Figures.duration(Duration.ofHours(3715))).isEqualTo("3,715\u00a0h");
    }

    private static DecisionLog.Entry entry(
            long second, String location, double from, double to, DecisionLog.Reason... reasons) {
        return new DecisionLog.Entry(Instant.ofEpochSecond(second), location, "compute", from, to, List.of(reasons));
    }

    private static String word(JsonNode json, String name, int i) {
        return json.get(name)
                .get("words")
                .get(json.get(name).get("at").get(i).asInt())
                .asText();
    }

    private static JsonNode packed(Samples samples) throws IOException {
        return MAPPER.readTree(Json.text(json -> {
                    json.writeStartObject();
                    Json.samples(json, "s", samples);
                    json.writeEndObject();
                }))
                .get("s");
    }

    private static double[] unpacked(JsonNode packed) {
        List<Double> values = new ArrayList<>();
        if (packed.isArray()) {
            packed.forEach(value -> values.add(value.isNull() ? Double.NaN : value.asDouble()));
        } else {
            JsonNode runs = packed.get("runs");
            for (int i = 0; i < runs.size(); i += 2) {
                for (int n = runs.get(i + 1).asInt(); n > 0; n--) {
                    values.add(runs.get(i).isNull() ? Double.NaN : runs.get(i).asDouble());
                }
            }
        }
        return values.stream().mapToDouble(Double::doubleValue).toArray();
    }
}
