package io.headroom.forecasting;

import static io.headroom.forecasting.Rates.FIRST;
import static io.headroom.forecasting.Rates.HOURS;

import io.headroom.core.Flow;
import io.headroom.core.PredictionData;
import io.headroom.core.RateSeries;
import io.headroom.core.Region;
import io.headroom.core.SeriesKey;
import io.headroom.spi.Deadline;
import io.headroom.spi.PredictionRequest;
import io.headroom.spi.RateObservation;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;

/**
 * Rates of some flows that move together a little, hour by hour from {@link Rates#FIRST} on, and how a predictor is fed
 * and asked.
 */
final class Traffic {
    static final Flow EU_US = Flow.of("eu", "us", "order");
    static final Flow EU_US_REFUND = Flow.of("eu", "us", "refund");
    static final Flow US_EU = Flow.of("us", "eu", "order");
    static final Flow US_ASIA = Flow.of("us", "asia", "order");
    static final List<Flow> FLOWS = List.of(EU_US, EU_US_REFUND, US_EU, US_ASIA);

    private final Map<Flow, double[]> rates = new LinkedHashMap<>();

    Traffic(int length, long seed) {
        Random random = new Random(seed);
        FLOWS.forEach(flow -> rates.put(flow, new double[length]));
        for (int i = 0; i < length; i++) {
            double whole = random.nextGaussian();
            int size = 1;
            for (Flow flow : FLOWS) {
                double rate = size * (Rates.wave(i) + 4 * whole + 4 * random.nextGaussian());
                rates.get(flow)[i] = Math.max(0, rate);
                size++;
            }
        }
    }

    double rate(Flow flow, int step) {
        return rates.getOrDefault(flow, new double[0])[step];
    }

    RateObservation observation(Flow flow, int step) {
        return RateObservation.of(flow, HOURS.start(FIRST + step), rate(flow, step));
    }

    /** Observations of all flows over the steps [from, to). */
    List<RateObservation> observations(int from, int to) {
        List<RateObservation> all = new ArrayList<>();
        for (int step = from; step < to; step++) {
            for (Flow flow : FLOWS) {
                all.add(observation(flow, step));
            }
        }
        return all;
    }

    /** History of all flows over the steps [0, to). */
    Map<SeriesKey, RateSeries> history(int to) {
        Map<SeriesKey, RateSeries> all = new TreeMap<>();
        rates.forEach((flow, values) -> all.put(
                SeriesKey.transactions(flow),
                RateSeries.of(HOURS, FIRST, values).slice(0, to)));
        return all;
    }

    static void update(TransactionPredictor predictor, List<RateObservation> observations) {
        predictor.update(observations, Deadline.none());
    }

    static List<PredictionData> predict(TransactionPredictor predictor, int step, int horizon, Region... regions) {
        PredictionRequest request = new PredictionRequest(Set.of(regions), HOURS.start(FIRST + step), 1, horizon, 0.9);
        return predictor.predict(request, Deadline.none());
    }
}
