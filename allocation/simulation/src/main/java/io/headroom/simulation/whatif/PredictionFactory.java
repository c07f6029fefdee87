package io.headroom.simulation.whatif;

import io.headroom.core.RateSeries;
import io.headroom.core.SeriesKey;
import io.headroom.spi.PredictionService;
import java.util.Map;

/**
 * Starts predictions that have learned some history. Called once for each policy of a what-if run, as predictions learn on while
 * they are used. For results that can be repeated, fits must run in the caller's thread and without a limit on their time.
 */
@FunctionalInterface
public interface PredictionFactory {
    /**
     * Starts predictions.
     *
     * @param history what was recorded before the first step that is played, on the grid of the recording; at least one step of
     *     each flow
     * @return predictions of all these flows, on the same grid
     */
    PredictionService start(Map<SeriesKey, RateSeries> history);
}
