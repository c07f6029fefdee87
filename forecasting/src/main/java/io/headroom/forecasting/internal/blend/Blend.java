package io.headroom.forecasting.internal.blend;

import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.StringJoiner;

/**
 * The moving state of a blend: the common history, the members, and their weights, one part fixed by the fit for each
 * band of horizons, the other by how well they forecast of late. The forecast of a step is the weighted mean of the
 * members that can make one. Not thread-safe.
 */
public final class Blend {
    private static final int MOST_MEMBERS = 100;

    private final Member[] members;
    private final Weights weights;
    private final LiveErrors live;
    private final History history;
    private final int period;

    Blend(Member[] members, Weights weights, LiveErrors live, History history, int period) {
        this.live = live;
        this.members = members;
        this.weights = weights;
        this.history = history;
        this.period = period;
    }

    /**
     * Moves on by one value, in O(lags), without allocation.
     *
     * @param y the value; NaN if missing: the history then takes the forecast in its place
     */
    public void observe(double y) {
        double kept = Double.isNaN(y) ? mean() : y;
        if (members.length > 1) {
            live.observe(y, members, history);
        }
        for (Member member : members) {
            member.observe(y);
        }
        history.add(kept);
    }

    /**
     * The next value.
     *
     * @return NaN as long as nothing was seen
     */
    public double mean() {
        double sum = 0;
        double total = 0;
        for (int m = 0; m < members.length; m++) {
            double value = members[m].next(history);
            if (!Double.isNaN(value)) {
                double weight = weight(1, m);
                sum += weight * value;
                total += weight;
            }
        }
        return total > 0 ? bounded(sum / total) : lone();
    }

    private double weight(int step, int member) {
        return weights.at(step, member) * live.weight(member);
    }

    /** What a member without weight says, where none with weight says anything. */
    private double lone() {
        for (Member member : members) {
            double value = member.next(history);
            if (!Double.isNaN(value)) {
                return bounded(value);
            }
        }
        return Double.NaN;
    }

    private double bounded(double value) {
        double span = history.largest() - history.least();
        return Math.max(history.least() - 0.1 * span, Math.min(history.largest() + 0.25 * span, value));
    }

    /**
     * The next values, in O(lags x horizon).
     *
     * @param horizon number of steps, 1 or more
     * @return one value a step; NaN as long as nothing was seen
     */
    public double[] means(int horizon) {
        double[] sum = new double[horizon];
        double[] total = new double[horizon];
        double[] path = new double[horizon];
        for (int m = 0; m < members.length; m++) {
            members[m].path(history, path);
            for (int h = 0; h < horizon; h++) {
                double weight = weight(h + 1, m);
                if (!Double.isNaN(path[h]) && weight > 0) {
                    sum[h] += weight * path[h];
                    total[h] += weight;
                }
            }
        }
        double lone = lone();
        for (int h = 0; h < horizon; h++) {
            sum[h] = total[h] > 0 ? sum[h] / total[h] : lone;
        }
        return sum;
    }

    /**
     * What a unit shock leaves after each step.
     *
     * @param horizon number of weights, 1 or more
     * @return the first is 1
     */
    public double[] impulse(int horizon) {
        double[] sum = new double[horizon];
        for (int m = 0; m < members.length; m++) {
            double[] psi = members[m].impulse(horizon);
            for (int h = 0; h < horizon; h++) {
                sum[h] += weight(h + 1, m) * psi[h];
            }
        }
        double first = sum[0];
        for (int h = 0; h < horizon; h++) {
            double total = 0;
            for (int m = 0; m < members.length; m++) {
                total += weight(h + 1, m);
            }
            sum[h] = h == 0 || !(first > 0) || !(total > 0) ? (h == 0 ? 1 : 0) : sum[h] / total;
        }
        return sum;
    }

    /**
     * Steps after which the state stands at the same phase of its season again.
     *
     * @return 1 or more
     */
    public int period() {
        return period;
    }

    /**
     * The members with their weights one step ahead.
     *
     * @return for example "0.62 AR(log, 23 lags) + 0.38 season(168)"
     */
    public String description() {
        double total = 0;
        for (int m = 0; m < members.length; m++) {
            total += weights.at(1, m);
        }
        StringJoiner parts = new StringJoiner(" + ");
        for (int m = 0; m < members.length; m++) {
            parts.add(String.format(Locale.ROOT, "%.2f %s", weights.at(1, m) / total, members[m].description()));
        }
        return parts.toString();
    }

    /**
     * An independent copy.
     *
     * @return a copy
     */
    public Blend copy() {
        Member[] copies = new Member[members.length];
        for (int m = 0; m < copies.length; m++) {
            copies[m] = members[m].copy();
        }
        return new Blend(copies, weights, live.copy(), history.copy(), period);
    }

    /**
     * Writes what {@link #readFrom} reads.
     *
     * @param out takes the history and all members
     * @throws IOException if writing fails
     */
    public void writeTo(DataOutput out) throws IOException {
        out.writeInt(members.length);
        for (Member member : members) {
            member.writeTo(out);
        }
        weights.writeTo(out);
        live.writeTo(out);
        history.writeTo(out);
        out.writeInt(period);
    }

    /**
     * Writes what moves: what {@link #readMoving} reads.
     *
     * @param out takes the history and the states of the members
     * @throws IOException if writing fails
     */
    public void writeMoving(DataOutput out) throws IOException {
        for (Member member : members) {
            member.writeMoving(out);
        }
        live.writeTo(out);
        history.writeTo(out);
    }

    /**
     * Reads a blend with the parameters and weights of this one.
     *
     * @param in what {@link #writeMoving} wrote
     * @return a blend
     * @throws IOException if the bytes are not one
     */
    public Blend readMoving(DataInput in) throws IOException {
        Member[] moved = new Member[members.length];
        for (int m = 0; m < moved.length; m++) {
            moved[m] = members[m].readMoving(in);
        }
        LiveErrors errors = LiveErrors.readFrom(in, moved.length);
        History values = History.readFrom(in);
        if (values.ring().length != history.ring().length) {
            throw new IOException("a history of " + values.ring().length + " values is of another model");
        }
        return new Blend(moved, weights, errors, values, period);
    }

    /**
     * Reads what {@link #writeTo} wrote.
     *
     * @param in the bytes
     * @return an equal blend
     * @throws IOException if the bytes are not one
     */
    public static Blend readFrom(DataInput in) throws IOException {
        int n = in.readInt();
        if (n < 1 || n > MOST_MEMBERS) {
            throw new IOException(n + " members are too few or too many");
        }
        List<Member> members = new ArrayList<>();
        int memory = 1;
        for (int m = 0; m < n; m++) {
            members.add(Member.readFrom(in));
            memory = Math.max(memory, members.get(m).memory());
        }
        Weights weights = Weights.readFrom(in, n);
        LiveErrors live = LiveErrors.readFrom(in, n);
        History history = History.readFrom(in);
        int period = in.readInt();
        if (history.ring().length < memory || period < 1) {
            throw new IOException("history and members do not go together");
        }
        return new Blend(members.toArray(Member[]::new), weights, live, history, period);
    }
}
