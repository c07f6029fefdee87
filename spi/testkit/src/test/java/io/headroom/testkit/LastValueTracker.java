package io.headroom.testkit;

import io.headroom.core.Checks;
import io.headroom.core.Dependence;
import io.headroom.core.MarginalForecast;
import io.headroom.core.RateForecast;
import io.headroom.core.Rung;
import io.headroom.core.SeriesKey;
import io.headroom.core.TimeGrid;
import io.headroom.spi.Tracker;

/** The tracker of {@link LastValuePredictor}: its state is one number. */
final class LastValueTracker implements Tracker {
    static final int KIND = 72;
    private static final double PRIOR = 1;

    private final LastValueModel model;
    private final SeriesKey key;
    private final EventFactors factors;
    private long nextIndex;
    private double last;

    LastValueTracker(LastValueModel model, SeriesKey key, long nextIndex, double last) {
        this.model = model;
        this.key = key;
        this.factors = new EventFactors(model.events, key.flow(), model.grid);
        this.nextIndex = nextIndex;
        this.last = last;
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
        double learned = factors.learned(nextIndex, rate);
        last = Double.isNaN(learned) ? last : learned;
        nextIndex++;
    }

    @Override
    public RateForecast forecast(int horizon, Dependence dependence) {
        Checks.inRange(horizon, 1, 1_000_000, "horizon");
        double level = level();
        double[] mean = new double[horizon];
        double[] deviation = new double[horizon];
        for (int h = 0; h < horizon; h++) {
            double factor = factors.factor(nextIndex + h);
            mean[h] = level * factor;
            deviation[h] = level * model.spread * Math.sqrt(h + 1.0) * factor;
        }
        return MarginalForecast.builder(model.grid, nextIndex)
                .mean(mean)
                .standardDeviation(deviation)
                .impulse(1)
                .dependence(dependence)
                .build();
    }

    private double level() {
        return Double.isNaN(last) ? PRIOR : last;
    }

    @Override
    public double nextMean() {
        return level() * factors.factor(nextIndex);
    }

    @Override
    public double nextDeviation() {
        return nextMean() * model.spread;
    }

    @Override
    public Rung rung() {
        return Double.isNaN(last) ? Rung.PRIOR : model.rung;
    }

    @Override
    public byte[] snapshot() {
        return Sealed.bytes(KIND, out -> {
            LastValueModel.writeKey(out, key);
            out.writeLong(nextIndex);
            out.writeDouble(last);
        });
    }
}
