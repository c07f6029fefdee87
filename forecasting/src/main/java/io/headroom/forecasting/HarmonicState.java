package io.headroom.forecasting;

import io.headroom.forecasting.internal.harmonic.HarmonicModel;
import io.headroom.forecasting.internal.harmonic.HarmonicTrack;
import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;

/**
 * A harmonic regression on its way, of values or of their logarithms. Of logarithms the mean here is the median: what half
 * of the values exceed.
 */
final class HarmonicState implements SeriesState {
    static final String KIND = "harmonic";

    private final HarmonicTrack track;
    private final ValueScale scale;
    private final int period;
    private final double sigma;
    private final Widening widening;

    HarmonicState(HarmonicTrack track, ValueScale scale, int period, Widening widening) {
        this.track = track;
        this.scale = scale;
        this.period = period;
        this.widening = widening;
        this.sigma = Math.sqrt(track.model().sigma2());
    }

    HarmonicModel model() {
        return track.model();
    }

    @Override
    public void observe(double y) {
        track.observe(scale.into(y, track.mean()));
    }

    @Override
    public double mean() {
        return scale.out(track.mean());
    }

    @Override
    public double deviation() {
        return scale.deviation(track.mean(), sigma);
    }

    @Override
    public Outlook outlook(int horizon) {
        double[] mean = track.means(horizon);
        double[] impulse = track.impulse(horizon);
        double[] deviation = new double[horizon];
        double squares = 0;
        for (int h = 0; h < horizon; h++) {
            squares += impulse[h] * impulse[h];
            deviation[h] = scale.deviation(mean[h], sigma * Math.sqrt(squares) * widening.at(h + 1));
            mean[h] = scale.out(mean[h]);
        }
        return new Outlook(mean, deviation, impulse);
    }

    @Override
    public boolean additive() {
        return !scale.isLog();
    }

    @Override
    public int period() {
        return period;
    }

    @Override
    public HarmonicState copy() {
        return new HarmonicState(track.copy(), scale, period, widening);
    }

    @Override
    public String kind() {
        return KIND;
    }

    @Override
    public void write(DataOutput out) throws IOException {
        scale.write(out);
        out.writeInt(period);
        widening.write(out);
        track.writeTo(out);
    }

    static HarmonicState read(DataInput in) throws IOException {
        ValueScale scale = ValueScale.read(in);
        int period = in.readInt();
        if (period < 1) {
            throw new IOException("period " + period + " is not one");
        }
        Widening widening = Widening.read(in);
        return new HarmonicState(HarmonicTrack.readFrom(in), scale, period, widening);
    }
}
