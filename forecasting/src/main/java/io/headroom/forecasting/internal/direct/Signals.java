package io.headroom.forecasting.internal.direct;

import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.util.Arrays;

/**
 * What is known of a series so far, in O(period) memory: levels smoothed with half-lives of 1.5 to 240 steps, a long mean, the
 * profile of the season (smoothed over a 288th of it either way, a quarter of it new each time), the last season itself, and the
 * profile of a 24th of the season, in which what is done once an hour shows. A missing value counts as the level. Not
 * thread-safe.
 */
final class Signals {
    private static final double[] HALF_LIVES = {1.5, 4, 12, 45, 240};
    private static final double[] RATES =
            Arrays.stream(HALF_LIVES).map(h -> 1 - StrictMath.pow(0.5, 1 / h)).toArray();

    /** What a mean is made from. */
    static final int MEAN_FEATURES = HALF_LIVES.length + 9;

    private static final int LAST = HALF_LIVES.length;
    private static final int SLOW = 3;
    private static final int SLOWEST = 4;
    private static final int MIDDLE = 2;
    private static final double PROFILE_RATE = 0.25;
    private static final double FINE_RATE = 0.1;
    private static final double JUMP_RATE = 0.1;
    private static final int MEAN_PERIODS = 3;
    private static final int SHORTEST_MEMORY = 250;
    private static final int FINE_PARTS = 24;
    private static final int SMOOTH_PARTS = 288;
    private static final double STEADY = 0.1;
    private static final double MOST_RATIO = 5;

    private final int period;
    private final int fine;
    private final int reach;
    private final double[] levels = new double[HALF_LIVES.length];
    private final double[] values;
    private final double[] profile;
    private final double[] fineProfile;
    private double mean;
    private double jump;
    private double before;
    private long count;

    Signals(int period) {
        this.period = period;
        this.fine = period % FINE_PARTS == 0 && period > FINE_PARTS ? period / FINE_PARTS : 1;
        this.reach = period / SMOOTH_PARTS;
        this.values = new double[period + 2 * reach + 2];
        this.profile = new double[period];
        this.fineProfile = new double[fine];
        Arrays.fill(profile, Double.NaN);
    }

    private Signals(Signals other) {
        this.period = other.period;
        this.fine = other.fine;
        this.reach = other.reach;
        this.values = other.values.clone();
        this.profile = other.profile.clone();
        this.fineProfile = other.fineProfile.clone();
        System.arraycopy(other.levels, 0, levels, 0, levels.length);
        this.mean = other.mean;
        this.jump = other.jump;
        this.before = other.before;
        this.count = other.count;
    }

    Signals copy() {
        return new Signals(this);
    }

    static int memory(int period) {
        return Math.max(period, SHORTEST_MEMORY);
    }

    /** Number of values so far, missing ones included. */
    long count() {
        return count;
    }

    double last() {
        return value(0);
    }

    /** Mean over about three periods. */
    double mean() {
        return mean;
    }

    /** Smoothed size of the changes from one step to the next. */
    double jump() {
        return jump;
    }

    /** By what everything is divided, so that large and small times of a series speak of the same laws. */
    double unit() {
        return 0.5 * (levels[SLOW] + mean);
    }

    void observe(double y) {
        double value = Double.isNaN(y) ? levels[1] : y;
        if (count == 0) {
            Arrays.fill(levels, value);
            Arrays.fill(fineProfile, value);
            before = value;
        }
        mean += (value - mean) / Math.min(count + 1, (long) MEAN_PERIODS * memory(period));
        for (int k = 0; k < levels.length; k++) {
            levels[k] += RATES[k] * (value - levels[k]);
        }
        int slot = (int) (count % fine);
        fineProfile[slot] += FINE_RATE * (value - fineProfile[slot]);
        if (count > 0) {
            before = value(0);
        }
        jump += JUMP_RATE * (Math.abs(value - before) - jump);
        values[(int) (count % values.length)] = value;
        count++;
        smooth();
    }

    /** The value some steps ago; 0 is the last. */
    private double value(long ago) {
        return values[(int) ((count - 1 - ago) % values.length)];
    }

    /** Moves the profile at the middle of the last values. */
    private void smooth() {
        int width = 2 * reach + 1;
        if (count < width) {
            return;
        }
        double total = 0;
        for (int i = 0; i < width; i++) {
            total += value(i);
        }
        int slot = (int) ((count - 1 - reach) % period);
        double smoothed = total / width;
        if (Double.isNaN(profile[slot])) {
            profile[slot] = smoothed;
        } else {
            long rounds = (count - 1 - reach) / period;
            profile[slot] += Math.max(PROFILE_RATE, 1.0 / (rounds + 1)) * (smoothed - profile[slot]);
        }
    }

    private double profile(long ahead) {
        double there = profile[(int) ((count - 1 + ahead) % period)];
        return Double.isNaN(there) ? levels[SLOWEST] : there;
    }

    /** A season before the step; the last value if that is more than there is. */
    private double seasonBefore(long ahead, int off) {
        long ago = (period - ahead % period) % period - off;
        return ago < 0 || ago >= count || ago >= values.length ? levels[SLOWEST] : value(ago);
    }

    /** Writes what the mean {@code ahead} steps from the last value is made from, in units; false if there is no unit. */
    boolean features(int ahead, double[] x) {
        double unit = unit();
        if (!(unit > 0)) {
            return false;
        }
        for (int k = 0; k < levels.length; k++) {
            x[k] = levels[k] / unit;
        }
        double there = profile(ahead);
        double here = profile(0);
        double ratio = (there + STEADY * mean) / (here + STEADY * mean);
        ratio = ratio > 0 ? Math.max(1 / MOST_RATIO, Math.min(MOST_RATIO, ratio)) : 1;
        double yesterday = seasonBefore(ahead, 0);
        double peak = Math.max(yesterday, Math.max(seasonBefore(ahead, 1), seasonBefore(ahead, -1)));
        x[LAST] = mean / unit;
        x[LAST + 1] = there / unit;
        x[LAST + 2] = here / unit;
        x[LAST + 3] = levels[MIDDLE] * ratio / unit;
        x[LAST + 4] = before / unit;
        x[LAST + 5] = yesterday / unit;
        x[LAST + 6] = peak / unit;
        x[LAST + 7] = fine > 1 ? fineProfile[(int) ((count - 1 + ahead) % fine)] / unit : 0;
        x[LAST + 8] = fine > 1 ? fineProfile[(int) ((count - 1) % fine)] / unit : 0;
        return true;
    }

    void write(DataOutput out) throws IOException {
        out.writeLong(count);
        out.writeDouble(mean);
        out.writeDouble(jump);
        out.writeDouble(before);
        for (double[] array : new double[][] {levels, values, profile, fineProfile}) {
            for (double value : array) {
                out.writeDouble(value);
            }
        }
    }

    void read(DataInput in) throws IOException {
        count = in.readLong();
        mean = in.readDouble();
        jump = in.readDouble();
        before = in.readDouble();
        for (double[] array : new double[][] {levels, values, profile, fineProfile}) {
            for (int i = 0; i < array.length; i++) {
                array[i] = in.readDouble();
            }
        }
    }
}
