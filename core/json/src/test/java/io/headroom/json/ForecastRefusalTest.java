package io.headroom.json;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.headroom.core.Dependence;
import io.headroom.core.MarginalForecast;
import io.headroom.core.PredictionData;
import io.headroom.core.RateForecast;
import io.headroom.core.ScenarioForecast;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What is wrong with a forecast is refused where it stands. */
class ForecastRefusalTest {
    private static final ObjectMapper MAPPER = HeadroomJson.mapper();
    private static final String GRID =
            "\"grid\":{\"origin\":\"1970-01-01T00:00:00Z\",\"step\":\"PT1M\"},\"firstIndex\":5,";
    private static final String NORMAL = "{\"kind\":\"marginal\"," + GRID
            + "\"mean\":[1,2],\"standardDeviation\":[1,1],\"impulse\":[1],"
            + "\"dependence\":{\"seed\":0,\"own\":\"x\",\"factors\":[],\"loadings\":[]}}";
    private static final String TABLE =
            NORMAL.replace("\"standardDeviation\":[1,1]", "\"levels\":[0.1,0.9],\"quantiles\":[[0,2],[1,3]]");
    private static final String SCENARIOS = "{\"kind\":\"scenario\"," + GRID + "\"paths\":[[1,2],[3,4]]}";

    private static void assertRefused(String json, String path, String refusal, String maybe) {
        RefusalTest.assertRefused(RateForecast.class, json, path, refusal, maybe);
    }

    private static String sum(String... terms) {
        return "{\"kind\":\"sum\",\"terms\":[" + String.join(",", terms) + "]}";
    }

    @Test
    void theFormsUsedHereAreRight() throws Exception {
        for (String json : new String[] {NORMAL, TABLE, SCENARIOS, sum(NORMAL, TABLE)}) {
            assertThat(MAPPER.readValue(json, RateForecast.class).horizon()).isEqualTo(2);
        }
    }

    @Test
    void kinds() {
        assertRefused("{}", "kind", "field 'kind' of RateForecast is missing.", "no field at all");
        assertRefused(
                NORMAL.replace("marginal", "normal"),
                "kind",
                "kind 'normal' must be one of marginal, scenario, sum.",
                "'marginal' was meant");
        assertRefused(
                SCENARIOS.replace("scenario", "sum"),
                "grid",
                "field 'grid' of sum forecast is not known.",
                "the fields are kind, terms.");
        assertRefused(
                SCENARIOS.replace("scenario", "marginal"),
                "paths",
                "field 'paths' of marginal forecast is not known.",
                "the fields are kind, grid, firstIndex, mean, standardDeviation, impulse, dependence, skipped.");
        assertRefused(
                TABLE.replace("\"mean\"", "\"standardDeviation\":[1,1],\"mean\""),
                "standardDeviation",
                "field 'standardDeviation' of marginal forecast with levels is not known.",
                "levels, quantiles");
        RefusalTest.assertRefused(
                ScenarioForecast.class, NORMAL, "", "of kind 'marginal' must be a ScenarioForecast.", "RateForecast");
    }

    @Test
    void numbersAndShapes() {
        assertRefused(NORMAL.replace("[1,2]", "[1,-2]"), "mean[1]", "mean -2 must be a finite number", "reset");
        assertRefused(NORMAL.replace("[1,2]", "[1]"), "", "2 standard deviations must be as many", "not set");
        assertRefused(NORMAL.replace("[1,2]", "[]"), "", "horizon 0 must lie in", "left at zero");
        assertRefused(NORMAL.replace("\"impulse\":[1]", "\"impulse\":[0]"), "", "first impulse weight 0.0", "unit");
        assertRefused(NORMAL.replace("\"mean\"", "\"skipped\":-1,\"mean\""), "skipped", "skipped -1 must lie", "unit");
        assertRefused(TABLE.replace("[0.1,0.9]", "[0.9,0.1]"), "", "quantile level 0.1 must be above", "not sorted");
        assertRefused(TABLE.replace("[0,2]", "[2,0]"), "", "forecast quantile 0.0 must not be below", "sort them");
        assertRefused(TABLE.replace("[0,2]", "[0,-2]"), "quantiles[0][1]", "quantiles -2 must be", "reset");
        assertRefused(TABLE.replace("[0,2],", ""), "", "1 rows of quantiles must be as many", "transposed");
        assertRefused(SCENARIOS.replace("[3,4]", "[3]"), "", "scenario of 1 steps must have 2", "cut off");
        assertRefused(SCENARIOS.replace("[[1,2],[3,4]]", "[]"), "", "number of scenarios 0 must", "zero");
    }

    @Test
    void sums() {
        assertRefused(sum(), "", "sum of 0 terms must have 2 or more.", "by itself");
        assertRefused(sum(NORMAL), "", "sum of 1 terms must have 2 or more.", "by itself");
        assertRefused(sum(NORMAL, SCENARIOS), "terms[1]", "of kind 'scenario' must be a MarginalForecast.", "any kind");
        assertRefused(
                sum(NORMAL, NORMAL.replace("\"firstIndex\":5", "\"firstIndex\":9223372036854775807")),
                "",
                "term 1 of a sum must cover the same steps as term 0.",
                "longer");
        assertRefused(sum(NORMAL, sum(sum())), "terms[1].terms[0]", "sum of 0 terms must have 2 or more.", "itself");
    }

    @Test
    void thePathLeadsThroughMapsAndLists() {
        String json = "{\"pair\":\"a>b\",\"transactions\":{\"api\":" + sum(NORMAL, NORMAL.replace("[1,2]", "[1,1e400]"))
                + "}}";
        RefusalTest.assertRefused(
                PredictionData.class, json, "transactions.api.terms[1].mean[1]", "mean 1e400 must be finite.", "unit");
        RefusalTest.assertRefused(
                PredictionData.class,
                "{\"transactions\":{\"api\":" + NORMAL + ",\"api\":" + NORMAL + "}}",
                "transactions.api",
                "key 'api' must not be given twice.",
                "merged by hand");
    }

    /** A few kilobytes could otherwise ask for gigabytes or hours. */
    @Test
    void aSumThatWouldTakeAllMemoryOrForEverIsRefused() throws Exception {
        String memory = " must have at most 134217728 = (terms + shocks) * steps * (steps + skipped).";
        assertTooLarge(flat(1000, 0, 140), "sum of 2 terms with 141 shocks over 1000 steps after 0" + memory);
        assertTooLarge(flat(100, 1_000_000, 0), "sum of 2 terms with 1 shocks over 100 steps after 1000000" + memory);
        String time = " must have at most 34359738368 = (terms + shocks) * steps^2 * (steps + skipped).";
        assertTooLarge(flat(4000, 0, 0), "sum of 2 terms with 1 shocks over 4000 steps after 0" + time);
        assertThatCode(() -> SumSize.check(List.of(flat(2000, 0, 0), flat(2000, 500, 0))))
                .doesNotThrowAnyException();
    }

    private static void assertTooLarge(MarginalForecast term, String refusal) throws Exception {
        String json = MAPPER.writeValueAsString(term);
        assertRefused(sum(json, json), "", refusal, "cut to the window");
        // Writing a sum asks the same; making one that large would take too long here.
        assertThatThrownBy(() -> SumSize.check(List.of(term, term))).hasMessageStartingWith(refusal);
    }

    /** A forecast of nothing whose shocks have one own and some shared names. */
    private static MarginalForecast flat(int steps, int skipped, int factors) {
        Dependence dependence = Dependence.independent(0, "own");
        for (int k = 0; k < factors; k++) {
            dependence = dependence.with("factor " + k, 0.01);
        }
        return MarginalForecast.builder(Samples.GRID, 0)
                .mean(new double[steps])
                .standardDeviation(new double[steps])
                .dependence(dependence)
                .skipped(skipped)
                .build();
    }
}
