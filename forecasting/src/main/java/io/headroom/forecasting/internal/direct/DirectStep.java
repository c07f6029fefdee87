package io.headroom.forecasting.internal.direct;

import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.util.Arrays;

/**
 * The forecast of one horizon: a regression for the mean, one for the mean absolute error, and the errors divided by that.
 *
 * <p>The size of the next error is a regression on the mean, on the root of forecast times mean (what counts do), on the
 * errors of late smoothed with half-lives of 5 to 1,440 steps, on the jumps from step to step and on the forecast; it is at
 * least half of the errors of the last 240 steps and a fiftieth of the mean, but not more than three times the errors of the last
 * 1,440 on that account, and at most ten times the largest of the smoothed errors. To begin with, errors of 0.4 of the level, but at
 * most ten times the first one, are taken for granted; 60 real ones weigh as much. Not thread-safe.
 */
final class DirectStep {
    private static final int SIZE_FEATURES = 8;
    private static final double[] RATES = {rate(5), rate(30), rate(240), rate(1440)};
    private static final int STEADY = 2;
    private static final int LONG = 3;
    private static final double LEAST_OF_MEAN = 0.02;
    private static final double LEAST_OF_ERRORS = 0.5;
    private static final double LEAST_OF_LONG = 3;
    private static final double MOST_OF_ERRORS = 10;
    private static final double FIRST_SIZE = 0.3;

    /** Before there are errors, so many of this share of the level are taken to have been seen: little history widens the law. */
    private static final int FIRST_ERRORS = 60;

    private static final double FIRST_ERROR = 0.4;
    /** An error counts at most this many times what was expected when the size of errors is learned. */
    private static final double MOST_SURPRISE = 4;

    private static final double LEAST_EXPECTED = 1e-3;
    private static final double MOST_GROWTH = 4;
    private static final int MEMORY_PERIODS = 4;
    private static final int MOST_SCORES = 4320;
    private static final int LEAST_SCORES = 500;

    private final int horizon;
    private final Regression mean;
    private final Regression size;
    private final Scores scores;
    private final double[] errors = new double[RATES.length];
    private final Pending[] pending;
    private final double[] x = new double[Signals.MEAN_FEATURES];
    private final double[] g = new double[SIZE_FEATURES];
    private long learned;

    /** A forecast that waits for its value. */
    private static final class Pending {
        final double[] x = new double[Signals.MEAN_FEATURES];
        final double[] g = new double[SIZE_FEATURES];
        double unit;
        double mean;
        double size;

        void set(Pending other) {
            System.arraycopy(other.x, 0, x, 0, x.length);
            System.arraycopy(other.g, 0, g, 0, g.length);
            unit = other.unit;
            mean = other.mean;
            size = other.size;
        }
    }

    private static double rate(int halfLife) {
        return 1 - StrictMath.pow(0.5, 1.0 / halfLife);
    }

    DirectStep(int horizon, int period) {
        this.horizon = horizon;
        double memory = (double) MEMORY_PERIODS * Signals.memory(period);
        double[] last = new double[Signals.MEAN_FEATURES];
        last[0] = 1;
        double[] share = new double[SIZE_FEATURES];
        share[0] = FIRST_SIZE;
        mean = new Regression(last, memory);
        size = new Regression(share, memory);
        scores = new Scores(Math.max(LEAST_SCORES, Math.min(MOST_SCORES, MEMORY_PERIODS * period)));
        pending = new Pending[horizon];
        for (int i = 0; i < horizon; i++) {
            pending[i] = new Pending();
        }
    }

    private DirectStep(DirectStep other) {
        horizon = other.horizon;
        mean = other.mean.copy();
        size = other.size.copy();
        scores = other.scores.copy();
        System.arraycopy(other.errors, 0, errors, 0, errors.length);
        learned = other.learned;
        pending = new Pending[horizon];
        for (int i = 0; i < horizon; i++) {
            pending[i] = new Pending();
            pending[i].set(other.pending[i]);
        }
    }

    DirectStep copy() {
        return new DirectStep(this);
    }

    int horizon() {
        return horizon;
    }

    Scores scores() {
        return scores;
    }

    /** Learns from the value that has come, the signals being those before it; NaN teaches nothing. */
    void learn(Signals signals, double y) {
        Pending then = pending[(int) (signals.count() % horizon)];
        if (!(then.unit > 0) || Double.isNaN(y)) {
            return;
        }
        double error = y - then.mean;
        double distance = Math.abs(error);
        if (then.size > 0) {
            scores.add(error / then.size);
        }
        if (learned == 0) {
            Arrays.fill(errors, Math.min(FIRST_ERROR * then.unit, MOST_OF_ERRORS * distance));
        }
        learned++;
        for (int k = 0; k < errors.length; k++) {
            errors[k] += Math.max(RATES[k], 1.0 / (learned + FIRST_ERRORS)) * (distance - errors[k]);
        }
        double expected = Math.max(LEAST_EXPECTED, size.at(then.g));
        size.observe(then.g, Math.min(distance / then.unit, MOST_SURPRISE * expected));
        mean.observe(then.x, y / then.unit);
    }

    /** Forecasts from where the signals stand, for {@link #learn} to judge later. */
    void predict(Signals signals) {
        Pending next = pending[(int) ((signals.count() + horizon - 1) % horizon)];
        next.unit = 0;
        next.mean = 0;
        next.size = 0;
        if (signals.features(horizon, next.x)) {
            next.unit = signals.unit();
            next.mean = mean(next.x, next.unit);
            next.size = size(signals, next.g, next.unit, next.mean);
        }
    }

    private double mean(double[] features, double unit) {
        double most = 0;
        for (double feature : features) {
            most = Math.max(most, feature);
        }
        return Math.max(0, Math.min(MOST_GROWTH * most, mean.at(features))) * unit;
    }

    private double size(Signals signals, double[] features, double unit, double forecast) {
        double level = signals.mean();
        features[0] = level / unit;
        features[1] = Math.sqrt(forecast / unit * (level / unit));
        for (int k = 0; k < errors.length; k++) {
            features[2 + k] = errors[k] / unit;
        }
        features[6] = signals.jump() / unit;
        features[7] = forecast / unit;
        if (learned == 0) {
            return size.at(features) * unit;
        }
        double most = 0;
        for (double error : errors) {
            most = Math.max(most, error);
        }
        double floor = Math.min(LEAST_OF_MEAN * level, LEAST_OF_LONG * errors[LONG]);
        double least = Math.max(floor, LEAST_OF_ERRORS * errors[STEADY]);
        return Math.min(Math.max(size.at(features) * unit, least), MOST_OF_ERRORS * most);
    }

    /** Mean {@code ahead} steps from where the signals stand, by the regression of this horizon. */
    double meanAt(Signals signals, int ahead) {
        return signals.features(ahead, x) ? mean(x, signals.unit()) : signals.count() == 0 ? Double.NaN : 0;
    }

    /** Mean absolute error to expect around a forecast. */
    double sizeAt(Signals signals, double forecast) {
        return signals.unit() > 0 ? size(signals, g, signals.unit(), forecast) : 0;
    }

    void write(DataOutput out) throws IOException {
        mean.write(out);
        size.write(out);
        scores.write(out);
        out.writeLong(learned);
        for (double error : errors) {
            out.writeDouble(error);
        }
        for (Pending p : pending) {
            for (double value : p.x) {
                out.writeDouble(value);
            }
            for (double value : p.g) {
                out.writeDouble(value);
            }
            out.writeDouble(p.unit);
            out.writeDouble(p.mean);
            out.writeDouble(p.size);
        }
    }

    void read(DataInput in) throws IOException {
        mean.read(in);
        size.read(in);
        scores.read(in);
        learned = in.readLong();
        for (int k = 0; k < errors.length; k++) {
            errors[k] = in.readDouble();
        }
        for (Pending p : pending) {
            for (int i = 0; i < p.x.length; i++) {
                p.x[i] = in.readDouble();
            }
            for (int i = 0; i < p.g.length; i++) {
                p.g[i] = in.readDouble();
            }
            p.unit = in.readDouble();
            p.mean = in.readDouble();
            p.size = in.readDouble();
        }
    }
}
