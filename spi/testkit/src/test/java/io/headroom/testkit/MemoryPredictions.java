package io.headroom.testkit;

import io.headroom.core.Dependence;
import io.headroom.core.PredictionData;
import io.headroom.core.RateForecast;
import io.headroom.core.RateSeries;
import io.headroom.core.Region;
import io.headroom.core.RegionPair;
import io.headroom.core.Rung;
import io.headroom.core.SeriesKey;
import io.headroom.core.TimeGrid;
import io.headroom.core.TransactionType;
import io.headroom.spi.AdapterException;
import io.headroom.spi.Deadline;
import io.headroom.spi.FitRequest;
import io.headroom.spi.PredictionRequest;
import io.headroom.spi.PredictionService;
import io.headroom.spi.Predictor;
import io.headroom.spi.RateObservation;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Set;
import java.util.TreeMap;

/** The good double: keeps all observations and fits at each prediction. Rows of a table override what they break. */
class MemoryPredictions implements PredictionService {
    private final Predictor predictor = new LastValuePredictor(Predictor.Scope.LOCAL);
    private final Map<SeriesKey, TreeMap<Long, Double>> observed = new TreeMap<>();
    boolean unreachable;

    /** What the subclass of the kit asks for. */
    interface Maker {
        MemoryPredictions make();
    }

    @Override
    public TimeGrid grid() {
        return Samples.GRID;
    }

    void reach(Deadline deadline) {
        if (unreachable || deadline.expired()) {
            throw new AdapterException("the service did not answer in time");
        }
    }

    @Override
    public void update(List<RateObservation> observations, Deadline deadline) {
        reach(deadline);
        synchronized (observed) {
            for (RateObservation o : observations) {
                take(SeriesKey.transactions(o.flow()), o, o.rate());
                o.byteRate().ifPresent(rate -> take(SeriesKey.bytes(o.flow()), o, rate));
            }
        }
    }

    private void take(SeriesKey key, RateObservation o, double rate) {
        observed.computeIfAbsent(key, k -> new TreeMap<>()).put(grid().index(o.start()), rate);
    }

    @Override
    public List<PredictionData> predict(PredictionRequest request, Deadline deadline) {
        reach(deadline);
        synchronized (observed) {
            return answer(request);
        }
    }

    private List<PredictionData> answer(PredictionRequest request) {
        Map<RegionPair, Map<TransactionType, RateForecast>> transactions = new TreeMap<>();
        Map<RegionPair, Map<TransactionType, RateForecast>> bytes = new TreeMap<>();
        observed.forEach((key, rates) -> {
            RegionPair pair = key.flow().pair();
            if (wanted(pair, request.regions())) {
                boolean counts = key.equals(SeriesKey.transactions(key.flow()));
                (counts ? transactions : bytes)
                        .computeIfAbsent(pair, p -> new TreeMap<>())
                        .put(key.flow().type(), forecast(key, rates, request));
            }
        });
        List<PredictionData> predictions = new ArrayList<>();
        transactions.forEach(
                (pair, types) -> predictions.add(prediction(pair, request, types, bytes.getOrDefault(pair, Map.of()))));
        return predictions;
    }

    boolean wanted(RegionPair pair, Set<Region> regions) {
        return regions.isEmpty() || regions.stream().anyMatch(pair::touches);
    }

    PredictionData prediction(
            RegionPair pair,
            PredictionRequest request,
            Map<TransactionType, RateForecast> transactions,
            Map<TransactionType, RateForecast> bytes) {
        return PredictionData.of(pair, request.leadSteps(), request.confidenceLevel(), transactions, bytes, Rung.FULL);
    }

    RateForecast forecast(SeriesKey key, NavigableMap<Long, Double> rates, PredictionRequest request) {
        long end = grid().index(request.from());
        long first = Math.min(end, rates.firstKey());
        double[] history = new double[(int) (end - first)];
        Arrays.fill(history, Double.NaN);
        rates.headMap(end).forEach((step, rate) -> history[(int) (step - first)] = rate);
        RateSeries series = RateSeries.of(grid(), first, history);
        return predictor
                .fit(FitRequest.of(key, series))
                .track(key)
                .forecast(request.horizon(), Dependence.independent(seed(key), key.key()));
    }

    long seed(SeriesKey key) {
        return 1;
    }
}
