package io.headroom.forecasting;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.headroom.spi.PredictorProvider;
import io.headroom.spi.PredictorSettings;
import io.headroom.testkit.PredictorProviderContract;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

/** The providers of this module against the contract of providers, and predictors by name. */
class BuiltInProvidersTest {
    @Nested
    class NaiveTest extends PredictorProviderContract {
        @Override
        protected Class<? extends PredictorProvider> provider() {
            return BuiltInProviders.Naive.class;
        }
    }

    @Nested
    class SeasonalNaiveTest extends PredictorProviderContract {
        @Override
        protected Class<? extends PredictorProvider> provider() {
            return BuiltInProviders.SeasonalNaive.class;
        }
    }

    @Nested
    class EtsTest extends PredictorProviderContract {
        @Override
        protected Class<? extends PredictorProvider> provider() {
            return BuiltInProviders.Ets.class;
        }
    }

    @Nested
    class AdditiveTest extends PredictorProviderContract {
        @Override
        protected Class<? extends PredictorProvider> provider() {
            return BuiltInProviders.Additive.class;
        }
    }

    @Nested
    class ArimaTest extends PredictorProviderContract {
        @Override
        protected Class<? extends PredictorProvider> provider() {
            return BuiltInProviders.Arima.class;
        }
    }

    @Nested
    class DirectTest extends PredictorProviderContract {
        @Override
        protected Class<? extends PredictorProvider> provider() {
            return BuiltInProviders.Direct.class;
        }
    }

    @Test
    void namesAreThoseOfTheProviders() {
        assertThat(Predictors.names()).contains("naive", "seasonal-naive", "ets", "additive", "arima");
    }

    @Test
    void anUnknownNameIsRefusedWithTheNamesThatThereAre() {
        assertThatThrownBy(() -> Predictors.named("oracle", PredictorSettings.ofPeriods(24)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("'oracle'")
                .hasMessageContaining("naive, seasonal-naive")
                .hasMessageContaining("Maybe");
    }

    @Test
    void aPeriodBelowTwoIsRefused() {
        assertThatThrownBy(() -> Predictors.seasonalNaive(1)).hasMessageContaining("period 1");
        assertThatThrownBy(() -> Predictors.ets(0)).hasMessageContaining("period 0");
        assertThatThrownBy(() -> Predictors.arima(1)).hasMessageContaining("period 1");
    }
}
