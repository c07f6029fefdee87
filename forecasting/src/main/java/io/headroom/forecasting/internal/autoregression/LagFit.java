package io.headroom.forecasting.internal.autoregression;

import java.util.List;

/**
 * A fitted lag model and its variants that leave a part of the history out. Immutable and thread-safe.
 *
 * <p>The history is cut into segments. A variant is fitted to all rows but those of its segment and of the next one, so
 * that a path which starts inside the segment meets values that the variant was not fitted to.
 */
public final class LagFit {
    private final LagModel model;
    private final List<LagModel> leftOut;
    private final int[] starts;

    LagFit(LagModel model, List<LagModel> leftOut, int[] starts) {
        this.model = model;
        this.leftOut = leftOut;
        this.starts = starts;
    }

    /**
     * The model fitted to all rows.
     *
     * @return the model
     */
    public LagModel model() {
        return model;
    }

    /**
     * The variant for a path that starts within the history.
     *
     * @param origin index of the first value that is forecast
     * @return the model that did not see the values from there on
     */
    public LagModel at(int origin) {
        int segment = 0;
        while (segment + 1 < starts.length && starts[segment + 1] <= origin) {
            segment++;
        }
        return leftOut.get(segment);
    }
}
