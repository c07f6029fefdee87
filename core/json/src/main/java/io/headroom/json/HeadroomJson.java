package io.headroom.json;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonFactoryBuilder;
import com.fasterxml.jackson.core.StreamWriteFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.MapperFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;

/**
 * A strict JSON mapper for the values of the core.
 *
 * <p>Names are strings ({@code "eu-west"}, {@code "eu-west>us-east"}, {@code "eu-west>us-east/api-call"}), instants and
 * durations ISO-8601 strings, enum constants their names. A missing step of a rate series is null, and an optional part
 * that is empty is absent. All other values are objects whose fields are named as the parts of the value and written in
 * a fixed order. The same value gives the same bytes on every JVM, and reading them gives an equal value, bit for bit;
 * only the standard deviations of a multiple of a forecast with levels are computed anew from its quantiles and may
 * differ in their last bits. This prediction has a forecast of one transaction type over two steps:
 *
 * <pre>{@code
 * {
 *   "pair": "eu-west>us-east",
 *   "at": "2026-03-01T12:01:00Z",
 *   "transactionRate": 130.0,
 *   "confidence": {"level": 0.9, "lower": 97.1, "upper": 162.9},
 *   "transactions": {
 *     "api-call": {
 *       "kind": "marginal",
 *       "grid": {"origin": "1970-01-01T00:00:00Z", "step": "PT1M"},
 *       "firstIndex": 29539440,
 *       "mean": [120.0, 130.0],
 *       "standardDeviation": [15.0, 20.0],
 *       "impulse": [1.0, 0.8],
 *       "dependence": {"seed": 7, "own": "eu-west>us-east/api-call", "factors": ["day"], "loadings": [0.6]}
 *     }
 *   },
 *   "rung": "FULL"
 * }
 * }</pre>
 *
 * <p>A marginal forecast has either {@code standardDeviation}, or {@code levels} and {@code quantiles} (one row a
 * step), and {@code skipped} if that is not 0. The kind {@code "scenario"} has {@code paths} (one row a scenario)
 * instead, and the kind {@code "sum"} nothing but {@code terms}, a list of marginal forecasts. The fields
 * {@code firstIndex}, {@code seed} and {@code volumeBytes} are 64-bit whole numbers.
 *
 * <p>What is not exactly so is refused with a {@link com.fasterxml.jackson.databind.JsonMappingException} whose message
 * names the path, the value and the bound, then a likely cause in a line that begins "Maybe ...": unknown, missing or
 * repeated fields, null, numbers out of bounds or not finite, values of another type. What is not JSON, or breaks
 * Jackson's limits on depth and length, is refused by Jackson's own exceptions. A sum of marginal forecasts is refused
 * in both directions if (terms + shocks) * steps * (steps + skipped) is more than 2^27, or steps times that more than
 * 2^35, so that a small document cannot ask for all memory or time.
 */
public final class HeadroomJson {
    private HeadroomJson() {}

    /**
     * A new mapper with the {@link HeadroomJsonModule}, which is also strict about what lies around the values: tokens
     * after the document, repeated keys of a tree, coercion between strings, numbers and enums, and bytes that are not
     * UTF-8 are refused. Making one is slow, so keep it. It is thread-safe as long as its settings are not changed.
     *
     * @return the mapper
     */
    public static ObjectMapper mapper() {
        JsonFactory utf8 = new JsonFactoryBuilder()
                .disable(JsonFactory.Feature.CHARSET_DETECTION)
                // Shortest decimal form: Double.toString writes other digits on JVMs before 19.
                .enable(StreamWriteFeature.USE_FAST_DOUBLE_WRITER)
                .build();
        return JsonMapper.builder(utf8)
                .addModule(new HeadroomJsonModule())
                .enable(
                        DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES,
                        DeserializationFeature.FAIL_ON_TRAILING_TOKENS,
                        DeserializationFeature.FAIL_ON_READING_DUP_TREE_KEY,
                        DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES,
                        DeserializationFeature.FAIL_ON_NUMBERS_FOR_ENUMS)
                .disable(DeserializationFeature.ACCEPT_FLOAT_AS_INT)
                .disable(MapperFeature.ALLOW_COERCION_OF_SCALARS)
                .build();
    }
}
