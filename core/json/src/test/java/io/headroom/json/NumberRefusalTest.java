package io.headroom.json;

import static org.junit.jupiter.params.provider.Arguments.arguments;

import io.headroom.core.ConfidenceInterval;
import io.headroom.core.RateSeries;
import io.headroom.core.Resources;
import io.headroom.core.Stock;
import io.headroom.core.TransactionRecord;
import io.headroom.core.Window;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Numbers that are quoted, out of bounds, not finite or of the wrong kind are refused. */
class NumberRefusalTest {
    static Stream<Arguments> numbers() {
        return Stream.of(
                arguments(
                        Window.class, "{\"after\":\"1\"}", "after", "after \"1\" must be a whole number.", "in quotes"),
                arguments(
                        Window.class,
                        "{\"after\":1.0}",
                        "after",
                        "after 1.0 must be a whole number.",
                        "with a fraction"),
                arguments(Window.class, "{\"after\":1e3}", "after", "after 1e3 must be a whole number.", "an exponent"),
                arguments(Window.class, "{\"after\":true}", "after", "after true must be a whole number.", "swapped"),
                arguments(
                        Window.class, "{\"after\":-1}", "after", "after -1 must lie in [0, 2147483647].", "overflowed"),
                arguments(
                        Window.class,
                        "{\"after\":2147483648}",
                        "after",
                        "after 2147483648 must lie in [0, 2147483647].",
                        "another unit"),
                arguments(
                        Window.class,
                        "{\"after\":99999999999999999999}",
                        "after",
                        "after 99999999999999999999 must lie in",
                        "overflowed"),
                arguments(
                        Window.class,
                        "{\"after\":0,\"length\":0}",
                        "",
                        "window length 0 must lie in [1, 536870911].",
                        "left at zero"),
                arguments(
                        Stock.class,
                        "{\"allocated\":-3}",
                        "allocated",
                        "allocated -3 must lie in [0, 2147483647].",
                        "overflowed"),
                arguments(
                        TransactionRecord.class,
                        "{\"volumeBytes\":-1}",
                        "volumeBytes",
                        "volumeBytes -1 must lie in [0, 9223372036854775807].",
                        "overflowed"),
                arguments(
                        Resources.class,
                        "{\"compute\":-1}",
                        "compute",
                        "compute -1 must be a finite number of 0 or more.",
                        "reset"),
                arguments(Resources.class, "{\"compute\":1e999}", "compute", "compute 1e999 must be finite.", "unit"),
                arguments(
                        Resources.class,
                        "{\"compute\":" + "9".repeat(400) + "}",
                        "compute",
                        "compute " + "9".repeat(60) + "... (400 characters) must be finite.",
                        "unit"),
                arguments(
                        Resources.class,
                        "{\"compute\":\"NaN\"}",
                        "compute",
                        "compute \"NaN\" must be a number.",
                        "quotes"),
                arguments(
                        Resources.class,
                        "{\"compute\":\"Infinity\"}",
                        "compute",
                        "compute \"Infinity\" must be a number.",
                        "quotes"),
                arguments(
                        ConfidenceInterval.class,
                        "{\"level\":95,\"lower\":0,\"upper\":1}",
                        "",
                        "confidence level 95.0 must lie strictly between 0 and 1.",
                        "percent: write 0.95"),
                arguments(
                        ConfidenceInterval.class,
                        "{\"level\":0.9,\"lower\":2,\"upper\":1}",
                        "",
                        "lower limit 2.0 must not exceed the upper 1.0.",
                        "swapped"),
                arguments(
                        RateSeries.class,
                        "{\"rates\":[1,null,-0.5]}",
                        "rates[2]",
                        "rates -0.5 must be a finite number of 0 or more.",
                        "reset"),
                arguments(
                        RateSeries.class,
                        "{\"rates\":[1,[2]]}",
                        "rates[1]",
                        "rates [...] must be a number.",
                        "too deep"),
                arguments(
                        RateSeries.class, "{\"rates\":1}", "rates", "rates 1 must be an array of numbers.", "a part"));
    }

    @ParameterizedTest
    @MethodSource("numbers")
    void isRefused(Class<?> type, String json, String path, String refusal, String maybe) {
        RefusalTest.assertRefused(type, json, path, refusal, maybe);
    }
}
