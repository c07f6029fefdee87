package io.headroom.forecasting;

import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.util.Arrays;
import java.util.List;

/**
 * The plain mean of several states. Its deviation is the median of theirs, for their errors nearly go together: one member
 * whose spread runs away, as that of logarithms may on few values, does not take the others with it.
 */
final class MeanState implements SeriesState {
    static final String KIND = "mean";
    private static final int MOST = 16;

    private final SeriesState[] members;

    /** Work space: an observation allocates nothing. */
    private final double[] deviations;

    MeanState(List<? extends SeriesState> members) {
        this.members = members.toArray(SeriesState[]::new);
        this.deviations = new double[this.members.length];
    }

    @Override
    public void observe(double y) {
        for (SeriesState member : members) {
            member.observe(y);
        }
    }

    @Override
    public double mean() {
        double sum = 0;
        for (SeriesState member : members) {
            sum += member.mean();
        }
        return sum / members.length;
    }

    @Override
    public double deviation() {
        for (int m = 0; m < members.length; m++) {
            deviations[m] = members[m].deviation();
        }
        return middle(deviations);
    }

    private static double middle(double[] values) {
        Arrays.sort(values);
        int n = values.length;
        return (values[(n - 1) / 2] + values[n / 2]) / 2;
    }

    @Override
    public Outlook outlook(int horizon) {
        double[] mean = new double[horizon];
        double[] deviation = new double[horizon];
        double[] impulse = new double[horizon];
        double[][] spreads = new double[horizon][members.length];
        for (int m = 0; m < members.length; m++) {
            Outlook ahead = members[m].outlook(horizon);
            for (int h = 0; h < horizon; h++) {
                mean[h] += ahead.mean()[h] / members.length;
                spreads[h][m] = ahead.deviation()[h];
                impulse[h] += ahead.impulse()[h] / members.length;
            }
        }
        Arrays.setAll(deviation, h -> middle(spreads[h]));
        impulse[0] = 1;
        return new Outlook(mean, deviation, impulse);
    }

    @Override
    public boolean additive() {
        return false;
    }

    @Override
    public int period() {
        int longest = 1;
        for (SeriesState member : members) {
            longest = Math.max(longest, member.period());
        }
        return longest;
    }

    @Override
    public MeanState copy() {
        SeriesState[] copies = members.clone();
        for (int m = 0; m < copies.length; m++) {
            copies[m] = copies[m].copy();
        }
        return new MeanState(List.of(copies));
    }

    @Override
    public String kind() {
        return KIND;
    }

    @Override
    public void write(DataOutput out) throws IOException {
        out.writeByte(members.length);
        for (SeriesState member : members) {
            out.writeUTF(member.kind());
            member.write(out);
        }
    }

    static MeanState read(DataInput in) throws IOException {
        int n = in.readByte();
        if (n < 1 || n > MOST) {
            throw new IOException(n + " members are too few or too many");
        }
        SeriesState[] members = new SeriesState[n];
        for (int m = 0; m < n; m++) {
            members[m] = SeriesStates.read(in);
        }
        return new MeanState(List.of(members));
    }
}
