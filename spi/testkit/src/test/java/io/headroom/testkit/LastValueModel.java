package io.headroom.testkit;

import io.headroom.core.Flow;
import io.headroom.core.Measure;
import io.headroom.core.RateSeries;
import io.headroom.core.Rung;
import io.headroom.core.SeriesKey;
import io.headroom.core.TimeGrid;
import io.headroom.spi.EventCalendar;
import io.headroom.spi.FittedModel;
import io.headroom.spi.Tracker;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.Collections;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/** The model of {@link LastValuePredictor}. */
final class LastValueModel implements FittedModel {
    static final int KIND = 71;

    final TimeGrid grid;
    final double spread;
    final Rung rung;
    final EventCalendar events;
    private final Map<SeriesKey, End> ends;

    /** Where the history of a series ended, and its last value. */
    record End(long nextIndex, double last) {}

    LastValueModel(TimeGrid grid, Map<SeriesKey, End> ends, double spread, Rung rung, EventCalendar events) {
        this.grid = grid;
        this.ends = Collections.unmodifiableMap(new TreeMap<>(ends));
        this.spread = spread;
        this.rung = rung;
        this.events = events;
    }

    @Override
    public String description() {
        return "last value";
    }

    @Override
    public Rung rung() {
        return rung;
    }

    @Override
    public String rungReason() {
        return rung == Rung.FULL ? "" : "There is too little data for a spread.";
    }

    @Override
    public Set<SeriesKey> keys() {
        return ends.keySet();
    }

    @Override
    public Tracker track(SeriesKey key) {
        End end = ends.get(key);
        if (end == null) {
            throw new IllegalArgumentException("series " + key + " must be one of " + ends.keySet());
        }
        return new LastValueTracker(this, key, end.nextIndex(), end.last());
    }

    @Override
    public Tracker track(SeriesKey key, RateSeries history) {
        Tracker tracker = new LastValueTracker(this, key, history.firstIndex(), Double.NaN);
        for (int i = 0; i < history.length(); i++) {
            tracker.observe(history.rate(i));
        }
        return tracker;
    }

    @Override
    public Tracker restore(byte[] snapshot) {
        try {
            DataInputStream in = Sealed.open(snapshot, LastValueTracker.KIND);
            return new LastValueTracker(this, readKey(in), in.readLong(), in.readDouble());
        } catch (IOException e) {
            throw new IllegalArgumentException("the snapshot of a tracker is cut off", e);
        }
    }

    @Override
    public byte[] snapshot() {
        return Sealed.bytes(KIND, out -> {
            out.writeLong(grid.origin().toEpochMilli());
            out.writeLong(grid.step().toMillis());
            out.writeDouble(spread);
            out.writeUTF(rung.name());
            out.writeInt(ends.size());
            for (Map.Entry<SeriesKey, End> e : ends.entrySet()) {
                writeKey(out, e.getKey());
                out.writeLong(e.getValue().nextIndex());
                out.writeDouble(e.getValue().last());
            }
        });
    }

    static LastValueModel read(DataInputStream in) throws IOException {
        TimeGrid grid = new TimeGrid(Instant.ofEpochMilli(in.readLong()), Duration.ofMillis(in.readLong()));
        double spread = in.readDouble();
        Rung rung = Rung.valueOf(in.readUTF());
        Map<SeriesKey, End> ends = new TreeMap<>();
        for (int left = in.readInt(); left > 0; left--) {
            ends.put(readKey(in), new End(in.readLong(), in.readDouble()));
        }
        return new LastValueModel(grid, ends, spread, rung, EventCalendar.none());
    }

    static void writeKey(DataOutputStream out, SeriesKey key) throws IOException {
        out.writeUTF(key.flow().key());
        out.writeUTF(key.measure().name());
    }

    private static SeriesKey readKey(DataInputStream in) throws IOException {
        return new SeriesKey(Flow.parse(in.readUTF()), Measure.valueOf(in.readUTF()));
    }
}
