package io.headroom.testkit;

import io.headroom.core.Checks;
import io.headroom.core.Dependence;
import io.headroom.core.MarginalForecast;
import io.headroom.core.RateForecast;
import io.headroom.core.Rung;
import io.headroom.core.SeriesKey;
import io.headroom.core.TimeGrid;
import io.headroom.spi.Tracker;

/** The tracker of {@link ProfilePredictor}: its state is a level. */
final class ProfileTracker implements Tracker {
    static final int KIND = 82;
    private static final double GAIN = 0.3;

    private final ProfileModel model;
    private final SeriesKey key;
    private final EventFactors factors;
    private long nextIndex;
    private double level;

    ProfileTracker(ProfileModel model, SeriesKey key, ProfileModel.State state) {
        this.model = model;
        this.key = key;
        this.factors = new EventFactors(model.events, key.flow(), model.grid);
        this.nextIndex = state.nextIndex();
        this.level = state.level();
    }

    ProfileModel.State state() {
        return new ProfileModel.State(nextIndex, level);
    }

    @Override
    public TimeGrid grid() {
        return model.grid;
    }

    @Override
    public long nextIndex() {
        return nextIndex;
    }

    @Override
    public void observe(double rate) {
        if (rate < 0 || rate == Double.POSITIVE_INFINITY) {
            Checks.notNegative(rate, "observed rate");
        }
        double seen = factors.learned(nextIndex, rate) / model.shape.factor(nextIndex);
        if (!Double.isNaN(seen)) {
            level = Double.isNaN(level) ? seen : level + GAIN * (seen - level);
        }
        nextIndex++;
    }

    private double mean(long step) {
        return Double.isNaN(level) ? 0 : level * model.shape.factor(step) * factors.factor(step);
    }

    @Override
    public RateForecast forecast(int horizon, Dependence dependence) {
        Checks.inRange(horizon, 1, 1_000_000, "horizon");
        double[] mean = new double[horizon];
        double[] deviation = new double[horizon];
        for (int h = 0; h < horizon; h++) {
            mean[h] = mean(nextIndex + h);
            deviation[h] = mean[h] * model.shape.spread();
        }
        return MarginalForecast.builder(model.grid, nextIndex)
                .mean(mean)
                .standardDeviation(deviation)
                .impulse(1)
                .dependence(dependence)
                .build();
    }

    @Override
    public double nextMean() {
        return mean(nextIndex);
    }

    @Override
    public double nextDeviation() {
        return nextMean() * model.shape.spread();
    }

    @Override
    public Rung rung() {
        return Double.isNaN(level) ? Rung.PRIOR : model.shape.rung();
    }

    @Override
    public byte[] snapshot() {
        return Sealed.bytes(KIND, out -> {
            ProfileModel.writeKey(out, key);
            out.writeLong(nextIndex);
            out.writeDouble(level);
        });
    }
}
