package io.headroom.benchmarks.jmh;

import io.headroom.core.Dependence;
import io.headroom.core.Flow;
import io.headroom.core.RateForecast;
import io.headroom.core.RateSeries;
import io.headroom.core.TimeGrid;
import io.headroom.forecasting.Predictors;
import io.headroom.spi.FitRequest;
import io.headroom.spi.PredictorSettings;
import io.headroom.spi.Tracker;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;

/** Data for the benchmarks, the same on every machine. */
final class Samples {
    static final TimeGrid MINUTES = TimeGrid.of(Duration.ofMinutes(1));

    private static final int REGIONS = 33;

    private Samples() {}

    /** The season of a series: the day of hours, or from {@code 4032} steps on of five minutes. */
    static int period(int length) {
        return length < 2000 ? 24 : 288;
    }

    /** The seasons that a predictor is told of: day and week. */
    static PredictorSettings settings(int length) {
        int day = period(length);
        return PredictorSettings.ofPeriods(day, 7 * day);
    }

    /** A daily wave around 100 with noise. */
    static RateSeries seasonal(int length, int period, long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        double[] rates = new double[length];
        for (int t = 0; t < length; t++) {
            double wave = 1 + 0.5 * StrictMath.sin(2 * Math.PI * t / period);
            rates[t] = Math.max(0, 100 * wave + 10 * random.nextGaussian());
        }
        return RateSeries.of(MINUTES, 0, rates);
    }

    /** Directed pairs of up to 33 regions, each with its types: pairs times types flows. */
    static List<Flow> flows(int pairs, int types) {
        List<Flow> flows = new ArrayList<>();
        for (int i = 0; flows.size() < pairs * types; i++) {
            String source = "region-" + i % REGIONS;
            String destination = "region-" + (i + 1 + i / REGIONS) % REGIONS;
            for (int type = 0; type < types; type++) {
                flows.add(Flow.of(source, destination, "type-" + type));
            }
        }
        return flows;
    }

    /** A forecast of each flow. */
    static List<RateForecast> forecasts(List<Flow> flows, int horizon) {
        List<Tracker> trackers = trackers(flows);
        List<RateForecast> forecasts = new ArrayList<>();
        for (int i = 0; i < flows.size(); i++) {
            forecasts.add(trackers.get(i).forecast(horizon, dependence(flows.get(i))));
        }
        return forecasts;
    }

    /** Shocks that all flows, those of a source and those of a destination share. */
    static Dependence dependence(Flow flow) {
        return Dependence.independent(1, flow.key())
                .with("all", 0.5)
                .with("from:" + flow.pair().source(), 0.3)
                .with("to:" + flow.pair().destination(), 0.3);
    }

    /** What forecasts each flow. */
    static List<Tracker> trackers(List<Flow> flows) {
        List<Tracker> trackers = new ArrayList<>();
        for (Flow flow : flows) {
            RateSeries history = seasonal(96, 24, flow.key().hashCode());
            trackers.add(Predictors.seasonalNaive(24).fit(history).track(FitRequest.UNNAMED));
        }
        return trackers;
    }
}
