package io.headroom.testkit;

import io.headroom.core.RateSeries;
import io.headroom.core.SeriesKey;
import io.headroom.spi.FittedModel;
import io.headroom.spi.Predictor;
import io.headroom.spi.Tracker;
import java.util.Arrays;
import java.util.Set;
import java.util.function.Consumer;

/** Clauses of {@link PredictorContract} about snapshots. */
final class SnapshotClauses {
    private SnapshotClauses() {}

    private static FittedModel fitted(Clause c, PredictorContract kit) {
        return FitClauses.fit(c, kit.create(), kit.request());
    }

    private static Tracker moved(FittedModel model) {
        Tracker tracker = model.track(Samples.KEY);
        for (int i = 0; i < 17; i++) {
            tracker.observe(i == 5 ? Double.NaN : Samples.LEVEL + 20 * i);
        }
        return tracker;
    }

    static void tracker(Clause c, PredictorContract kit) {
        c.mend("a field of the state is not written, or is rounded on the way: write every number as the 8 bytes of"
                + " its double");
        FittedModel model = fitted(c, kit);
        Tracker tracker = moved(model);
        alike(c, "restored tracker", tracker, model.restore(tracker.snapshot()));
    }

    static void model(Clause c, PredictorContract kit) {
        c.mend("a parameter of the model is not written, or is rounded on the way: write every number as the 8 bytes"
                + " of its double");
        FittedModel model = fitted(c, kit);
        FittedModel restored = c.given(kit.create().restore(model.snapshot()), "a model");
        sameModel(c, model, restored);
        alike(c, "tracker of the restored model", model.track(Samples.KEY), restored.track(Samples.KEY));
        RateSeries longer = Samples.regular(kit.historyLength() + 9, kit.period());
        alike(
                c,
                "tracker of the restored model started on a longer history",
                model.track(Samples.KEY, longer),
                restored.track(Samples.KEY, longer));
        Tracker tracker = moved(model);
        alike(c, "tracker restored by the restored model", moved(model), restored.restore(tracker.snapshot()));
    }

    private static void sameModel(Clause c, FittedModel model, FittedModel restored) {
        c.at("keys() of the restored model");
        c.same(model.keys(), restored.keys());
        c.at("rung() of the restored model");
        c.same(model.rung(), restored.rung());
        c.at("rungReason() of the restored model");
        c.same(model.rungReason(), restored.rungReason());
        c.at("description() of the restored model");
        c.same(model.description(), restored.description());
    }

    /** Both trackers forecast alike, now and after more observations. */
    static void alike(Clause c, String what, Tracker expected, Tracker got) {
        c.at(what + ", nextIndex()");
        c.same(expected.nextIndex(), got.nextIndex());
        c.at(what + ", rung()");
        c.same(expected.rung(), got.rung());
        Figures.identical(c, what, expected.forecast(6), got.forecast(6));
        for (int i = 0; i < 20; i++) {
            double rate = i == 3 ? Double.NaN : Samples.LEVEL - 10 * i;
            expected.observe(rate);
            got.observe(rate);
        }
        Figures.identical(c, what + ", after 20 observations", expected.forecast(6), got.forecast(6));
    }

    static void damagedTracker(Clause c, PredictorContract kit) {
        FittedModel model = fitted(c, kit);
        byte[] good = moved(model).snapshot();
        damaged(c, good, model.snapshot(), model::restore);
    }

    static void damagedModel(Clause c, PredictorContract kit) {
        Predictor predictor = kit.create();
        FittedModel model = fitted(c, kit);
        damaged(c, model.snapshot(), moved(model).snapshot(), predictor::restore);
    }

    private static void damaged(Clause c, byte[] good, byte[] otherKind, Consumer<byte[]> restore) {
        c.mend("the bytes are taken as they come: begin a snapshot with a kind and a version, end it with a checksum,"
                + " and compare both");
        c.at("no byte");
        c.refuses(() -> restore.accept(new byte[0]));
        c.at("foreign bytes");
        byte[] foreign = new byte[Math.max(good.length, 64)];
        Arrays.fill(foreign, (byte) 0x5A);
        c.refuses(() -> restore.accept(foreign));
        c.at("the snapshot of the other kind: model for tracker, tracker for model");
        c.refuses(() -> restore.accept(otherKind.clone()));
        c.at("a byte too many");
        c.refuses(() -> restore.accept(Arrays.copyOf(good, good.length + 1)));
        for (int length : new int[] {1, good.length / 3, good.length / 2, good.length - 1}) {
            c.at("the first " + length + " of " + good.length + " bytes");
            c.refuses(() -> restore.accept(Arrays.copyOf(good, length)));
        }
        for (int k = 0; k < Math.min(64, good.length); k++) {
            int place = (int) ((long) k * good.length / Math.min(64, good.length));
            byte[] flipped = good.clone();
            flipped[place] ^= (byte) (1 << (k % 8));
            c.at("one flipped bit in byte " + place + " of " + good.length);
            c.refuses(() -> restore.accept(flipped));
        }
    }

    static void small(Clause c, PredictorContract kit) {
        c.mend("the snapshot holds the history or the model's parameters: write the state alone, or name the season"
                + " in longestSeason()");
        int about = kit.stateBytes() + 8 * kit.longestSeason();
        Tracker tracker = fitted(c, kit).track(Samples.KEY);
        for (int i = 0; i < 2 * kit.historyLength(); i++) {
            tracker.observe(Samples.LEVEL);
        }
        c.at("length of a snapshot of a tracker with a season of " + kit.longestSeason());
        int length = tracker.snapshot().length;
        c.hold(length <= about + about / 4, "about " + about + " bytes or less", length);
    }

    static void notShared(Clause c, PredictorContract kit) {
        c.mend("an array or set of the object itself is handed out: return a copy");
        FittedModel model = fitted(c, kit);
        Tracker tracker = model.track(Samples.KEY);
        c.at("model snapshot after an earlier one was overwritten");
        byte[] first = model.snapshot().clone();
        Arrays.fill(model.snapshot(), (byte) 0);
        c.hold(Arrays.equals(first, model.snapshot()), "the same bytes", "other bytes");
        c.at("tracker snapshot after an earlier one was overwritten");
        byte[] state = tracker.snapshot().clone();
        Arrays.fill(tracker.snapshot(), (byte) 0);
        c.hold(Arrays.equals(state, tracker.snapshot()), "the same bytes", "other bytes");
        c.at("keys() after an attempt to add one");
        Set<SeriesKey> keys = model.keys();
        try {
            keys.add(Samples.OTHER);
        } catch (UnsupportedOperationException e) {
            c.hold(!keys.contains(Samples.OTHER), "an unchanged set", keys);
        }
        c.same(Set.of(Samples.KEY), model.keys());
    }
}
