package io.headroom.forecasting.internal.blend;

import io.headroom.forecasting.internal.autoregression.LagFitter;
import io.headroom.forecasting.internal.autoregression.Standardization;
import io.headroom.forecasting.internal.autoregression.Transform;
import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;

/**
 * What recurs each season, and what is left over: for each step of the season a mean of its past values, in which the
 * weight of a season halves after 2.5 seasons, plus an autoregression of order 3 on the differences to that mean. Not
 * thread-safe.
 */
final class ProfileMember implements Member {
    static final byte KIND = 4;
    private static final double HALVING = 2.5;
    private static final double KEPT = StrictMath.pow(0.5, 1 / HALVING);
    private static final int ORDER = 3;
    private static final LagFitter REST = new LagFitter(new int[] {1, 2, 3}, 0, Double.POSITIVE_INFINITY, 1e-3);

    /** The rest stays within this many deviations of the series, whatever the roots of its model are. */
    private static final double BOUND = 5;

    private static final int LONGEST = 1 << 24;
    private static final int MOST_SEASONS = 100;
    private static final double[] POWERS = powers();

    private final Standardization scale;
    private final double[] coefficients;
    private final double[] profile;
    private final byte[] seasons;
    private final double[] misses;
    private int phase;

    private ProfileMember(
            Standardization scale,
            double[] coefficients,
            double[] profile,
            byte[] seasons,
            double[] misses,
            int phase) {
        this.scale = scale;
        this.coefficients = coefficients;
        this.profile = profile;
        this.seasons = seasons;
        this.misses = misses;
        this.phase = phase;
    }

    /** The member before a history. */
    static ProfileMember fit(Transform transform, double[] values, int period) {
        Standardization scale = Standardization.of(transform, values);
        ProfileMember blank = new ProfileMember(
                scale, new double[ORDER + 1], new double[period], new byte[period], new double[ORDER], 0);
        ProfileMember walk = blank.copy();
        double[] left = new double[values.length];
        for (int t = 0; t < values.length; t++) {
            left[t] = walk.seasons[walk.phase] == 0 ? Double.NaN : scale.forward(values[t]) - walk.profile[walk.phase];
            walk.observe(values[t]);
        }
        double[] coefficients = REST.coefficients(left).orElse(blank.coefficients);
        return new ProfileMember(scale, coefficients, blank.profile, blank.seasons, blank.misses, 0);
    }

    @Override
    public void observe(double y) {
        if (Double.isNaN(y)) {
            remember(rest());
        } else {
            double z = scale.forward(y);
            remember(seasons[phase] == 0 ? 0 : z - profile[phase]);
            int n = seasons[phase];
            double weight = (1 - KEPT) / (1 - POWERS[n + 1]);
            profile[phase] += weight * (z - profile[phase]);
            seasons[phase] = (byte) Math.min(MOST_SEASONS, n + 1);
        }
        phase = phase + 1 == profile.length ? 0 : phase + 1;
    }

    private static double[] powers() {
        double[] powers = new double[MOST_SEASONS + 2];
        powers[0] = 1;
        for (int n = 1; n < powers.length; n++) {
            powers[n] = powers[n - 1] * KEPT;
        }
        return powers;
    }

    private void remember(double miss) {
        for (int i = ORDER - 1; i > 0; i--) {
            misses[i] = misses[i - 1];
        }
        misses[0] = miss;
    }

    private double rest() {
        double sum = coefficients[ORDER];
        for (int i = 0; i < ORDER; i++) {
            sum += coefficients[i] * misses[i];
        }
        return Math.max(-BOUND, Math.min(BOUND, sum));
    }

    @Override
    public double next(History history) {
        return seasons[phase] == 0 ? Double.NaN : scale.backward(profile[phase] + rest());
    }

    @Override
    public void path(History history, double[] out) {
        double[] rest = new double[ORDER + out.length];
        for (int i = 0; i < ORDER; i++) {
            rest[ORDER - 1 - i] = misses[i];
        }
        double span = history.largest() - history.least();
        for (int h = 0; h < out.length; h++) {
            double sum = coefficients[ORDER];
            for (int i = 0; i < ORDER; i++) {
                sum += coefficients[i] * rest[ORDER + h - 1 - i];
            }
            sum = Math.max(-BOUND, Math.min(BOUND, sum));
            rest[ORDER + h] = sum;
            int at = (phase + h) % profile.length;
            double value = scale.backward(profile[at] + sum);
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
            for (int i = 0; i < ORDER && i < h; i++) {
                psi[h] += coefficients[i] * psi[h - 1 - i];
            }
            psi[h] = Math.max(-BOUND, Math.min(BOUND, psi[h]));
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
        return new ProfileMember(scale, coefficients, profile.clone(), seasons.clone(), misses.clone(), phase);
    }

    @Override
    public void writeTo(DataOutput out) throws IOException {
        out.writeByte(KIND);
        scale.writeTo(out);
        for (double value : coefficients) {
            out.writeDouble(value);
        }
        for (double value : misses) {
            out.writeDouble(value);
        }
        out.writeInt(profile.length);
        for (double value : profile) {
            out.writeDouble(value);
        }
        out.write(seasons);
        out.writeInt(phase);
    }

    static ProfileMember readFrom(DataInput in) throws IOException {
        Standardization scale = Standardization.readFrom(in);
        double[] coefficients = doubles(in, ORDER + 1);
        double[] misses = doubles(in, ORDER);
        int period = in.readInt();
        if (period < 1 || period > LONGEST) {
            throw new IOException("period " + period + " is not one");
        }
        double[] profile = doubles(in, period);
        byte[] seasons = new byte[period];
        in.readFully(seasons);
        for (byte n : seasons) {
            if (n < 0 || n > MOST_SEASONS) {
                throw new IOException(n + " seasons are too many");
            }
        }
        return new ProfileMember(scale, coefficients, profile, seasons, misses, Math.floorMod(in.readInt(), period));
    }

    private static double[] doubles(DataInput in, int n) throws IOException {
        double[] values = new double[n];
        for (int i = 0; i < n; i++) {
            values[i] = in.readDouble();
        }
        return values;
    }
}
