package io.headroom.forecasting.internal.blend;

import io.headroom.forecasting.internal.autoregression.Standardization;
import io.headroom.forecasting.internal.autoregression.Transform;
import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.util.Arrays;

/**
 * Simple exponential smoothing of log(y + c), c one hundredth of the mean: spikes count little. The smoothing constant
 * is the one of a grid with the least mean absolute error over up to 12 steps. Not thread-safe.
 */
final class LevelMember implements Member {
    static final byte KIND = 3;
    private static final double[] ALPHAS = {0.05, 0.1, 0.2, 0.3, 0.4, 0.5, 0.6, 0.8, 1};
    private static final int[] AHEAD = {1, 3, 6, 9, 12};
    private static final double OFFSET = 0.01;

    private final Standardization scale;
    private final double alpha;
    private double level;

    private LevelMember(Standardization scale, double alpha, double level) {
        this.scale = scale;
        this.alpha = alpha;
        this.level = level;
    }

    /** The member before a history, none of whose values is below 0. */
    static LevelMember fit(double[] values) {
        double sum = 0;
        int n = 0;
        double first = Double.NaN;
        for (double y : values) {
            if (!Double.isNaN(y)) {
                sum += y;
                n++;
                first = Double.isNaN(first) ? y : first;
            }
        }
        Standardization scale = sum > 0
                ? Standardization.of(Transform.LOG, values, OFFSET * sum / n)
                : Standardization.of(Transform.LEVEL, values);
        double[] z = scale.forward(values);
        double start = scale.forward(first);
        double best = Double.POSITIVE_INFINITY;
        double alpha = 1;
        double[] levels = new double[values.length];
        for (double candidate : ALPHAS) {
            double level = start;
            for (int t = 0; t < z.length; t++) {
                level += Double.isNaN(z[t]) ? 0 : candidate * (z[t] - level);
                levels[t] = scale.backward(level);
            }
            double error = 0;
            for (int ahead : AHEAD) {
                error += meanError(values, levels, ahead);
            }
            if (error < best) {
                best = error;
                alpha = candidate;
            }
        }
        return new LevelMember(scale, alpha, start);
    }

    private static double meanError(double[] values, double[] levels, int ahead) {
        double sum = 0;
        int n = 0;
        for (int t = ahead; t < values.length; t++) {
            if (!Double.isNaN(values[t])) {
                sum += Math.abs(values[t] - levels[t - ahead]);
                n++;
            }
        }
        return n == 0 ? 0 : sum / n;
    }

    @Override
    public void observe(double y) {
        if (!Double.isNaN(y)) {
            level += alpha * (scale.forward(y) - level);
        }
    }

    @Override
    public double next(History history) {
        return scale.backward(level);
    }

    @Override
    public void path(History history, double[] out) {
        Arrays.fill(out, next(history));
    }

    @Override
    public double[] impulse(int horizon) {
        double[] psi = new double[horizon];
        Arrays.fill(psi, alpha);
        psi[0] = 1;
        return psi;
    }

    @Override
    public int memory() {
        return 0;
    }

    @Override
    public String description() {
        return "level(" + alpha + ")";
    }

    @Override
    public LevelMember copy() {
        return new LevelMember(scale, alpha, level);
    }

    @Override
    public void writeTo(DataOutput out) throws IOException {
        out.writeByte(KIND);
        scale.writeTo(out);
        out.writeDouble(alpha);
        out.writeDouble(level);
    }

    @Override
    public void writeMoving(DataOutput out) throws IOException {
        out.writeDouble(level);
    }

    @Override
    public LevelMember readMoving(DataInput in) throws IOException {
        return new LevelMember(scale, alpha, in.readDouble());
    }

    static LevelMember readFrom(DataInput in) throws IOException {
        return new LevelMember(Standardization.readFrom(in), in.readDouble(), in.readDouble());
    }
}
