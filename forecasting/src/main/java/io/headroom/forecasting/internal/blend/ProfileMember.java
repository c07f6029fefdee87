package io.headroom.forecasting.internal.blend;

import io.headroom.forecasting.internal.autoregression.LagFitter;
import io.headroom.forecasting.internal.autoregression.Standardization;
import io.headroom.forecasting.internal.autoregression.Transform;
import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;

/**
 * What recurs each season, and what is left over: for each step of the season a mean of its past values, in which the
 * weight of a season halves after some seasons, plus an autoregression on the differences to that mean. Not thread-safe.
 */
final class ProfileMember implements Member {
    static final byte KIND = 4;
    private static final int[] LAGS = {1, 2, 3, 4, 5, 6, 9, 12, 18, 24};
    private static final int MEMORY = LAGS[LAGS.length - 1];
    private static final LagFitter REST = new LagFitter(LAGS, 0, Double.POSITIVE_INFINITY, 1e-3);

    /** The rest stays within this many deviations of the series, whatever the roots of its model are. */
    private static final double BOUND = 5;

    private static final int LONGEST = 1 << 24;
    private static final int MOST_SEASONS = 100;

    private final Standardization scale;
    private final double[] coefficients;
    private final double halving;
    private final double[] gains;
    private final double[] profile;
    private final byte[] seasons;
    private final double[] misses;
    private int phase;
    private int newest;

    private ProfileMember(
            Standardization scale,
            double[] coefficients,
            double halving,
            double[] profile,
            byte[] seasons,
            double[] misses) {
        this.scale = scale;
        this.coefficients = coefficients;
        this.halving = halving;
        this.gains = gains(halving);
        this.profile = profile;
        this.seasons = seasons;
        this.misses = misses;
    }

    /**
     * The member before a history.
     *
     * @param halving seasons after which the weight of a season halves
     */
    static ProfileMember fit(Transform transform, double[] values, int period, double halving) {
        Standardization scale = Standardization.of(transform, values);
        ProfileMember blank = new ProfileMember(
                scale, new double[LAGS.length + 1], halving, new double[period], new byte[period], new double[MEMORY]);
        ProfileMember walk = blank.copy();
        double[] left = new double[values.length];
        for (int t = 0; t < values.length; t++) {
            left[t] = walk.seasons[walk.phase] == 0 ? Double.NaN : scale.forward(values[t]) - walk.profile[walk.phase];
            walk.observe(values[t]);
        }
        double[] coefficients = REST.coefficients(left).orElse(blank.coefficients);
        return new ProfileMember(scale, coefficients, halving, blank.profile, blank.seasons, blank.misses);
    }

    /** Weight of a season beside the n before it. */
    private static double[] gains(double halving) {
        double kept = StrictMath.pow(0.5, 1 / halving);
        double[] gains = new double[MOST_SEASONS + 1];
        double total = 0;
        for (int n = 0; n < gains.length; n++) {
            total = total * kept + 1;
            gains[n] = 1 / total;
        }
        return gains;
    }

    @Override
    public void observe(double y) {
        if (Double.isNaN(y)) {
            remember(rest());
        } else {
            double z = scale.forward(y);
            int n = seasons[phase];
            remember(n == 0 ? 0 : z - profile[phase]);
            profile[phase] += gains[n] * (z - profile[phase]);
            seasons[phase] = (byte) Math.min(MOST_SEASONS, n + 1);
        }
        phase = phase + 1 == profile.length ? 0 : phase + 1;
    }

    private void remember(double miss) {
        newest = newest + 1 == MEMORY ? 0 : newest + 1;
        misses[newest] = miss;
    }

    private double rest() {
        double sum = coefficients[LAGS.length];
        for (int i = 0; i < LAGS.length; i++) {
            int at = newest + 1 - LAGS[i];
            sum += coefficients[i] * misses[at < 0 ? at + MEMORY : at];
        }
        return bounded(sum);
    }

    private static double bounded(double rest) {
        return Math.max(-BOUND, Math.min(BOUND, rest));
    }

    @Override
    public double next(History history) {
        return seasons[phase] == 0 ? Double.NaN : scale.backward(profile[phase] + rest());
    }

    @Override
    public void path(History history, double[] out) {
        for (int h = 0; h < out.length; h++) {
            double sum = coefficients[LAGS.length];
            for (int i = 0; i < LAGS.length; i++) {
                int back = LAGS[i] - h;
                if (back > 0) {
                    int at = newest + 1 - back;
                    sum += coefficients[i] * misses[at < 0 ? at + MEMORY : at];
                } else {
                    sum += coefficients[i] * out[-back];
                }
            }
            out[h] = bounded(sum);
        }
        double span = history.largest() - history.least();
        for (int h = 0; h < out.length; h++) {
            int at = (phase + h) % profile.length;
            double value = scale.backward(profile[at] + out[h]);
            out[h] = seasons[at] == 0
                    ? Double.NaN
                    : Math.max(history.least() - span, Math.min(history.largest() + span, value));
        }
    }

    @Override
    public double[] impulse(int horizon) {
        double[] psi = new double[horizon];
        psi[0] = 1;
        for (int h = 1; h < horizon; h++) {
            double sum = 0;
            for (int i = 0; i < LAGS.length && LAGS[i] <= h; i++) {
                sum += coefficients[i] * psi[h - LAGS[i]];
            }
            psi[h] = bounded(sum);
        }
        return psi;
    }

    @Override
    public int memory() {
        return 0;
    }

    @Override
    public String description() {
        return "profile(" + profile.length + ")";
    }

    @Override
    public ProfileMember copy() {
        ProfileMember copy =
                new ProfileMember(scale, coefficients, halving, profile.clone(), seasons.clone(), misses.clone());
        copy.phase = phase;
        copy.newest = newest;
        return copy;
    }

    @Override
    public void writeTo(DataOutput out) throws IOException {
        out.writeByte(KIND);
        scale.writeTo(out);
        write(out, coefficients);
        out.writeDouble(halving);
        out.writeInt(profile.length);
        writeMoving(out);
    }

    @Override
    public void writeMoving(DataOutput out) throws IOException {
        write(out, misses);
        write(out, profile);
        out.write(seasons);
        out.writeInt(phase);
        out.writeInt(newest);
    }

    private static void write(DataOutput out, double[] values) throws IOException {
        for (double value : values) {
            out.writeDouble(value);
        }
    }

    static ProfileMember readFrom(DataInput in) throws IOException {
        Standardization scale = Standardization.readFrom(in);
        double[] coefficients = read(in, LAGS.length + 1);
        double halving = in.readDouble();
        int period = in.readInt();
        if (period < 1 || period > LONGEST) {
            throw new IOException("period " + period + " is not one");
        }
        return new ProfileMember(scale, coefficients, halving, new double[period], new byte[period], new double[MEMORY])
                .readMoving(in);
    }

    @Override
    public ProfileMember readMoving(DataInput in) throws IOException {
        ProfileMember member = new ProfileMember(
                scale, coefficients, halving, new double[profile.length], new byte[profile.length], read(in, MEMORY));
        System.arraycopy(read(in, profile.length), 0, member.profile, 0, profile.length);
        in.readFully(member.seasons);
        for (byte n : member.seasons) {
            if (n < 0 || n > MOST_SEASONS) {
                throw new IOException(n + " seasons are too many");
            }
        }
        member.phase = Math.floorMod(in.readInt(), profile.length);
        member.newest = Math.floorMod(in.readInt(), MEMORY);
        return member;
    }

    private static double[] read(DataInput in, int n) throws IOException {
        double[] values = new double[n];
        for (int i = 0; i < n; i++) {
            values[i] = in.readDouble();
        }
        return values;
    }
}
