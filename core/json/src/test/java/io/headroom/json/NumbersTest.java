package io.headroom.json;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.headroom.core.Dependence;
import io.headroom.core.MarginalForecast;
import io.headroom.core.MarginalForecastBuilder;
import io.headroom.core.RateForecast;
import io.headroom.core.RateSeries;
import io.headroom.core.ScenarioForecast;
import io.headroom.core.Window;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Numbers keep every bit, and forecasts everything that can be asked of them. */
class NumbersTest {
    private static final ObjectMapper MAPPER = HeadroomJson.mapper();

    @ParameterizedTest
    @ValueSource(longs = {1, 20_260_301})
    void everyBitOfANumberIsKept(long seed) throws IOException {
        Random random = new Random(seed);
        double[] weights = random.longs()
                .mapToDouble(Double::longBitsToDouble)
                .filter(Double::isFinite)
                .limit(20_000)
                .toArray();
        double[] special = {
            1, -0.0, 0.0, Double.MIN_VALUE, -Double.MAX_VALUE, Double.MIN_NORMAL, 1e23, 2e-3, 1e7, 0x1p53 + 2, 0.1
        };
        System.arraycopy(special, 0, weights, 0, special.length);
        MarginalForecast forecast = MarginalForecast.builder(Samples.GRID, 0)
                .mean(-0.0)
                .standardDeviation(0)
                .impulse(weights)
                .build();
        MarginalForecast read = (MarginalForecast) reread(forecast);
        assertThat(bits(read.impulse())).as("seed " + seed).isEqualTo(bits(weights));
        assertThat(Double.doubleToRawLongBits(read.mean(1))).isEqualTo(Double.doubleToRawLongBits(-0.0));
        assertThat(read).isEqualTo(forecast);
    }

    private static long[] bits(double[] values) {
        return Arrays.stream(values).mapToLong(Double::doubleToRawLongBits).toArray();
    }

    @Test
    void numbersAreWrittenInTheirShortestForm() throws IOException {
        // A JVM before 19 has no such form for 2E23: Double.toString says 1.9999999999999998E23.
        RateSeries series = RateSeries.of(Samples.GRID, 0, 2e23, 0.1, 100, 1e-5, 12345678.5);
        assertThat(MAPPER.writeValueAsString(series)).contains("[2.0E23,0.1,100.0,1.0E-5,1.23456785E7]");
    }

    @Test
    void wholeNumbersAreReadAsNumbers() throws IOException {
        String json =
                "{\"grid\":{\"origin\":\"1970-01-01T00:00:00Z\",\"step\":\"PT1M\"},\"firstIndex\":0,\"rates\":[5,0]}";
        assertThat(MAPPER.readValue(json, RateSeries.class)).isEqualTo(RateSeries.of(Samples.GRID, 0, 5, 0));
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8})
    void forecastsAnswerTheSameAfterwards(long seed) throws IOException {
        Random random = new Random(seed);
        int horizon = 1 + random.nextInt(6);
        List<RateForecast> forecasts = new ArrayList<>();
        for (int i = 0; i < 4; i++) {
            forecasts.add(marginal(random, horizon));
        }
        forecasts.add(RateForecast.sum(List.copyOf(forecasts)));
        forecasts.add(forecasts.get(4).skip(horizon - 1));
        forecasts.add(ScenarioForecast.of(Samples.GRID, 5, rates(random, 1 + random.nextInt(20), horizon)));
        for (RateForecast forecast : forecasts) {
            assertSame(reread(forecast), forecast, seed);
        }
    }

    private static MarginalForecast marginal(Random random, int horizon) {
        MarginalForecastBuilder builder = MarginalForecast.builder(Samples.GRID, 5)
                .mean(rates(random, 1, horizon)[0])
                .impulse(1, random.nextGaussian(), random.nextDouble())
                .dependence(Dependence.independent(random.nextLong(), "own").with("day", random.nextDouble() - 0.5))
                .skipped(random.nextInt(4));
        if (random.nextBoolean()) {
            return builder.standardDeviation(rates(random, 1, horizon)[0]).build();
        }
        double[] levels = random.doubles(1e-6, 1 - 1e-6)
                .distinct()
                .limit(2 + random.nextInt(9))
                .sorted()
                .toArray();
        double[][] quantiles = rates(random, horizon, levels.length);
        for (double[] row : quantiles) {
            Arrays.sort(row);
        }
        return builder.quantiles(levels, quantiles).build();
    }

    private static double[][] rates(Random random, int rows, int columns) {
        double[][] rates = new double[rows][columns];
        for (double[] row : rates) {
            Arrays.setAll(row, i -> 1000 * random.nextDouble());
        }
        return rates;
    }

    private static void assertSame(RateForecast read, RateForecast written, long seed) {
        String run = written + ", seed " + seed;
        assertThat(read).as(run).isEqualTo(written);
        Window window = Window.of(0, written.horizon());
        for (double p : new double[] {0.01, 0.5, 0.9, 0.999}) {
            assertThat(read.quantile(1, p)).as(run).isEqualTo(written.quantile(1, p));
            assertThat(read.maximumQuantile(window, p)).as(run).isEqualTo(written.maximumQuantile(window, p));
            assertThat(read.sumQuantile(window, p)).as(run).isEqualTo(written.sumQuantile(window, p));
        }
        assertThat(read.path(3)).as(run).isEqualTo(written.path(3));
    }

    @Test
    void multiplesOfAForecastKeepTheirDistribution() throws IOException {
        for (double factor : new double[] {0, 0.3, 1.7, 2, 1e6}) {
            MarginalForecast normal = Samples.NORMAL.times(factor);
            assertThat(reread(normal)).isEqualTo(normal);
            MarginalForecast table = Samples.TABLE.times(factor);
            MarginalForecast read = (MarginalForecast) reread(table);
            for (int step = 1; step <= table.horizon(); step++) {
                assertThat(read.mean(step)).isEqualTo(table.mean(step));
                for (double p : new double[] {0.001, 0.05, 0.3, 0.5, 0.95, 0.999}) {
                    assertThat(read.quantile(step, p)).isEqualTo(table.quantile(step, p));
                }
                // Computed anew from the table, where the multiple multiplied it: the last bits may differ.
                double deviation = table.standardDeviation(step);
                assertThat(Math.abs(read.standardDeviation(step) - deviation))
                        .isLessThanOrEqualTo(8 * Math.ulp(deviation));
            }
        }
    }

    @Test
    void aNumberThatIsNotFiniteIsNotWritten() {
        ScenarioForecast overflowed = ScenarioForecast.of(Samples.GRID, 0, new double[][] {{1, 1e300}})
                .times(1e300);
        assertThatThrownBy(() -> MAPPER.writeValueAsString(overflowed))
                .isInstanceOf(JsonMappingException.class)
                .hasMessageContainingAll(
                        "number Infinity must be finite", "Maybe ", "[\"paths\"]->double[][0]->double[1]");
    }

    private static RateForecast reread(RateForecast forecast) throws IOException {
        return MAPPER.readValue(MAPPER.writeValueAsBytes(forecast), RateForecast.class);
    }
}
