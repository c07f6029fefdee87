package io.headroom.forecasting.lstm.djl;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;
import io.headroom.forecasting.lstm.internal.network.QuantileHead;
import java.util.Arrays;

/**
 * What a training needs at every step and never changes.
 *
 * @param known 0 for the row of the unknown name, 1 for all others; a column
 * @param noOffsets a zero for each gate
 * @param levels of the quantiles; a row
 * @param outwards what each distance between neighbouring quantiles adds to each quantile, in the normal law: a row for each distance
 */
record TorchConstants(NDArray known, NDArray noOffsets, NDArray levels, NDArray outwards) {
    static TorchConstants of(NDManager manager, io.headroom.forecasting.lstm.internal.network.Shape shape) {
        float[] known = new float[shape.names()];
        Arrays.fill(known, 1, known.length, 1);
        float[] levels = new float[QuantileHead.size()];
        for (int k = 0; k < levels.length; k++) {
            levels[k] = (float) QuantileHead.levels()[k];
        }
        return new TorchConstants(
                manager.create(known, new Shape(known.length, 1)),
                manager.zeros(new Shape(shape.gates())),
                manager.create(levels, new Shape(1, levels.length)),
                manager.create(steps(), new Shape(levels.length - 1, levels.length)));
    }

    /** Distance k lies between quantiles k and k + 1: those on its far side from the median move with it. */
    private static float[] steps() {
        float[] widths = QuantileHead.normalWidths();
        int n = widths.length + 1;
        float[] out = new float[widths.length * n];
        for (int k = 0; k < widths.length; k++) {
            if (k >= n / 2) {
                Arrays.fill(out, k * n + k + 1, (k + 1) * n, widths[k]);
            } else {
                Arrays.fill(out, k * n, k * n + k + 1, -widths[k]);
            }
        }
        return out;
    }
}
