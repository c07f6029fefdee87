package io.headroom.forecasting.lstm.internal.input;

import io.headroom.core.TimeGrid;
import java.time.Duration;
import java.time.ZoneId;
import java.util.List;

/**
 * Writes the rows that the network reads: of a step that has passed, and of a step to forecast. Values are ratios to the level
 * ({@link Ratio}) over the series' usual swing. Work space for the calendar: not thread-safe.
 *
 * <p>The anchors of a step h ahead, with the shortest season P and the longest W: its values one, two and three seasons P before and one
 * season W before (as many seasons as it takes to be known), the means of its phase over some seasons P and over more seasons W, the last
 * value, the values P and W before the last one, and how far the last few values were from the mean of their phases. Where the history is
 * too short for one, the nearest stands in. Where the horizon is of three seasons P or more, means and drift are left out, as 0: flows
 * wander together that far, and a network learns the common way of one year from them.
 */
public final class Encoder {
    /** Number of anchors. */
    public static final int ANCHORS = 10;

    /** Anchors before this one depend on the step ahead. */
    private static final int FIXED = 6;

    /** Numbers of {@link #INPUTS}, at the front, that are ratios. */
    public static final int VALUES = 6;

    private static final int STATE = 4;
    private static final int CALENDAR = 14;
    private static final int AHEAD = 3;

    /** Numbers that say what a step was. */
    public static final int INPUTS = VALUES + STATE + CALENDAR;

    /** Numbers that say what is known of a step ahead. */
    public static final int TARGET_INPUTS = ANCHORS + CALENDAR + AHEAD;

    /** How often a cycle has to be seen before its phase says something. */
    public static final long CYCLES = 3;

    private static final double TINY = 1e-3;
    private static final double FAR = 8;
    private static final int FAR_SEASONS = 3;
    private static final int CIRCLE = 4096;
    private static final float[] SINES = sines();

    private final int period;
    private final int longest;
    private final int horizon;
    private final boolean means;
    private final boolean days;
    private final boolean weeks;
    private final boolean seasons;
    private final WallClock clock;
    private final float[] steps;

    /**
     * An encoder.
     *
     * @param grid the grid of the series
     * @param zone the wall clock
     * @param periods declared seasons
     * @param horizon steps ahead that the network is trained for; further ones count as the last
     * @param span steps of the longest history that is learned from: of a day, a week or a season that it does not hold {@link #CYCLES}
     *     times the phase is left out
     */
    public Encoder(TimeGrid grid, ZoneId zone, List<Integer> periods, int horizon, long span) {
        this.period = periods.isEmpty() ? 1 : periods.get(0);
        this.longest = periods.isEmpty() ? 1 : periods.get(periods.size() - 1);
        this.horizon = horizon;
        this.means = horizon < FAR_SEASONS * (long) period;
        this.days = known(grid, Duration.ofDays(1), span);
        this.weeks = known(grid, Duration.ofDays(7), span);
        this.seasons = period > 1 && span >= CYCLES * period;
        this.clock = new WallClock(grid, zone);
        double last = StrictMath.log(Math.max(2, horizon));
        this.steps = new float[horizon + 1];
        for (int h = 1; h <= horizon; h++) {
            steps[h] = (float) (StrictMath.log(h) / last);
        }
    }

    private static boolean known(TimeGrid grid, Duration cycle, long span) {
        return grid.step().compareTo(cycle.dividedBy(2)) < 0
                && grid.step().multipliedBy(span).compareTo(cycle.multipliedBy(CYCLES)) >= 0;
    }

    private static float[] sines() {
        float[] sines = new float[CIRCLE];
        for (int i = 0; i < CIRCLE; i++) {
            sines[i] = (float) StrictMath.sin(2 * Math.PI * i / CIRCLE);
        }
        return sines;
    }

    /**
     * Values that a tracker has to remember.
     *
     * @param periods declared seasons
     * @return steps: the longest season, three of the shortest
     */
    public static int reach(List<Integer> periods) {
        int shortest = periods.isEmpty() ? 1 : periods.get(0);
        int longest = periods.isEmpty() ? 1 : periods.get(periods.size() - 1);
        return Math.max(longest, 3 * shortest) + 1;
    }

    /**
     * The weights of the anchors before anything is learned: the season before, and where there are two seasons, the longer one too.
     *
     * @return weights whose sum is 1
     */
    public float[] startingWeights() {
        float[] weights = new float[ANCHORS];
        weights[0] = longest > period ? 0.5f : 1;
        weights[3] = 1 - weights[0];
        return weights;
    }

    private static float turn(double part) {
        int i = (int) (part * CIRCLE) & (CIRCLE - 1);
        return SINES[i];
    }

    private static void circle(double part, float[] out, int at) {
        out[at] = turn(part);
        out[at + 1] = turn(part + 0.25);
        out[at + 2] = turn(2 * part);
        out[at + 3] = turn(2 * part + 0.25);
    }

    private void calendar(long index, double event, float[] out, int at) {
        out[at] = (float) event;
        if (days) {
            circle(clock.day(index), out, at + 1);
        } else {
            clear(out, at + 1);
        }
        if (weeks) {
            double week = clock.week(index);
            circle(week, out, at + 5);
            out[at + 9] = week >= 5.0 / 7 ? 1 : 0;
        } else {
            clear(out, at + 5);
            out[at + 9] = 0;
        }
        if (seasons) {
            circle((double) Math.floorMod(index, (long) period) / period, out, at + 10);
        } else {
            clear(out, at + 10);
        }
    }

    private static void clear(float[] out, int at) {
        for (int i = 0; i < 4; i++) {
            out[at + i] = 0;
        }
    }

    /** On the scale of the network's inputs. */
    private static float unit(double ratio, double swing) {
        return (float) Math.max(-FAR, Math.min(FAR, ratio / (swing + TINY)));
    }

    private static double ratio(SeriesView series, int lag) {
        return ratio(series.value(lag), series);
    }

    private static double ratio(double rate, SeriesView series) {
        return Ratio.of(rate, series.level());
    }

    /**
     * The row of a step that has just passed.
     *
     * @param series the series up to that step
     * @param index its grid index
     * @param event how much of an event that is to be learned the step had, in [0, 1]
     * @param out takes {@link #INPUTS} numbers
     * @param at first of them
     */
    public void passed(SeriesView series, long index, double event, float[] out, int at) {
        double swing = series.swing();
        int reach = series.reach();
        double now = reach > 0 ? ratio(series, 0) : 0;
        out[at] = unit(now, swing);
        out[at + 1] = unit(reach > 1 ? ratio(series, 1) : now, swing);
        double season = reach > period ? ratio(series, period) : now;
        out[at + 2] = unit(season, swing);
        out[at + 3] = unit(reach > period ? ratio(series, period - 1) : now, swing);
        out[at + 4] = unit(reach > 2 * period ? ratio(series, 2 * period) : season, swing);
        out[at + 5] = unit(reach >= longest ? ratio(series, longest - 1) : season, swing);
        int state = at + VALUES;
        out[state] = (float) Elementary.log((series.surprise() + TINY) / (swing + TINY));
        out[state + 1] = 0.5f * (float) Elementary.log(swing + TINY) + 1;
        out[state + 2] = series.missing() ? 1 : 0;
        out[state + 3] = reach >= longest ? 1 : 0;
        calendar(index, event, out, state + STATE);
    }

    /**
     * The row of a step ahead, and its anchors.
     *
     * @param series the series now
     * @param index the grid index of the step
     * @param ahead how many steps ahead it is, 1 or more
     * @param event how much of an event that is to be learned the step will have, in [0, 1]
     * @param out takes {@link #TARGET_INPUTS} numbers
     * @param at first of them
     * @param anchors takes {@link #ANCHORS} ratios
     * @param ao first of them
     */
    public void ahead(
            SeriesView series, long index, int ahead, double event, float[] out, int at, float[] anchors, int ao) {
        fixed(series, anchors, ao + FIXED);
        moving(series, index, ahead, event, out, at, anchors, ao);
    }

    /**
     * The same for another step ahead from the same moment of the same series, cheaper: what does not change is taken over.
     *
     * @param series the series now
     * @param index the grid index of the step
     * @param ahead how many steps ahead it is, 1 or more
     * @param event how much of an event that is to be learned the step will have, in [0, 1]
     * @param out takes {@link #TARGET_INPUTS} numbers
     * @param at first of them
     * @param anchors takes {@link #ANCHORS} ratios; those of the step before are the {@link #ANCHORS} numbers before them
     * @param ao first of them
     */
    public void next(
            SeriesView series, long index, int ahead, double event, float[] out, int at, float[] anchors, int ao) {
        System.arraycopy(anchors, ao - ANCHORS + FIXED, anchors, ao + FIXED, ANCHORS - FIXED);
        moving(series, index, ahead, event, out, at, anchors, ao);
    }

    private void moving(
            SeriesView series, long index, int ahead, double event, float[] out, int at, float[] anchors, int ao) {
        int reach = series.reach();
        double day = anchors[ao + FIXED];
        // Lag of the same phase of the season, counted from the last step: in [0, period).
        int phase = Math.floorMod(-ahead, period);
        for (int k = 0; k < 3; k++) {
            int lag = phase + k * period;
            day = lag < reach ? ratio(series, lag) : day;
            anchors[ao + k] = (float) day;
        }
        int long1 = Math.floorMod(-ahead, longest);
        anchors[ao + 3] = longest > period && long1 < reach ? (float) ratio(series, long1) : anchors[ao];
        anchors[ao + 4] = !means ? 0 : phase < reach ? (float) ratio(series.profile(phase), series) : anchors[ao];
        anchors[ao + 5] =
                !means ? 0 : long1 < reach ? (float) ratio(series.lastingProfile(long1), series) : anchors[ao + 4];
        double swing = series.swing();
        for (int k = 0; k < ANCHORS; k++) {
            out[at + k] = unit(anchors[ao + k], swing);
        }
        calendar(index, event, out, at + ANCHORS);
        int counted = Math.min(ahead, horizon);
        int h = at + ANCHORS + CALENDAR;
        out[h] = steps[counted];
        out[h + 1] = (float) counted / horizon;
        out[h + 2] = 1f / counted;
    }

    /** The anchors that are the same for all steps ahead: the last value, those a season before it, and the drift. */
    private void fixed(SeriesView series, float[] anchors, int ao) {
        int reach = series.reach();
        double now = reach > 0 ? ratio(series, 0) : 0;
        anchors[ao] = (float) now;
        anchors[ao + 1] = period < reach ? (float) ratio(series, period) : (float) now;
        anchors[ao + 2] = longest < reach ? (float) ratio(series, longest) : anchors[ao + 1];
        anchors[ao + 3] = means ? (float) series.drift() : 0;
    }
}
