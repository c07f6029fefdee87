package io.headroom.forecasting.lstm.internal.network;

import io.headroom.core.StandardNormal;

/**
 * Outputs as quantiles that never cross. With anchors f (past values on the scale of the forecast), the typical size s of a surprise, and
 * outputs g (a weight for each anchor), m and d:
 *
 * <pre>
 * median = sum of g f + s m,   next quantile outwards = this one +- s * w * (d + sqrt(d^2 + 4)) / 2
 * </pre>
 *
 * <p>where w is what lies between the two levels in the normal law. Loss: the pinball loss, averaged over the levels. Stateless apart from
 * its levels; thread-safe.
 */
public final class QuantileHead {
    private static final double[] LEVELS = {
        0.01, 0.025, 0.05, 0.1, 0.2, 0.3, 0.4, 0.5, 0.6, 0.7, 0.8, 0.9, 0.95, 0.975, 0.99
    };
    private static final int MIDDLE = 7;
    private static final float[] WIDTHS = widths();

    private QuantileHead() {}

    private static float[] widths() {
        float[] widths = new float[LEVELS.length - 1];
        for (int k = 0; k < widths.length; k++) {
            widths[k] = (float) (StandardNormal.quantile(LEVELS[k + 1]) - StandardNormal.quantile(LEVELS[k]));
        }
        return widths;
    }

    /**
     * The levels.
     *
     * @return a copy, rising, symmetric about the median in the middle
     */
    public static double[] levels() {
        return LEVELS.clone();
    }

    /**
     * Number of levels.
     *
     * @return 15
     */
    public static int size() {
        return LEVELS.length;
    }

    /**
     * What lies between neighbouring levels in the normal law.
     *
     * @return a copy; one less than there are levels
     */
    public static float[] normalWidths() {
        return WIDTHS.clone();
    }

    private static float positive(float d) {
        return 0.5f * (d + (float) Math.sqrt(d * d + 4));
    }

    /**
     * The quantiles of one step.
     *
     * @param anchors number of anchors
     * @param f anchors
     * @param fo first anchor
     * @param s size of a surprise, 0 or more
     * @param out outputs of the network
     * @param oo first output
     * @param q takes the quantiles, rising
     */
    public static void quantiles(int anchors, float[] f, int fo, float s, float[] out, int oo, float[] q) {
        float median = s * out[oo + anchors];
        for (int k = 0; k < anchors; k++) {
            median += out[oo + k] * f[fo + k];
        }
        q[MIDDLE] = median;
        int d = oo + anchors + 1;
        for (int k = MIDDLE + 1; k < LEVELS.length; k++) {
            q[k] = q[k - 1] + s * WIDTHS[k - 1] * positive(out[d + k - 1]);
        }
        for (int k = MIDDLE - 1; k >= 0; k--) {
            q[k] = q[k + 1] - s * WIDTHS[k] * positive(out[d + k]);
        }
    }

    /**
     * The loss of one step: twice the pinball loss, averaged over the levels.
     *
     * @param q quantiles
     * @param y what came
     * @return 0 or more
     */
    public static float loss(float[] q, float y) {
        float loss = 0;
        for (int k = 0; k < q.length; k++) {
            float error = y - q[k];
            float level = (float) LEVELS[k];
            loss += Math.max(level * error, (level - 1) * error);
        }
        return 2 * loss / q.length;
    }

    /**
     * The slopes of the weighted loss of one step; they replace the outputs.
     *
     * @param anchors number of anchors
     * @param f anchors
     * @param fo first anchor
     * @param s size of a surprise
     * @param out outputs of the network; replaced by the slopes of the loss
     * @param oo first output
     * @param q quantiles of those outputs
     * @param y what came
     * @param weight weight of this step's loss
     */
    public static void slopes(
            int anchors, float[] f, int fo, float s, float[] out, int oo, float[] q, float y, float weight) {
        float unit = 2 * weight / LEVELS.length;
        float total = 0;
        int d = oo + anchors + 1;
        float outer = 0;
        for (int k = LEVELS.length - 1; k > MIDDLE; k--) {
            outer += slope(k, q[k], y) * unit;
            out[d + k - 1] = outer * s * WIDTHS[k - 1] * positiveSlope(out[d + k - 1]);
        }
        total += outer;
        outer = 0;
        for (int k = 0; k < MIDDLE; k++) {
            outer += slope(k, q[k], y) * unit;
            out[d + k] = -outer * s * WIDTHS[k] * positiveSlope(out[d + k]);
        }
        total += outer + slope(MIDDLE, q[MIDDLE], y) * unit;
        for (int k = 0; k < anchors; k++) {
            out[oo + k] = total * f[fo + k];
        }
        out[oo + anchors] = total * s;
    }

    private static float slope(int k, float q, float y) {
        return (y < q ? 1 : 0) - (float) LEVELS[k];
    }

    private static float positiveSlope(float d) {
        return 0.5f * (1 + d / (float) Math.sqrt(d * d + 4));
    }
}
