package io.headroom.forecasting;

import io.headroom.core.Dependence;
import io.headroom.core.RateForecast;
import io.headroom.core.RateSeries;
import io.headroom.core.Rung;
import io.headroom.core.SeriesKey;
import io.headroom.core.TimeGrid;
import io.headroom.spi.FittedModel;
import io.headroom.spi.Tracker;
import java.util.Set;

/** A model whose trackers break down when they are first asked to observe or to forecast. */
record FaultyModel(FittedModel inner, boolean whenObserving, boolean whenForecasting) implements FittedModel {
    @Override
    public String description() {
        return "faulty";
    }

    @Override
    public Rung rung() {
        return inner.rung();
    }

    @Override
    public String rungReason() {
        return inner.rungReason();
    }

    @Override
    public Set<SeriesKey> keys() {
        return inner.keys();
    }

    @Override
    public Tracker track(SeriesKey key) {
        return new FaultyTracker(inner.track(key));
    }

    @Override
    public Tracker track(SeriesKey key, RateSeries history) {
        return new FaultyTracker(inner.track(key, history));
    }

    @Override
    public Tracker restore(byte[] snapshot) {
        return new FaultyTracker(inner.restore(snapshot));
    }

    @Override
    public byte[] snapshot() {
        return inner.snapshot();
    }

    /** The tracker that breaks down. */
    private final class FaultyTracker implements Tracker {
        private final Tracker tracker;

        FaultyTracker(Tracker tracker) {
            this.tracker = tracker;
        }

        @Override
        public TimeGrid grid() {
            return tracker.grid();
        }

        @Override
        public long nextIndex() {
            return tracker.nextIndex();
        }

        @Override
        public void observe(double rate) {
            if (whenObserving) {
                throw new IllegalStateException("broken on purpose: observe");
            }
            tracker.observe(rate);
        }

        @Override
        public RateForecast forecast(int horizon, Dependence dependence) {
            if (whenForecasting) {
                throw new IllegalStateException("broken on purpose: forecast");
            }
            return tracker.forecast(horizon, dependence);
        }

        @Override
        public double nextMean() {
            return tracker.nextMean();
        }

        @Override
        public double nextDeviation() {
            return tracker.nextDeviation();
        }

        @Override
        public Rung rung() {
            return tracker.rung();
        }

        @Override
        public byte[] snapshot() {
            return tracker.snapshot();
        }
    }
}
