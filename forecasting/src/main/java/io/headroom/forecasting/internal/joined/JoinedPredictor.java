package io.headroom.forecasting.internal.joined;

import io.headroom.core.Checks;
import io.headroom.core.RateSeries;
import io.headroom.core.SeriesKey;
import io.headroom.spi.FitRequest;
import io.headroom.spi.FittedModel;
import io.headroom.spi.Predictor;
import io.headroom.spi.SnapshotFrame;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * Fits a model of its own to each flow and one that all share, and mixes their quantiles. The shared model's share is 0, a quarter, a
 * half, three quarters or 1, the same for all flows: what had the least loss where the end of each history was held out. Then the shared
 * model is fitted once more, to all there is; if it earned nothing, it serves the flows alone that have no model of their own: new ones, and those that
 * time did not suffice for.
 *
 * <p>Costs two fits of each model, and of the shared one. Immutable and thread-safe.
 */
public final class JoinedPredictor implements Predictor {
    static final SnapshotFrame MODEL = new SnapshotFrame("model", 0x48524A4D, 1, 1);

    private final String name;
    private final Predictor own;
    private final Predictor shared;

    /**
     * Joins two predictors.
     *
     * @param own fits each flow
     * @param shared fits all flows together
     * @throws IllegalArgumentException if one has the wrong scope
     */
    public JoinedPredictor(Predictor own, Predictor shared) {
        checkScope(own, Scope.LOCAL, "of each flow");
        checkScope(shared, Scope.GLOBAL, "that all flows share");
        this.name = own.name() + "-" + shared.name();
        this.own = own;
        this.shared = shared;
    }

    private static void checkScope(Predictor predictor, Scope scope, String part) {
        if (predictor.scope() != scope) {
            throw Checks.failure(
                    "predictor " + predictor.name() + " for the model " + part,
                    "must have the scope " + scope,
                    "the two were swapped");
        }
    }

    @Override
    public String name() {
        return name;
    }

    @Override
    public Scope scope() {
        return Scope.GLOBAL;
    }

    @Override
    public FittedModel fit(FitRequest request) {
        SortedMap<SeriesKey, FittedModel> owned = fitEach(own, request);
        Rehearsal rehearsal = Rehearsal.of(own, shared, request);
        boolean needed =
                rehearsal.share() > 0 || owned.size() < request.series().size();
        FittedModel common = needed && rehearsal.held() ? shared.fit(request) : rehearsal.shared();
        return new JoinedModel(owned, common, rehearsal.share(), rehearsal.doubt());
    }

    /** Whether there is no time left: its deadline is over, or the thread was interrupted. */
    static boolean isOver(FitRequest request) {
        return request.deadline().expired() || Thread.currentThread().isInterrupted();
    }

    /** A model for each series of the request, as far as there is time. */
    static SortedMap<SeriesKey, FittedModel> fitEach(Predictor predictor, FitRequest request) {
        SortedMap<SeriesKey, FittedModel> models = new TreeMap<>();
        for (Map.Entry<SeriesKey, RateSeries> entry : request.series().entrySet()) {
            if (isOver(request)) {
                break;
            }
            Map<SeriesKey, RateSeries> alone = Map.of(entry.getKey(), entry.getValue());
            models.put(
                    entry.getKey(),
                    predictor.fit(new FitRequest(alone, request.events(), request.deadline(), request.seed())));
        }
        return models;
    }

    @Override
    public FittedModel restore(byte[] snapshot) {
        return MODEL.read(snapshot, (in, version) -> {
            double share = in.readDouble();
            Checks.require(share >= 0 && share <= 1, "share " + share, "must be in [0, 1]", "the snapshot was changed");
            String doubt = in.readUTF();
            FittedModel common = shared.restore(Parts.read(in));
            SortedMap<SeriesKey, FittedModel> owned = new TreeMap<>();
            for (int left = in.readInt(); left > 0; left--) {
                SeriesKey key = SnapshotFrame.readKey(in);
                owned.put(key, own.restore(Parts.read(in)));
            }
            return new JoinedModel(owned, common, share, doubt);
        });
    }
}
