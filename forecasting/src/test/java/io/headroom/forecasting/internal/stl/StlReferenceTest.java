package io.headroom.forecasting.internal.stl;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import org.junit.jupiter.api.Test;

/**
 * STL and MSTL against R 4.2.2 and its package forecast 8.20. Rows are counted from 1, as there. Calls:
 * {@code stl(nottem, "periodic")}, {@code stl(log(co2), s.window = 21)}, {@code stl(USAccDeaths, s.window = 7, robust =
 * TRUE)}, {@code mstl(msts(y, c(24, 168)))} with the series of {@link #weekly}.
 */
class StlReferenceTest {
    private static double[] series(String name) throws IOException {
        try (BufferedReader reader = new BufferedReader(new InputStreamReader(
                StlReferenceTest.class.getResourceAsStream("/io/headroom/forecasting/internal/ets/series.csv"),
                StandardCharsets.UTF_8))) {
            String line = reader.lines()
                    .filter(row -> row.startsWith(name + ","))
                    .findFirst()
                    .orElseThrow();
            String values = line.substring(line.lastIndexOf(',') + 1);
            return Arrays.stream(values.split(" ", -1))
                    .mapToDouble(Double::parseDouble)
                    .toArray();
        }
    }

    private static void check(StlParts parts, double tolerance, double... rows) {
        for (int i = 0; i < rows.length; i += 4) {
            int at = (int) rows[i] - 1;
            assertThat(parts.season()[at]).as("season of row %d", at + 1).isCloseTo(rows[i + 1], within(tolerance));
            assertThat(parts.trend()[at]).as("trend of row %d", at + 1).isCloseTo(rows[i + 2], within(tolerance));
            assertThat(parts.remainder()[at]).as("rest of row %d", at + 1).isCloseTo(rows[i + 3], within(tolerance));
        }
    }

    @Test
    void aSeasonThatDoesNotChange() throws IOException {
        check(
                new Stl(StlOptions.periodic(12)).split(series("nottem")),
                1e-9,
                1,
                -9.34719802748,
                49.6806726486,
                0.266525378913,
                2,
                -9.85524962155,
                49.545520817,
                1.10972880451,
                120,
                -9.4781422783,
                49.4473584958,
                1.93078378254,
                240,
                -9.4781422783,
                49.0050970824,
                -1.72695480409);
    }

    @Test
    void aSeasonThatMovesOn() throws IOException {
        double[] logs = Arrays.stream(series("co2")).map(StrictMath::log).toArray();
        check(
                new Stl(StlOptions.of(12, 21)).split(logs),
                1e-10,
                1,
                -0.000184933380888,
                5.75354105789,
                0.000548959549327,
                2,
                0.00172978222337,
                5.75382338185,
                0.00116958129244,
                234,
                0.00702647930791,
                5.81495660917,
                0.000234061327314,
                468,
                -0.00243619701614,
                5.89875033518,
                0.00177335943684);
    }

    @Test
    void robustWeights() throws IOException {
        check(
                new Stl(StlOptions.of(12, 7).robust()).split(series("USAccDeaths")),
                1e-6,
                1,
                -697.508343163,
                9768.79827491,
                -64.2899317471,
                2,
                -1537.10981134,
                9720.75117509,
                -77.6413637508,
                36,
                28.4958621448,
                8457.80288989,
                -452.298752033,
                72,
                219.334273546,
                8969.11474951,
                51.5509769446);
    }

    /** i = 0:839; 200 + 0.05 i + 40 (i %% 24 - 12)^2 / 144 + 30 (i %% 168 %/% 24 >= 5) + i 7919 %% 1009 / 50. */
    private static double[] weekly() {
        double[] y = new double[840];
        for (int i = 0; i < y.length; i++) {
            double day = i % 24 - 12;
            double weekend = i % 168 / 24 >= 5 ? 30 : 0;
            y[i] = 200 + 0.05 * i + 40 * (day * day / 144) + weekend + i * 7919L % 1009 / 50.0;
        }
        return y;
    }

    @Test
    void twoSeasons() {
        MstlParts parts = Mstl.of(24, 168).split(weekly(), () -> false);
        double[] rows = {
            1, 232.4936261990, 24.6221700130, -13.7760980125, -3.3396981995,
            2, 232.5395920585, 20.5544057872, -5.4061965710, 3.0933098363,
            400, 251.9516285400, -10.9660583615, -8.7919449327, 0.2963747541,
            839, 274.0346753509, 14.6318547243, 25.3871923705, 4.3840553321,
            840, 274.0854219731, 20.1944556426, 22.5587040917, 4.4225294038
        };
        for (int i = 0; i < rows.length; i += 5) {
            int at = (int) rows[i] - 1;
            assertThat(parts.trend()[at]).isCloseTo(rows[i + 1], within(1e-8));
            assertThat(parts.season(0)[at]).isCloseTo(rows[i + 2], within(1e-8));
            assertThat(parts.season(1)[at]).isCloseTo(rows[i + 3], within(1e-8));
            assertThat(parts.adjusted()[at]).isCloseTo(rows[i + 1] + rows[i + 4], within(1e-8));
        }
        assertThat(parts.periods()).containsExactly(24, 168);
        assertThat(parts.complete()).isTrue();
    }

    @Test
    void missingValuesAreFilledInWithTheirSeason() {
        double[] y = weekly();
        MstlParts whole = Mstl.of(24, 168).split(y, () -> false);
        double[] holes = y.clone();
        for (int i = 400; i < 412; i++) {
            holes[i] = Double.NaN;
        }
        holes[0] = Double.NaN;
        MstlParts parts = Mstl.of(24, 168).split(holes, () -> false);
        for (int i = 0; i < y.length; i++) {
            assertThat(parts.season(0)[i]).isCloseTo(whole.season(0)[i], within(4.0));
            assertThat(parts.adjusted()[i]).isCloseTo(whole.adjusted()[i], within(12.0));
        }
    }

    @Test
    void timeThatIsUpLeavesTheFirstPass() {
        MstlParts parts = Mstl.of(24, 168).split(weekly(), () -> true);
        assertThat(parts.complete()).isFalse();
        assertThat(parts.season(1)).containsOnly(0.0);
        assertThat(parts.season(0)[0]).isBetween(10.0, 40.0);
    }

    @Test
    void windowsAndLengthsAreChecked() {
        assertThatThrownBy(() -> StlOptions.of(12, 8))
                .hasMessageContaining("not odd")
                .hasMessageContaining("Maybe 9");
        assertThatThrownBy(() -> StlOptions.of(1, 7)).hasMessageContaining("period is 1, not at least 2");
        assertThatThrownBy(() -> new Stl(StlOptions.of(12, 7)).split(new double[23]))
                .hasMessageContaining("less than two seasons");
    }

    /** A line plus a season is decomposed without a rest. */
    @Test
    void decompositionTakesLineAndSeasonApart() {
        double[] y = new double[120];
        Arrays.setAll(y, t -> 0.5 * t + (t % 6 == 2 ? 5 : -1));
        StlParts parts = new Stl(StlOptions.of(6, 11)).split(y);
        for (int t = 12; t < 108; t++) {
            assertThat(parts.trend()[t]).isCloseTo(0.5 * t, within(0.05));
            assertThat(parts.season()[t]).isCloseTo(t % 6 == 2 ? 5 : -1, within(0.05));
        }
    }
}
