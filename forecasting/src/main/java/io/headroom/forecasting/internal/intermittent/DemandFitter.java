package io.headroom.forecasting.internal.intermittent;

import java.util.Optional;
import java.util.function.BooleanSupplier;

/**
 * Chooses method and smoothing parameters for a series of demands. Stateless and thread-safe; nothing here throws on a
 * degenerate series.
 */
public final class DemandFitter {
    /** Below this average interval a series is smooth or erratic, not intermittent: Syntetos and Boylan (2005). */
    private static final double SHORTEST_INTERVAL = 1.32;

    private static final int LEAST_VALUES = 5;
    private static final int LEAST_DEMANDS = 2;

    /** Makes a fitter. */
    public DemandFitter() {}

    /**
     * Chooses and fits: plain smoothing unless demands are 1.32 steps apart or more on average. Costs some 150 passes
     * over the series.
     *
     * @param y the series, with NaN where a value is missing
     * @param expired asked now and then whether to stop with what there is
     * @return the model; none below five values, or if time is up at once
     */
    public DemandFit select(double[] y, BooleanSupplier expired) {
        Demands demands = new Demands(y);
        if (demands.observed < LEAST_VALUES || expired.getAsBoolean()) {
            return new DemandFit(Optional.empty(), demands.observed < LEAST_VALUES);
        }
        boolean intermittent = demands.demands >= LEAST_DEMANDS && demands.interval() >= SHORTEST_INTERVAL;
        if (!intermittent) {
            return new DemandFit(Optional.of(PlainSmoothing.fit(demands)), true);
        }
        return new RateSearch(demands, expired).fit();
    }
}
