package io.headroom.forecasting;

import io.headroom.core.RateSeries;
import io.headroom.core.SeriesKey;
import io.headroom.spi.Deadline;
import io.headroom.spi.FitRequest;
import io.headroom.spi.FittedModel;
import io.headroom.spi.Predictor;
import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.RejectedExecutionException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Runs fits on the executor: one for each series of a local predictor, one for all series of a global one. Thread-safe.
 */
final class Fits {
    private static final Logger LOG = LoggerFactory.getLogger(Fits.class);

    private final TransactionPredictorBuilder settings;
    private final TransactionPredictor owner;

    Fits(TransactionPredictorBuilder settings, TransactionPredictor owner) {
        this.settings = settings;
        this.owner = owner;
    }

    /** Starts the fits and does not wait. */
    void run(List<SeriesTrack> tracks) {
        start(tracks);
    }

    void runAndWait(List<SeriesTrack> tracks) {
        CompletableFuture.allOf(start(tracks).toArray(CompletableFuture[]::new)).join();
    }

    private List<CompletableFuture<Void>> start(List<SeriesTrack> tracks) {
        List<CompletableFuture<Void>> started = new ArrayList<>();
        IdentityHashMap<Predictor, List<SeriesTrack>> global = new IdentityHashMap<>();
        for (SeriesTrack track : tracks) {
            if (track.isGlobal()) {
                global.computeIfAbsent(track.predictor(), key -> new ArrayList<>())
                        .add(track);
            } else {
                started.add(start(track.predictor(), List.of(track)));
            }
        }
        global.forEach((predictor, all) -> started.add(start(predictor, all)));
        return started;
    }

    private CompletableFuture<Void> start(Predictor predictor, List<SeriesTrack> tracks) {
        try {
            return CompletableFuture.runAsync(() -> fit(predictor, tracks), settings.executor);
        } catch (RejectedExecutionException e) {
            LOG.error("the executor refused a fit of {}", predictor.name(), e);
            owner.adopt(tracks, null);
            return CompletableFuture.completedFuture(null);
        }
    }

    /** Whatever happens, the fit ends for its owner, so that the series can be fitted again. */
    private void fit(Predictor predictor, List<SeriesTrack> tracks) {
        @Nullable FittedModel model = null;
        try {
            Map<SeriesKey, RateSeries> series = owner.histories(tracks);
            FitRequest request =
                    new FitRequest(series, settings.events, Deadline.after(settings.fitBudget), settings.seed);
            model = predictor.fit(request);
        } catch (RuntimeException | LinkageError e) {
            LOG.error(
                    "predictor {} failed to fit {}",
                    predictor.name(),
                    tracks.get(0).key(),
                    e);
        } finally {
            owner.adopt(tracks, model);
        }
    }
}
