package io.headroom.forecasting.internal.joined;

import io.headroom.core.Dependence;
import io.headroom.core.MarginalForecast;
import io.headroom.core.RateForecast;
import io.headroom.core.Rung;
import io.headroom.core.SeriesKey;
import io.headroom.core.TimeGrid;
import io.headroom.spi.SnapshotFrame;
import io.headroom.spi.Tracker;
import org.jspecify.annotations.Nullable;

/**
 * Tracks a flow with its own model and, where that earned a share, with the shared one. Means and quantiles of a forecast are the
 * weighted means of both; how its steps hang together is as the flow's own model says. Not thread-safe.
 */
final class JoinedTracker implements Tracker {
    static final SnapshotFrame SNAPSHOT = new SnapshotFrame("tracker", 0x48524A54, 1, 1);

    private static final double[] LEVELS = {
        0.001, 0.005, 0.01, 0.025, 0.05, 0.1, 0.2, 0.3, 0.4, 0.5, 0.6, 0.7, 0.8, 0.9, 0.95, 0.975, 0.99, 0.995, 0.999
    };

    private final SeriesKey key;
    private final Tracker own;
    private final @Nullable Tracker shared;
    private final double share;

    JoinedTracker(SeriesKey key, Tracker own, @Nullable Tracker shared, double share) {
        this.key = key;
        this.own = own;
        this.shared = shared;
        this.share = share;
    }

    @Override
    public TimeGrid grid() {
        return own.grid();
    }

    @Override
    public long nextIndex() {
        return own.nextIndex();
    }

    @Override
    public void observe(double rate) {
        own.observe(rate);
        if (shared != null) {
            shared.observe(rate);
        }
    }

    @Override
    public RateForecast forecast(int horizon, Dependence dependence) {
        RateForecast alone = own.forecast(horizon, dependence);
        return shared == null ? alone : mix(alone, shared.forecast(horizon, dependence), dependence);
    }

    private RateForecast mix(RateForecast alone, RateForecast common, Dependence dependence) {
        int horizon = alone.horizon();
        double[] mean = new double[horizon];
        double[][] quantiles = new double[horizon][LEVELS.length];
        for (int h = 0; h < horizon; h++) {
            mean[h] = mix(alone.mean(h + 1), common.mean(h + 1));
            for (int k = 0; k < LEVELS.length; k++) {
                double amount = mix(alone.quantile(h + 1, LEVELS[k]), common.quantile(h + 1, LEVELS[k]));
                quantiles[h][k] = k == 0 ? amount : Math.max(quantiles[h][k - 1], amount);
            }
        }
        var builder = MarginalForecast.builder(grid(), alone.firstIndex())
                .mean(mean)
                .quantiles(LEVELS, quantiles)
                .dependence(dependence);
        if (alone instanceof MarginalForecast marginal) {
            builder.impulse(marginal.impulse()).skipped(marginal.skipped());
        }
        return builder.build();
    }

    private double mix(double alone, double common) {
        return (1 - share) * alone + share * common;
    }

    @Override
    public double nextMean() {
        return shared == null ? own.nextMean() : mix(own.nextMean(), shared.nextMean());
    }

    /** An upper bound, reached when the errors of both go together, as they nearly do. */
    @Override
    public double nextDeviation() {
        return shared == null ? own.nextDeviation() : mix(own.nextDeviation(), shared.nextDeviation());
    }

    @Override
    public Rung rung() {
        return own.rung();
    }

    @Override
    public byte[] snapshot() {
        return SNAPSHOT.write(out -> {
            SnapshotFrame.writeKey(out, key);
            Parts.write(out, own.snapshot());
            out.writeBoolean(shared != null);
            if (shared != null) {
                Parts.write(out, shared.snapshot());
            }
        });
    }
}
