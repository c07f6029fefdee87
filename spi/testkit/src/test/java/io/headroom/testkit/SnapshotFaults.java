package io.headroom.testkit;

import static io.headroom.testkit.PredictorDouble.row;

import io.headroom.core.SeriesKey;
import io.headroom.spi.FittedModel;
import io.headroom.spi.Predictor;
import io.headroom.spi.Tracker;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/** Predictors whose snapshots are wrong. */
final class SnapshotFaults {
    private static final int PADDING = 4000;

    private SnapshotFaults() {}

    static List<BrokenDouble> rows() {
        return List.of(
                row("P19", "a restored tracker is rounded", PredictorDouble.fitted(m -> new ModelDouble(m) {
                    @Override
                    public Tracker restore(byte[] snapshot) {
                        return TrackerDouble.forecast(f -> f.times(1 + 1e-12)).apply(super.restore(snapshot));
                    }
                })),
                row("P20", "a restored model is rounded", SnapshotFaults::rounded),
                row("P21", "a damaged tracker starts anew", PredictorDouble.model(m -> new ModelDouble(m) {
                    @Override
                    public Tracker restore(byte[] snapshot) {
                        try {
                            return super.restore(snapshot);
                        } catch (IllegalArgumentException e) {
                            return track(keys().iterator().next());
                        }
                    }
                })),
                row("P22", "a damaged model throws something else", SnapshotFaults::rethrowing),
                row("P23", "a tracker's snapshot is padded", PredictorDouble.model(Padded::new)),
                row("P24", "the keys can be changed", PredictorDouble.model(m -> new ModelDouble(m) {
                    private final Set<SeriesKey> keys = new TreeSet<>(inner.keys());

                    @Override
                    public Set<SeriesKey> keys() {
                        return keys;
                    }
                })),
                row("P24", "one array is handed out again", PredictorDouble.model(m -> new ModelDouble(m) {
                    private final byte[] bytes = inner.snapshot();

                    @Override
                    public byte[] snapshot() {
                        return bytes;
                    }
                })));
    }

    private static Predictor rounded() {
        return new PredictorDouble() {
            @Override
            public FittedModel restore(byte[] snapshot) {
                return scaled(super.restore(snapshot), 1 + 1e-12);
            }
        };
    }

    private static Predictor rethrowing() {
        return new PredictorDouble() {
            @Override
            public FittedModel restore(byte[] snapshot) {
                try {
                    return super.restore(snapshot);
                } catch (IllegalArgumentException e) {
                    throw new ArrayIndexOutOfBoundsException(e.getMessage());
                }
            }
        };
    }

    /** Adds zeros to the snapshots of trackers, and checks them when it takes them off. */
    private static final class Padded extends ModelDouble {
        Padded(FittedModel inner) {
            super(inner);
        }

        @Override
        Tracker started(Tracker tracker) {
            return new TrackerDouble(tracker) {
                @Override
                public byte[] snapshot() {
                    byte[] bytes = super.snapshot();
                    return Arrays.copyOf(bytes, bytes.length + PADDING);
                }
            };
        }

        @Override
        public Tracker restore(byte[] snapshot) {
            int length = Math.max(0, snapshot.length - PADDING);
            byte[] bytes = Arrays.copyOf(snapshot, length);
            if (!Arrays.equals(snapshot, Arrays.copyOf(bytes, length + PADDING))) {
                throw new IllegalArgumentException("these bytes are no padded snapshot");
            }
            return super.restore(bytes);
        }
    }
}
