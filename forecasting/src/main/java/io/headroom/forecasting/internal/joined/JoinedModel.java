package io.headroom.forecasting.internal.joined;

import io.headroom.core.Checks;
import io.headroom.core.RateSeries;
import io.headroom.core.Rung;
import io.headroom.core.SeriesKey;
import io.headroom.spi.FittedModel;
import io.headroom.spi.SnapshotFrame;
import io.headroom.spi.Tracker;
import java.util.Collections;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeSet;

/** The flows' own models, the one that they share, and its share. Immutable and thread-safe. */
final class JoinedModel implements FittedModel {
    private final SortedMap<SeriesKey, FittedModel> owned;
    private final Set<SeriesKey> keys;
    private final FittedModel shared;
    private final double share;
    private final String doubt;

    JoinedModel(SortedMap<SeriesKey, FittedModel> owned, FittedModel shared, double share, String doubt) {
        this.owned = Collections.unmodifiableSortedMap(owned);
        Set<SeriesKey> all = new TreeSet<>(owned.keySet());
        all.addAll(shared.keys());
        this.keys = Collections.unmodifiableSet(all);
        this.shared = shared;
        this.share = share;
        this.doubt = doubt;
    }

    @Override
    public String description() {
        String own = owned.size() == 1
                ? owned.values().iterator().next().description()
                : "models of each of " + owned.size() + " flows";
        return String.format(Locale.ROOT, "%.2f of %s, %.2f of %s", 1 - share, own, share, shared.description());
    }

    /** The lowest rung of the models in use; those of flows without any value do not count beside others. */
    @Override
    public Rung rung() {
        boolean inUse = share > 0 || owned.size() < keys.size();
        Rung lowest = inUse ? shared.rung() : Rung.FULL;
        boolean known = inUse && shared.rung() != Rung.PRIOR;
        for (FittedModel model : owned.values()) {
            if (model.rung() != Rung.PRIOR) {
                lowest = lowest.worst(model.rung());
                known = true;
            }
        }
        if (!known) {
            return Rung.PRIOR;
        }
        return doubt.isEmpty() ? lowest : lowest.worst(Rung.RESTRICTED);
    }

    @Override
    public String rungReason() {
        Rung rung = rung();
        if (rung == Rung.FULL) {
            return "";
        }
        for (Map.Entry<SeriesKey, FittedModel> entry : owned.entrySet()) {
            if (entry.getValue().rung() == rung) {
                return entry.getKey() + ": " + entry.getValue().rungReason();
            }
        }
        return shared.rung() == rung ? shared.rungReason() : doubt;
    }

    @Override
    public Set<SeriesKey> keys() {
        return keys;
    }

    @Override
    public Tracker track(SeriesKey key) {
        FittedModel own = owned.get(key);
        if (own == null) {
            return shared.track(key);
        }
        return new JoinedTracker(key, own.track(key), share > 0 ? shared.track(key) : null, share);
    }

    /** A series without a model of its own is left to the shared one. */
    @Override
    public Tracker track(SeriesKey key, RateSeries history) {
        FittedModel own = owned.get(key);
        if (own == null) {
            return shared.track(key, history);
        }
        Tracker common = share > 0 ? shared.track(key, history) : null;
        return new JoinedTracker(key, own.track(key, history), common, share);
    }

    @Override
    public Tracker restore(byte[] snapshot) {
        if (!JoinedTracker.SNAPSHOT.marks(snapshot)) {
            return shared.restore(snapshot);
        }
        return JoinedTracker.SNAPSHOT.read(snapshot, (in, version) -> {
            SeriesKey key = SnapshotFrame.readKey(in);
            FittedModel own = owned.get(key);
            if (own == null) {
                throw Checks.failure(
                        "tracker snapshot of " + key, "must be of a fitted series", "it is another model's");
            }
            Tracker alone = own.restore(Parts.read(in));
            boolean mixed = in.readBoolean();
            if (mixed != share > 0) {
                throw Checks.failure("tracker snapshot", "must be of this model", "the model was fitted anew");
            }
            return new JoinedTracker(key, alone, mixed ? shared.restore(Parts.read(in)) : null, share);
        });
    }

    @Override
    public byte[] snapshot() {
        return JoinedPredictor.MODEL.write(out -> {
            out.writeDouble(share);
            out.writeUTF(doubt);
            Parts.write(out, shared.snapshot());
            out.writeInt(owned.size());
            for (Map.Entry<SeriesKey, FittedModel> entry : owned.entrySet()) {
                SnapshotFrame.writeKey(out, entry.getKey());
                Parts.write(out, entry.getValue().snapshot());
            }
        });
    }
}
