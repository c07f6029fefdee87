package io.headroom.forecasting;

import io.headroom.forecasting.internal.blend.Blend;
import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;

/** A blend with the law of its errors by horizon. */
final class BlendState implements SeriesState {
    static final String KIND = "blend";

    private final Blend blend;
    private final HorizonLaw law;

    BlendState(Blend blend, HorizonLaw law) {
        this.blend = blend;
        this.law = law;
    }

    @Override
    public void observe(double y) {
        blend.observe(y);
    }

    @Override
    public double mean() {
        return blend.mean();
    }

    @Override
    public double deviation() {
        double mean = blend.mean();
        return Double.isNaN(mean) ? 0 : law.deviation(1, mean);
    }

    @Override
    public Outlook outlook(int horizon) {
        double[] mean = blend.means(horizon);
        double[] deviation = new double[horizon];
        for (int h = 0; h < horizon; h++) {
            deviation[h] = Double.isNaN(mean[h]) ? 0 : law.deviation(h + 1, mean[h]);
        }
        return new Outlook(mean, deviation, blend.impulse(horizon));
    }

    @Override
    public StepLaw law() {
        return law;
    }

    @Override
    public boolean additive() {
        return false;
    }

    @Override
    public int period() {
        return blend.period();
    }

    @Override
    public BlendState copy() {
        return new BlendState(blend.copy(), law);
    }

    @Override
    public String kind() {
        return KIND;
    }

    @Override
    public void write(DataOutput out) throws IOException {
        blend.writeTo(out);
        law.write(out);
    }

    @Override
    public void writeMoving(DataOutput out) throws IOException {
        blend.writeMoving(out);
    }

    @Override
    public BlendState readMoving(DataInput in) throws IOException {
        return new BlendState(blend.readMoving(in), law);
    }

    static BlendState read(DataInput in) throws IOException {
        return new BlendState(Blend.readFrom(in), HorizonLaw.read(in));
    }
}
