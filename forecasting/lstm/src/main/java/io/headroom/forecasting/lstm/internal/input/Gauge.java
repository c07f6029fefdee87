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

    private final double[] ring;
    private final int period;
    private final int span;
    private int last;
    private long age;
    private long seen;
    private long compared;
    private boolean missing = true;
    private double level;
    private double swing;
    private double surprise;

    /**
     * A gauge before its first step.
     *
     * @param period shortest season in steps, 1 if there is none
     * @param reach values to remember, more than the season
     */
    public Gauge(int period, int reach) {
        this.ring = new double[reach];
        this.period = period;
        this.span = Math.max(SHORTEST_SPAN, period);
    }

    /**
     * A copy.
     *
     * @return an independent gauge at the same step
     */
    public Gauge copy() {
        Gauge copy = new Gauge(period, ring.length);
        System.arraycopy(ring, 0, copy.ring, 0, ring.length);
        copy.last = last;
        copy.age = age;
        copy.seen = seen;
        copy.compared = compared;
        copy.missing = missing;
        copy.level = level;
        copy.swing = swing;
        copy.surprise = surprise;
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
        last = age == 0 ? 0 : last + 1 == ring.length ? 0 : last + 1;
        ring[last] = missing ? season : rate;
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

    private void measure(double rate, double season) {
        seen++;
        double bounded = level > 0 ? Math.min(rate, LARGEST * level) : rate;
        level += (bounded - level) / Math.min(seen, span);
        double now = Ratio.of(rate, level);
        swing += (Math.abs(now) - swing) / Math.min(seen, 4L * span);
        if (seen > 1) {
            compared = age == period ? Math.min(compared, 4) + 1 : compared + 1;
            surprise += (Math.abs(now - Ratio.of(season, level)) - surprise) / Math.min(compared, 4L * span);
        }
    }

    @Override
    public double value(int lag) {
        int place = last - lag;
        return ring[place < 0 ? place + ring.length : place];
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
        for (int lag = reach() - 1; lag >= 0; lag--) {
            out.writeDouble(value(lag));
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
        Arrays.fill(ring, 0);
        int kept = reach();
        for (int i = 0; i < kept; i++) {
            ring[i] = in.readDouble();
        }
        last = Math.max(0, kept - 1);
    }
}
