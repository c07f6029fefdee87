package io.headroom.testkit;

import io.headroom.core.RateSeries;
import io.headroom.core.Rung;
import io.headroom.core.SeriesKey;
import io.headroom.spi.FittedModel;
import io.headroom.spi.Tracker;
import java.util.Set;

/** Passes everything on to a model; the rows of a table override what they break. */
class ModelDouble implements FittedModel {
    final FittedModel inner;

    ModelDouble(FittedModel inner) {
        this.inner = inner;
    }

    /** Wraps every tracker, however it was started. */
    Tracker started(Tracker tracker) {
        return tracker;
    }

    @Override
    public String description() {
        return inner.description();
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
        return started(inner.track(key));
    }

    @Override
    public Tracker track(SeriesKey key, RateSeries history) {
        return started(inner.track(key, history));
    }

    @Override
    public Tracker restore(byte[] snapshot) {
        return started(inner.restore(snapshot));
    }

    @Override
    public byte[] snapshot() {
        return inner.snapshot();
    }
}
