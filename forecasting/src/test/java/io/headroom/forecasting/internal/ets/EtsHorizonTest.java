package io.headroom.forecasting.internal.ets;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

/** Choosing by errors at the horizon. */
class EtsHorizonTest {

    @Test
    void errorIsTheMeanOverOriginsInTheSecondHalf() {
        double[] y = new double[20];
        for (int t = 0; t < 20; t++) {
            y[t] = t;
        }
        EtsState last =
                new EtsState(EtsForm.parse("A,N,N"), new EtsParameters(1, 0, 0, 1), new EtsStates(0, 0, new double[0]));
        assertThat(HorizonError.of(last.copy(), y, 4)).isCloseTo(2.5, within(1e-12));
        assertThat(HorizonError.of(last.copy(), y, 1)).isCloseTo(1, within(1e-12));
        assertThat(HorizonError.of(last.copy(), y, 11)).isInfinite();
        y[18] = 1000;
        double spiked = HorizonError.of(last.copy(), y, 4);
        y[18] = Double.NaN;
        assertThat(HorizonError.of(last.copy(), y, 4)).isLessThan(spiked);
    }

    @Test
    void choiceForecastsFurtherWithLessError() {
        for (String name : new String[] {"AirPassengers", "gas", "co2", "nottem"}) {
            Classics.Series series = Classics.series(name);
            double[] y = series.values();
            int horizon = 2 * series.period();
            EtsModel near = new EtsFitter(EtsOptions.defaults())
                    .select(y, series.period(), () -> false)
                    .model()
                    .orElseThrow();
            EtsModel far = new EtsFitter(EtsOptions.defaults().withHorizon(horizon))
                    .select(y, series.period(), () -> false)
                    .model()
                    .orElseThrow();
            assertThat(HorizonError.of(far.beginning(), y, horizon))
                    .as(name)
                    .isLessThanOrEqualTo(1.05 * HorizonError.of(near.beginning(), y, horizon));
            assertThat(far.aicc()).as(name).isGreaterThanOrEqualTo(near.aicc() - 0.01);
        }
    }

    @Test
    void tooShortForTheHorizonFallsBackToTheCriterion() {
        double[] y = Classics.series("woolyrnq").values();
        EtsModel model = new EtsFitter(EtsOptions.defaults().withHorizon(90))
                .select(y, 4, () -> false)
                .model()
                .orElseThrow();
        EtsModel plain = new EtsFitter(EtsOptions.defaults())
                .select(y, 4, () -> false)
                .model()
                .orElseThrow();
        assertThat(model.form().hasSeason()).isTrue();
        assertThat(model.aicc()).isCloseTo(plain.aicc(), within(0.5));
    }
}
