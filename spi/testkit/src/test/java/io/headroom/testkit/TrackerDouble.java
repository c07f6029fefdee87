package io.headroom.testkit;

import io.headroom.core.Dependence;
import io.headroom.core.RateForecast;
import io.headroom.core.Rung;
import io.headroom.core.TimeGrid;
import io.headroom.spi.Tracker;
import java.util.function.UnaryOperator;

/** Passes everything on to a tracker; the rows of a table override what they break. */
class TrackerDouble implements Tracker {
    final Tracker inner;

    TrackerDouble(Tracker inner) {
        this.inner = inner;
    }

    /** A row of the predictors' table whose trackers are wrong. */
    static BrokenDouble row(String clause, String fault, UnaryOperator<Tracker> change) {
        return PredictorDouble.row(clause, fault, PredictorDouble.tracker(change));
    }

    /** Changes each forecast. */
    static UnaryOperator<Tracker> forecast(UnaryOperator<RateForecast> change) {
        return tracker -> new TrackerDouble(tracker) {
            @Override
            public RateForecast forecast(int horizon, Dependence dependence) {
                return change.apply(super.forecast(horizon, dependence));
            }
        };
    }

    @Override
    public TimeGrid grid() {
        return inner.grid();
    }

    @Override
    public long nextIndex() {
        return inner.nextIndex();
    }

    @Override
    public void observe(double rate) {
        inner.observe(rate);
    }

    @Override
    public RateForecast forecast(int horizon, Dependence dependence) {
        return inner.forecast(horizon, dependence);
    }

    @Override
    public double nextMean() {
        return inner.nextMean();
    }

    @Override
    public double nextDeviation() {
        return inner.nextDeviation();
    }

    @Override
    public Rung rung() {
        return inner.rung();
    }

    @Override
    public byte[] snapshot() {
        return inner.snapshot();
    }
}
