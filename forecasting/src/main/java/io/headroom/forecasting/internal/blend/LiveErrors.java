package io.headroom.forecasting.internal.blend;

import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;

/**
 * How well each member has forecast of late. Every 12 steps each member forecasts the next 12; as they come, its mean
 * absolute error moves towards what it missed them by, and halves its memory every 72 steps. The weight of a member is
 * the third power of the least error over its own. O(members) a step, without allocation. Not thread-safe.
 */
final class LiveErrors {
    private static final int AHEAD = 12;
    private static final int HALVING = 72;
    private static final double RATE = 1 - StrictMath.pow(0.5, 1.0 / HALVING);

    private final double[] errors;
    private final double[] weights;
    private final double[][] ahead;
    private int come;

    private LiveErrors(double[] errors, double[] weights, double[][] ahead, int come) {
        this.errors = errors;
        this.weights = weights;
        this.ahead = ahead;
        this.come = come;
    }

    /**
     * Before the first value.
     *
     * @param errors what each member is taken to miss by, 0 or more
     */
    static LiveErrors of(double[] errors) {
        LiveErrors live =
                new LiveErrors(errors.clone(), new double[errors.length], new double[errors.length][AHEAD], AHEAD);
        live.weigh();
        return live;
    }

    /**
     * Moves on by one value, before it enters members and history.
     *
     * @param y the value, NaN if missing
     */
    void observe(double y, Member[] members, History history) {
        if (come == AHEAD) {
            for (int m = 0; m < members.length; m++) {
                members[m].path(history, ahead[m]);
            }
            come = 0;
        }
        if (!Double.isNaN(y)) {
            for (int m = 0; m < errors.length; m++) {
                double missed = Math.abs(ahead[m][come] - y);
                errors[m] += Double.isNaN(missed) ? 0 : RATE * (missed - errors[m]);
            }
            weigh();
        }
        come++;
    }

    private void weigh() {
        double least = Double.POSITIVE_INFINITY;
        for (double error : errors) {
            least = Math.min(least, error);
        }
        for (int m = 0; m < errors.length; m++) {
            double ratio = errors[m] <= least ? 1 : least / errors[m];
            weights[m] = ratio * ratio * ratio;
        }
    }

    /** Weight of a member, in [0, 1]. */
    double weight(int member) {
        return weights[member];
    }

    LiveErrors copy() {
        double[][] paths = new double[ahead.length][];
        for (int m = 0; m < paths.length; m++) {
            paths[m] = ahead[m].clone();
        }
        return new LiveErrors(errors.clone(), weights.clone(), paths, come);
    }

    void writeTo(DataOutput out) throws IOException {
        for (int m = 0; m < errors.length; m++) {
            out.writeDouble(errors[m]);
            for (double value : ahead[m]) {
                out.writeDouble(value);
            }
        }
        out.writeInt(come);
    }

    static LiveErrors readFrom(DataInput in, int members) throws IOException {
        double[] errors = new double[members];
        double[][] ahead = new double[members][AHEAD];
        for (int m = 0; m < members; m++) {
            errors[m] = in.readDouble();
            for (int h = 0; h < AHEAD; h++) {
                ahead[m][h] = in.readDouble();
            }
        }
        int come = in.readInt();
        if (come < 0 || come > AHEAD) {
            throw new IOException(come + " values of " + AHEAD + " cannot have come");
        }
        LiveErrors live = new LiveErrors(errors, new double[members], ahead, come);
        live.weigh();
        return live;
    }
}
