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

/** The model of {@link ProfilePredictor}. */
final class ProfileModel implements FittedModel {
    static final int KIND = 81;

    final TimeGrid grid;
    final Shape shape;
    final EventCalendar events;
    private final Map<SeriesKey, State> states;

    /** What all series share. */
    static final class Shape {
        private final double[] profile;
        private final double spread;
        private final Rung rung;
        private final String reason;

        Shape(double[] profile, double spread, Rung rung, String reason) {
            this.profile = profile;
            this.spread = spread;
            this.rung = rung;
            this.reason = reason;
        }

        double spread() {
            return spread;
        }

        Rung rung() {
            return rung;
        }

        String reason() {
            return reason;
        }

        double factor(long step) {
            return profile[ProfilePredictor.phase(step, profile.length)];
        }
    }

    /** Where a series stands: the next step, and its level; NaN before its first rate. */
    record State(long nextIndex, double level) {}

    ProfileModel(TimeGrid grid, Shape shape, Map<SeriesKey, State> states, EventCalendar events) {
        this.grid = grid;
        this.shape = shape;
        this.states = Collections.unmodifiableMap(new TreeMap<>(states));
        this.events = events;
    }

    /** Where a series stands after its history. */
    static State start(Shape shape, TimeGrid grid, EventCalendar events, SeriesKey key, RateSeries history) {
        ProfileModel model = new ProfileModel(grid, shape, Map.of(), events);
        return model.tracker(key, history).state();
    }

    private ProfileTracker tracker(SeriesKey key, RateSeries history) {
        ProfileTracker tracker = new ProfileTracker(this, key, new State(history.firstIndex(), Double.NaN));
        for (int i = 0; i < history.length(); i++) {
            tracker.observe(history.rate(i));
        }
        return tracker;
    }

    @Override
    public String description() {
        return "profile of " + shape.profile.length;
    }

    @Override
    public Rung rung() {
        return shape.rung();
    }

    @Override
    public String rungReason() {
        return shape.reason();
    }

    @Override
    public Set<SeriesKey> keys() {
        return states.keySet();
    }

    @Override
    public Tracker track(SeriesKey key) {
        State state = states.get(key);
        if (state == null) {
            throw new IllegalArgumentException("series " + key + " must be one of " + states.keySet());
        }
        return new ProfileTracker(this, key, state);
    }

    @Override
    public Tracker track(SeriesKey key, RateSeries history) {
        return tracker(key, history);
    }

    @Override
    public Tracker restore(byte[] snapshot) {
        DataInputStream in = Sealed.open(snapshot, ProfileTracker.KIND);
        try {
            return new ProfileTracker(this, readKey(in), new State(in.readLong(), in.readDouble()));
        } catch (IOException e) {
            throw new IllegalArgumentException("the snapshot of a tracker is cut off", e);
        }
    }

    @Override
    public byte[] snapshot() {
        return Sealed.bytes(KIND, out -> {
            out.writeLong(grid.origin().toEpochMilli());
            out.writeLong(grid.step().toMillis());
            out.writeInt(shape.profile.length);
            for (double factor : shape.profile) {
                out.writeDouble(factor);
            }
            out.writeDouble(shape.spread());
            out.writeUTF(shape.rung().name());
            out.writeUTF(shape.reason());
            out.writeInt(states.size());
            for (Map.Entry<SeriesKey, State> e : states.entrySet()) {
                writeKey(out, e.getKey());
                out.writeLong(e.getValue().nextIndex());
                out.writeDouble(e.getValue().level());
            }
        });
    }

    static ProfileModel read(DataInputStream in) throws IOException {
        TimeGrid grid = new TimeGrid(Instant.ofEpochMilli(in.readLong()), Duration.ofMillis(in.readLong()));
        double[] profile = new double[in.readInt()];
        for (int i = 0; i < profile.length; i++) {
            profile[i] = in.readDouble();
        }
        Shape shape = new Shape(profile, in.readDouble(), Rung.valueOf(in.readUTF()), in.readUTF());
        Map<SeriesKey, State> states = new TreeMap<>();
        for (int left = in.readInt(); left > 0; left--) {
            states.put(readKey(in), new State(in.readLong(), in.readDouble()));
        }
        return new ProfileModel(grid, shape, states, EventCalendar.none());
    }

    static void writeKey(DataOutputStream out, SeriesKey key) throws IOException {
        out.writeUTF(key.flow().key());
        out.writeUTF(key.measure().name());
    }

    private static SeriesKey readKey(DataInputStream in) throws IOException {
        return new SeriesKey(Flow.parse(in.readUTF()), Measure.valueOf(in.readUTF()));
    }
}
