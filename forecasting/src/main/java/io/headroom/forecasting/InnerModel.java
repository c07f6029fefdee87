package io.headroom.forecasting;

import io.headroom.forecasting.internal.ets.EtsFit;
import io.headroom.forecasting.internal.ets.EtsFitter;
import io.headroom.forecasting.internal.ets.EtsModel;
import io.headroom.forecasting.internal.ets.EtsOptions;
import io.headroom.forecasting.internal.harmonic.HarmonicFitter;
import java.util.function.BooleanSupplier;

/** What forecasts a series once its seasons are taken out. Thread-safe. */
@FunctionalInterface
interface InnerModel {
    /**
     * Fits.
     *
     * @param adjusted the series without its seasons; nothing is missing
     * @param expired asked whether to stop with what there is
     * @return a state before the first step
     */
    SeriesState fit(double[] adjusted, BooleanSupplier expired);

    /** ARIMA(p, 1, q): the level wanders, and errors on the way there have a memory. */
    static InnerModel arima() {
        int[] none = {};
        return (adjusted, expired) -> {
            ValueScale scale = ValueScale.level(adjusted);
            HarmonicFitter fitter = new HarmonicFitter(none, expired);
            return new HarmonicState(fitter.fit(scale.into(adjusted), 1).start(), scale, 1, Widening.NONE);
        };
    }

    /** Exponential smoothing of the best form by AICc, as R's {@code stlf} has it; the last value if none can be fitted. */
    static InnerModel exponentialSmoothing() {
        return (adjusted, expired) -> {
            EtsFit fit = new EtsFitter(EtsOptions.defaults()).select(adjusted, 1, expired);
            if (fit.model().isEmpty()) {
                return new LastValueState(adjusted[0], 0);
            }
            EtsModel model = fit.model().get();
            return new EtsSeriesState(model.beginning(), model.sigma2());
        };
    }
}
