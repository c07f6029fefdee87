package io.headroom.forecasting.lstm.internal.input;

import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.util.Arrays;

/**
 * Level, swing and surprise of a series as running means, and a ring of its last values. A mean over n steps becomes an exponential one
 * when n exceeds its span: the season for the level, four seasons for the other two. A step costs O(1) and allocates nothing. Not
 * thread-safe.
 */
public final class Gauge implements SeriesView {
    /** No value moves the level by more than this many levels. */
    private static final double LARGEST = 20;

    private static final int SHORTEST_SPAN = 8;

    /** Seasons that a profile stands for. */
    private static final int SEASONS = 4;

    private static final int LASTING_SEASONS = 16;

    /** Steps that a drift stands for. */
    private static final int DRIFT = 4;

    private final double[] ring;
    private final double[] profile;
    private final double[] lastingProfile;
    private final int period;
    private final int longest;
    private final int span;
    private int last;
    private long age;
    private long seen;
    private long compared;
    private boolean missing = true;
    private double level;
    private double swing;
    private double surprise;
    private double drift;

    /**
     * A gauge before its first step.
     *
     * @param period shortest season in steps, 1 if there is none
     * @param longest longest season in steps
     * @param reach values to remember, more than the seasons
     */
    public Gauge(int period, int longest, int reach) {
        this.ring = new double[reach];
        this.profile = new double[reach];
        this.lastingProfile = new double[reach];
        this.period = period;
        this.longest = longest;
        this.span = Math.max(SHORTEST_SPAN, period);
    }

    /**
     * A copy.
     *
     * @return an independent gauge at the same step
     */
    public Gauge copy() {
        Gauge copy = new Gauge(period, longest, ring.length);
        System.arraycopy(ring, 0, copy.ring, 0, ring.length);
        System.arraycopy(profile, 0, copy.profile, 0, ring.length);
        System.arraycopy(lastingProfile, 0, copy.lastingProfile, 0, ring.length);
        copy.last = last;
        copy.age = age;
        copy.seen = seen;
        copy.compared = compared;
        copy.missing = missing;
        copy.level = level;
        copy.swing = swing;
        copy.surprise = surprise;
        copy.drift = drift;
        return copy;
    }

    /**
     * Takes a step.
     *
     * @param rate 0 or more; NaN if missing
     */
    public void observe(double rate) {
        missing = Double.isNaN(rate);
        double season = season();
        if (!missing) {
            measure(rate, season);
        }
        double seasonal = mean(profile, period, SEASONS, rate);
        double lasting = mean(lastingProfile, longest, LASTING_SEASONS, rate);
        last = age == 0 ? 0 : last + 1 == ring.length ? 0 : last + 1;
        ring[last] = missing ? season : rate;
        profile[last] = seasonal;
        lastingProfile[last] = lasting;
        age++;
        if (seen == 0) {
            // What is filled in before the first value is not worth remembering.
            age = 0;
        }
    }

    /** The value a season before the next step, or the nearest to it. */
    private double season() {
        return age >= period ? value(period - 1) : age > 0 ? value(0) : 0;
    }

    /** A profile's next value: a mean over seasons, an exponential one when there are more than some. */
    private double mean(double[] profile, int season, int seasons, double rate) {
        double before = age >= season ? profile[place(season - 1)] : age > 0 ? profile[last] : 0;
        if (missing) {
            return before;
        }
        double bounded = Math.min(rate, LARGEST * level);
        return age < season ? bounded : before + (bounded - before) / Math.min(age / season + 1, seasons);
    }

    private void measure(double rate, double season) {
        seen++;
        double bounded = level > 0 ? Math.min(rate, LARGEST * level) : rate;
        level += (bounded - level) / Math.min(seen, span);
        double now = Ratio.of(rate, level);
        swing += (Math.abs(now) - swing) / Math.min(seen, 4L * span);
        if (seen > 1) {
            double usual = age >= longest ? lastingProfile[place(longest - 1)] : season;
            drift += (now - Ratio.of(usual, level) - drift) / Math.min(seen - 1, DRIFT);
            compared = age == period ? Math.min(compared, 4) + 1 : compared + 1;
            surprise += (Math.abs(now - Ratio.of(season, level)) - surprise) / Math.min(compared, 4L * span);
        }
    }

    @Override
    public double value(int lag) {
        return ring[place(lag)];
    }

    private int place(int lag) {
        int place = last - lag;
        return place < 0 ? place + ring.length : place;
    }

    @Override
    public double profile(int lag) {
        return profile[place(lag)];
    }

    @Override
    public double lastingProfile(int lag) {
        return lastingProfile[place(lag)];
    }

    @Override
    public double drift() {
        return drift;
    }

    @Override
    public int reach() {
        return (int) Math.min(age, ring.length);
    }

    @Override
    public long age() {
        return age;
    }

    @Override
    public boolean missing() {
        return missing;
    }

    @Override
    public double level() {
        return level;
    }

    @Override
    public double swing() {
        return swing;
    }

    @Override
    public double surprise() {
        return surprise;
    }

    /**
     * Whether there was any value.
     *
     * @return true from the first one on
     */
    public boolean started() {
        return seen > 0;
    }

    /**
     * Writes the state.
     *
     * @param out takes it
     * @throws IOException if it can't be written
     */
    public void write(DataOutputStream out) throws IOException {
        out.writeLong(age);
        out.writeLong(seen);
        out.writeLong(compared);
        out.writeBoolean(missing);
        out.writeDouble(level);
        out.writeDouble(swing);
        out.writeDouble(surprise);
        out.writeDouble(drift);
        for (int lag = reach() - 1; lag >= 0; lag--) {
            out.writeDouble(value(lag));
        }
        for (int lag = Math.min(reach(), period) - 1; lag >= 0; lag--) {
            out.writeDouble(profile(lag));
        }
        for (int lag = Math.min(reach(), longest) - 1; lag >= 0; lag--) {
            out.writeDouble(lastingProfile(lag));
        }
    }

    /**
     * Reads the state.
     *
     * @param in where {@link #write} wrote
     * @throws IOException if it ends early
     */
    public void read(DataInputStream in) throws IOException {
        age = in.readLong();
        seen = in.readLong();
        compared = in.readLong();
        missing = in.readBoolean();
        level = in.readDouble();
        swing = in.readDouble();
        surprise = in.readDouble();
        drift = in.readDouble();
        Arrays.fill(ring, 0);
        Arrays.fill(profile, 0);
        Arrays.fill(lastingProfile, 0);
        int kept = reach();
        for (int i = 0; i < kept; i++) {
            ring[i] = in.readDouble();
        }
        for (int i = Math.max(0, kept - period); i < kept; i++) {
            profile[i] = in.readDouble();
        }
        for (int i = Math.max(0, kept - longest); i < kept; i++) {
            lastingProfile[i] = in.readDouble();
        }
        last = Math.max(0, kept - 1);
    }
}
