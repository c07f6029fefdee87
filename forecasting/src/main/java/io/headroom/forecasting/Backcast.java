package io.headroom.forecasting;

import io.headroom.core.RateSeries;
import io.headroom.core.SeriesKey;
import io.headroom.spi.EventEffects;
import io.headroom.spi.FittedModel;
import io.headroom.spi.Tracker;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Follows fitted series once more through the last part of their history, side by side, to see how they move together.
 * It is made under the lock that guards the series, run without it, and teaches under it.
 */
final class Backcast {
    private static final Logger LOG = LoggerFactory.getLogger(Backcast.class);
    private static final int STEPS = 500;

    private final List<Replay> replays = new ArrayList<>();
    private final long from;

    Backcast(List<SeriesTrack> tracks) {
        long end = Long.MIN_VALUE + STEPS;
        for (SeriesTrack track : tracks) {
            FittedModel model = track.model();
            if (model != null && track.isCounts()) {
                Replay replay = new Replay(track.key(), model, track.history(), track.effects());
                replays.add(replay);
                end = Math.max(end, replay.history.endIndex());
            }
        }
        this.from = end - STEPS;
    }

    void run() {
        replays.forEach(replay -> replay.run(from));
    }

    void teach(CommonShocks shocks) {
        for (int i = 0; i < STEPS; i++) {
            List<CommonShocks.Shock> step = new ArrayList<>(replays.size());
            for (Replay replay : replays) {
                step.add(new CommonShocks.Shock(replay.key.flow(), replay.errors[i], replay.deviations[i]));
            }
            shocks.learn(step);
        }
    }

    /** One series on its way. */
    private static final class Replay {
        final SeriesKey key;
        final RateSeries history;
        final double[] errors = new double[STEPS];
        final double[] deviations = new double[STEPS];
        private final FittedModel model;
        private final EventEffects effects;

        Replay(SeriesKey key, FittedModel model, RateSeries history, EventEffects effects) {
            this.key = key;
            this.model = model;
            this.history = history;
            this.effects = effects;
        }

        void run(long from) {
            Arrays.fill(errors, Double.NaN);
            long first = history.firstIndex();
            int known = (int) Math.max(0, Math.min(history.length(), from - first));
            try {
                Tracker tracker = model.track(key, history.slice(0, known));
                ErrorSink.walk(
                        tracker,
                        history.endIndex(),
                        index -> history.rate((int) (index - first)),
                        effects,
                        (index, rate, mean, deviation) -> {
                            errors[(int) (index - from)] = rate - mean;
                            deviations[(int) (index - from)] = deviation;
                        });
            } catch (RuntimeException e) {
                LOG.error("predictor of {} failed to track its own history", key, e);
            }
        }
    }
}
