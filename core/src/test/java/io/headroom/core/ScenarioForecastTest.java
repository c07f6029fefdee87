package io.headroom.core;

import static io.headroom.core.Forecasts.GRID;
import static io.headroom.core.Refusals.assertRefused;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

class ScenarioForecastTest {
    private static final double[][] PATHS = {{1, 8}, {2, 0}, {3, 6}, {4, 2}};

    private static ScenarioForecast forecast() {
        return ScenarioForecast.of(GRID, 5, PATHS);
    }

    /** Order statistics stand at (i + 1/2) / n; beyond the outermost the extremes hold. */
    @Test
    void quantilesAreOrderStatistics() {
        ScenarioForecast f = forecast();
        assertThat(f.quantile(1, 0.125)).isEqualTo(1);
        assertThat(f.quantile(1, 0.375)).isEqualTo(2);
        assertThat(f.quantile(1, 0.5)).isCloseTo(2.5, within(1e-12));
        assertThat(f.quantile(1, 0.01)).isEqualTo(1);
        assertThat(f.quantile(1, 0.999)).isEqualTo(4);
        assertThat(f.quantile(2, 0.875)).isEqualTo(8);
        assertThat(f.mean(2)).isEqualTo(4);
    }

    @Test
    void windowsAreTakenPathByPath() {
        ScenarioForecast f = forecast();
        Window both = Window.of(0, 2);
        assertThat(f.maximumQuantile(both, 0.125)).isEqualTo(2);
        assertThat(f.maximumQuantile(both, 0.375)).isEqualTo(4);
        assertThat(f.maximumQuantile(both, 0.875)).isEqualTo(8);
        assertThat(f.sumQuantile(both, 0.125)).isEqualTo(2);
        assertThat(f.sumQuantile(both, 0.375)).isEqualTo(6);
        assertThat(f.sumQuantile(both, 0.625)).isEqualTo(9);
    }

    @Test
    void addsUpScenarioByScenario() {
        ScenarioForecast mirrored = ScenarioForecast.of(GRID, 5, new double[][] {{4, 0}, {3, 8}, {2, 2}, {1, 6}});
        RateForecast sum = forecast().plus(mirrored);
        assertThat(sum).isEqualTo(ScenarioForecast.of(GRID, 5, new double[][] {{5, 8}, {5, 8}, {5, 8}, {5, 8}}));
        assertThat(forecast().plus(forecast())).isEqualTo(forecast().times(2));
    }

    @Test
    void fewerScenariosRepeat() {
        ScenarioForecast one = ScenarioForecast.of(GRID, 5, new double[][] {{10, 20}});
        assertThat(forecast().plus(one).path(2)).containsExactly(13, 26);
        assertThat(((ScenarioForecast) one.plus(forecast())).scenarios()).isEqualTo(4);
        assertThat(forecast().path(6)).containsExactly(3, 6);
    }

    @Test
    void isACopy() {
        double[][] paths = {{1, 2}};
        ScenarioForecast f = ScenarioForecast.of(GRID, 5, paths);
        paths[0][0] = 9;
        f.path(0)[1] = 9;
        assertThat(f.path(0)).containsExactly(1, 2);
    }

    @Test
    void refusals() {
        assertRefused(() -> ScenarioForecast.of(GRID, 0, new double[0][]), "number of scenarios 0", "[1, ");
        assertRefused(() -> ScenarioForecast.of(GRID, 0, new double[][] {{}}), "horizon 0", "[1, ");
        assertRefused(
                () -> ScenarioForecast.of(GRID, 0, new double[][] {{1, 2}, {1}}), "scenario of 1 steps", "must have 2");
        assertRefused(
                () -> ScenarioForecast.of(GRID, 0, new double[][] {{1}, {-2}}), "scenario rate -2.0", "0 or more");
        assertRefused(
                () -> ScenarioForecast.of(GRID, 0, new double[][] {{Double.NaN}}), "scenario rate NaN", "0 or more");
    }
}
