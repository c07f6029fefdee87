package io.headroom.forecasting;

import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.util.Arrays;

/**
 * The law of the one-step errors of a series, learned from the fit. Two parts:
 *
 * <p><b>Size.</b> Counts vary more where their mean is larger. For additive errors the variance is taken as c0 + c1
 * mean, both 0 or more, of which c1 mean is at most 95 % at the average mean, by maximum likelihood for normal errors;
 * {@link #size} is the deviation relative to the one that the state claims.
 *
 * <p><b>Shape.</b> Quantiles of the errors divided by their deviation. As far as the data reach (5 errors beyond a
 * level) they are the empirical ones, further out the last one goes on along the normal law. An error h steps ahead is
 * a sum of shocks with the impulse weights psi, so its shape lies between the one-step shape and the normal one: the
 * weight of the former is sum psi^3 / (sum psi^2)^1.5, by which skewness shrinks.
 *
 * <p>Immutable and thread-safe.
 */
final class ErrorLaw {
    private static final int LEAST_FOR_SHAPE = 50;
    private static final int LEAST_FOR_SIZE = 24;
    private static final int SHARES = 20;
    private static final int ENOUGH_FOR_SIZE = 1000;

    private final double constant;
    private final double perMean;
    private final double[] shape;

    private ErrorLaw(double constant, double perMean, double[] shape) {
        this.constant = constant;
        this.perMean = perMean;
        this.shape = shape;
    }

    /** The normal law with the same variance everywhere. */
    static ErrorLaw normal() {
        return new ErrorLaw(1, 0, EmpiricalShape.normal());
    }

    /**
     * Learns the law.
     *
     * @param means one-step means
     * @param errors value minus mean, at the same places, finite
     * @param deviations deviation that the state claimed
     * @param additive whether to fit a variance function
     */
    static ErrorLaw learn(double[] means, double[] errors, double[] deviations, boolean additive) {
        ErrorLaw size = additive ? size(means, errors) : normal();
        double[] standard = new double[errors.length];
        double squares = 0;
        int n = 0;
        for (int i = 0; i < errors.length; i++) {
            double deviation = deviations[i] * size.size(means[i]);
            if (deviation > 0) {
                standard[n] = errors[i] / deviation;
                squares += standard[n] * standard[n];
                n++;
            }
        }
        if (n < LEAST_FOR_SHAPE || !(squares > 0)) {
            return size;
        }
        double[] sorted = Arrays.copyOf(standard, n);
        Arrays.sort(sorted);
        double scale = Math.sqrt(squares / n);
        for (int i = 0; i < n; i++) {
            sorted[i] /= scale;
        }
        return new ErrorLaw(size.constant, size.perMean, EmpiricalShape.of(sorted, 1));
    }

    /**
     * The most likely share of the variance that goes with the mean, for normal errors: each share has its own scale.
     */
    private static ErrorLaw size(double[] means, double[] errors) {
        double average = 0;
        for (double mean : means) {
            average += Math.max(0, mean) / means.length;
        }
        if (errors.length < LEAST_FOR_SIZE || !(average > 0) || !(meanSquare(means, errors, 0, average, 1) > 0)) {
            return normal();
        }
        int stride = 1 + errors.length / ENOUGH_FOR_SIZE;
        double best = Double.POSITIVE_INFINITY;
        double share = 0;
        for (int k = 0; k < SHARES; k++) {
            double candidate = (double) k / SHARES;
            double misfit = StrictMath.log(meanSquare(means, errors, candidate, average, stride))
                    + meanLog(means, candidate, average, stride);
            if (misfit < best) {
                best = misfit;
                share = candidate;
            }
        }
        double ratio = meanSquare(means, errors, share, average, 1) / meanSquare(means, errors, 0, average, 1);
        return new ErrorLaw(ratio * (1 - share), ratio * share / average, EmpiricalShape.normal());
    }

    /** Mean of squared errors, each divided by what the variance would be there. */
    private static double meanSquare(double[] means, double[] errors, double share, double average, int stride) {
        double sum = 0;
        int n = 0;
        for (int i = 0; i < errors.length; i += stride) {
            sum += errors[i] * errors[i] / variance(means[i], share, average);
            n++;
        }
        return sum / n;
    }

    private static double meanLog(double[] means, double share, double average, int stride) {
        double sum = 0;
        int n = 0;
        for (int i = 0; i < means.length; i += stride) {
            sum += StrictMath.log(variance(means[i], share, average));
            n++;
        }
        return sum / n;
    }

    private static double variance(double mean, double share, double average) {
        return 1 - share + share * Math.max(0, mean) / average;
    }

    /** Deviation at a mean, relative to the one that the state claims. */
    double size(double mean) {
        return perMean == 0 ? 1 : Math.sqrt(constant + perMean * Math.max(0, mean));
    }

    /** Error at a level, in deviations. */
    double shape(int level) {
        return shape[level];
    }

    /** Quantiles of one step, rising, 0 or more, as the calibration spreads them. */
    double[] quantiles(double mean, double deviation, double shapeWeight, LiveCalibration calibration) {
        double[] row = new double[EmpiricalShape.size()];
        for (int k = 0; k < row.length; k++) {
            double score = shapeWeight * shape[k] + (1 - shapeWeight) * EmpiricalShape.score(k);
            row[k] = mean + deviation * score;
        }
        calibration.spread(row);
        return row;
    }

    void write(DataOutput out) throws IOException {
        out.writeDouble(constant);
        out.writeDouble(perMean);
        for (double value : shape) {
            out.writeDouble(value);
        }
    }

    static ErrorLaw read(DataInput in) throws IOException {
        double constant = in.readDouble();
        double perMean = in.readDouble();
        double[] shape = new double[EmpiricalShape.size()];
        for (int k = 0; k < shape.length; k++) {
            shape[k] = in.readDouble();
        }
        return new ErrorLaw(constant, perMean, shape);
    }
}
