package io.headroom.forecasting;

import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.util.List;

/**
 * The plain mean of several states. Its deviation is the mean of theirs: an upper bound, reached when their errors go
 * together, as they nearly do.
 */
final class MeanState implements SeriesState {
    static final String KIND = "mean";
    private static final int MOST = 16;

    private final SeriesState[] members;

    MeanState(List<? extends SeriesState> members) {
        this.members = members.toArray(SeriesState[]::new);
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
        double sum = 0;
        for (SeriesState member : members) {
            sum += member.deviation();
        }
        return sum / members.length;
    }

    @Override
    public Outlook outlook(int horizon) {
        double[] mean = new double[horizon];
        double[] deviation = new double[horizon];
        double[] impulse = new double[horizon];
        for (SeriesState member : members) {
            Outlook ahead = member.outlook(horizon);
            for (int h = 0; h < horizon; h++) {
                mean[h] += ahead.mean()[h] / members.length;
                deviation[h] += ahead.deviation()[h] / members.length;
                impulse[h] += ahead.impulse()[h] / members.length;
            }
        }
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
