package io.headroom.forecasting.internal.blend;

import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.util.Arrays;

/**
 * How much each member counts at each horizon: inversely to a power of its mean absolute error there, in three bands of
 * horizons (up to 3 steps, up to 12, beyond). Immutable and thread-safe.
 */
final class Weights {
    /** Last step of each band but the last, which is open. */
    private static final int[] BANDS = {3, 12};

    private final double[][] weights;

    private Weights(double[][] weights) {
        this.weights = weights;
    }

    static int bands() {
        return BANDS.length + 1;
    }

    static int band(int step) {
        int band = 0;
        while (band < BANDS.length && step > BANDS[band]) {
            band++;
        }
        return band;
    }

    /**
     * Weights from errors.
     *
     * @param errors mean absolute error by band and member, NaN where a member never forecast
     * @param power of the error, above 0
     */
    static Weights of(double[][] errors, int power) {
        double[][] weights = new double[bands()][];
        for (int band = 0; band < weights.length; band++) {
            double[] row = errors[band];
            double least =
                    Arrays.stream(row).filter(e -> !Double.isNaN(e)).min().orElse(Double.NaN);
            weights[band] = new double[row.length];
            for (int m = 0; m < row.length; m++) {
                weights[band][m] = weight(row[m], least, power);
            }
        }
        return new Weights(weights);
    }

    /** All weight to the one member with the least error, summed over the bands. */
    static Weights best(double[][] errors) {
        int best = 0;
        double least = Double.POSITIVE_INFINITY;
        for (int m = 0; m < errors[0].length; m++) {
            double sum = 0;
            for (double[] band : errors) {
                sum += band[m];
            }
            if (sum < least) {
                least = sum;
                best = m;
            }
        }
        double[][] weights = new double[bands()][errors[0].length];
        for (double[] band : weights) {
            band[best] = 1;
        }
        return new Weights(weights);
    }

    private static double weight(double error, double least, int power) {
        if (Double.isNaN(least)) {
            return 1;
        }
        if (Double.isNaN(error)) {
            return 0;
        }
        return error <= least ? 1 : least > 0 ? StrictMath.pow(least / error, power) : 0;
    }

    /** Weight of a member at a step; 0 or more. */
    double at(int step, int member) {
        return weights[band(step)][member];
    }

    /** The largest share that a member has in any band, in [0, 1]. */
    double share(int member) {
        double largest = 0;
        for (double[] band : weights) {
            largest = Math.max(largest, band[member] / Arrays.stream(band).sum());
        }
        return largest;
    }

    /** The same without some members. */
    Weights only(boolean[] kept) {
        double[][] rows = new double[weights.length][];
        for (int band = 0; band < rows.length; band++) {
            double[] row = new double[kept.length];
            int n = 0;
            for (int m = 0; m < kept.length; m++) {
                if (kept[m]) {
                    row[n] = weights[band][m];
                    n++;
                }
            }
            rows[band] = Arrays.copyOf(row, n);
        }
        return new Weights(rows);
    }

    void writeTo(DataOutput out) throws IOException {
        for (double[] band : weights) {
            for (double weight : band) {
                out.writeDouble(weight);
            }
        }
    }

    static Weights readFrom(DataInput in, int members) throws IOException {
        double[][] weights = new double[bands()][members];
        for (double[] band : weights) {
            for (int m = 0; m < members; m++) {
                band[m] = in.readDouble();
            }
        }
        return new Weights(weights);
    }
}
