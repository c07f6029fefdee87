package io.headroom.testkit;

import io.headroom.core.PredictionData;
import io.headroom.core.RateForecast;
import io.headroom.core.Region;
import io.headroom.core.RegionPair;
import io.headroom.core.SeriesKey;
import io.headroom.core.TransactionType;
import io.headroom.spi.Deadline;
import io.headroom.spi.PredictionRequest;
import io.headroom.spi.RateObservation;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.ConcurrentModificationException;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;

/** Prediction services that are wrong. */
final class PredictionFaults {
    /** Too small a factor to be seen as another level, large enough to differ. */
    private static final double NEARLY = 1.001;

    private PredictionFaults() {}

    private static BrokenDouble row(String clause, String fault, MemoryPredictions.Maker maker) {
        return new BrokenDouble(clause, fault, maker);
    }

    static List<BrokenDouble> rows() {
        List<BrokenDouble> rows = new ArrayList<>(answers());
        rows.addAll(List.of(
                row("Q6", "newer steps are dropped after the first update", Deaf::new),
                row("Q7", "the order of observations counts", Ordered::new),
                row("Q8", "an observation given again counts twice", Doubling::new),
                row("Q9", "observations after 'from' count", Foreseeing::new),
                row("Q10", "a prediction moves the service on", Moving::new),
                row("Q11", "a late call throws something else", () -> new MemoryPredictions() {
                    @Override
                    void reach(Deadline deadline) {
                        if (deadline.expired()) {
                            throw new IllegalStateException("too late");
                        }
                        super.reach(deadline);
                    }
                }),
                row("Q12", "an outage looks like silence", () -> new MemoryPredictions() {
                    @Override
                    public List<PredictionData> predict(PredictionRequest request, Deadline deadline) {
                        return unreachable ? List.of() : super.predict(request, deadline);
                    }
                }),
                row("Q13", "two calls at a time collide", Colliding::new)));
        return rows;
    }

    private static List<BrokenDouble> answers() {
        return List.of(
                row("Q1", "pairs come in reverse", () -> new MemoryPredictions() {
                    @Override
                    public List<PredictionData> predict(PredictionRequest request, Deadline deadline) {
                        List<PredictionData> predictions = new ArrayList<>(super.predict(request, deadline));
                        Collections.reverse(predictions);
                        return predictions;
                    }
                }),
                row("Q1", "only the source is compared", () -> new MemoryPredictions() {
                    @Override
                    boolean wanted(RegionPair pair, Set<Region> regions) {
                        return regions.isEmpty() || regions.contains(pair.source());
                    }
                }),
                row("Q2", "forecasts start after the last observation", () -> new MemoryPredictions() {
                    @Override
                    RateForecast forecast(SeriesKey key, NavigableMap<Long, Double> rates, PredictionRequest request) {
                        Instant next = grid().start(rates.lastKey() + 1);
                        Instant from = next.isBefore(request.from()) ? next : request.from();
                        return super.forecast(key, rates, with(request, from, request.leadSteps()));
                    }
                }),
                row("Q3", "the lead step is counted from 0", () -> new MemoryPredictions() {
                    @Override
                    PredictionData prediction(
                            RegionPair pair,
                            PredictionRequest request,
                            Map<TransactionType, RateForecast> transactions,
                            Map<TransactionType, RateForecast> bytes) {
                        int lead = Math.max(1, request.leadSteps() - 1);
                        return super.prediction(pair, with(request, request.from(), lead), transactions, bytes);
                    }
                }),
                row("Q4", "bytes are left out", () -> new MemoryPredictions() {
                    @Override
                    PredictionData prediction(
                            RegionPair pair,
                            PredictionRequest request,
                            Map<TransactionType, RateForecast> transactions,
                            Map<TransactionType, RateForecast> bytes) {
                        return super.prediction(pair, request, transactions, Map.of());
                    }
                }),
                row("Q5", "each series has a seed of its own", () -> new MemoryPredictions() {
                    @Override
                    long seed(SeriesKey key) {
                        return key.key().length();
                    }
                }));
    }

    private static PredictionRequest with(PredictionRequest r, Instant from, int lead) {
        return new PredictionRequest(r.regions(), from, lead, r.horizon(), r.confidenceLevel());
    }

    /** Takes steps only before the latest that it knows, after its first update. */
    private static final class Deaf extends MemoryPredictions {
        private Instant latest = Instant.MAX;

        @Override
        public void update(List<RateObservation> observations, Deadline deadline) {
            boolean newer = observations.stream().allMatch(o -> o.start().isAfter(latest));
            super.update(newer ? List.of() : observations, deadline);
            latest = observations.stream()
                    .map(RateObservation::start)
                    .max(Comparator.naturalOrder())
                    .orElse(latest);
        }
    }

    private static final class Ordered extends MemoryPredictions {
        private boolean unsorted;

        @Override
        public void update(List<RateObservation> observations, Deadline deadline) {
            List<RateObservation> sorted = new ArrayList<>(observations);
            sorted.sort(Comparator.comparing(RateObservation::start));
            unsorted |= !sorted.equals(observations);
            super.update(observations, deadline);
        }

        @Override
        RateForecast forecast(SeriesKey key, NavigableMap<Long, Double> rates, PredictionRequest request) {
            return super.forecast(key, rates, request).times(unsorted ? NEARLY : 1);
        }
    }

    private static final class Doubling extends MemoryPredictions {
        private final Set<RateObservation> seen = new HashSet<>();
        private boolean again;

        @Override
        public void update(List<RateObservation> observations, Deadline deadline) {
            again |= observations.stream().anyMatch(seen::contains);
            seen.addAll(observations);
            super.update(observations, deadline);
        }

        @Override
        RateForecast forecast(SeriesKey key, NavigableMap<Long, Double> rates, PredictionRequest request) {
            return super.forecast(key, rates, request).times(again ? NEARLY : 1);
        }
    }

    private static final class Foreseeing extends MemoryPredictions {
        @Override
        RateForecast forecast(SeriesKey key, NavigableMap<Long, Double> rates, PredictionRequest request) {
            boolean later = rates.lastKey() >= grid().index(request.from());
            return super.forecast(key, rates, request).times(later ? NEARLY : 1);
        }
    }

    private static final class Moving extends MemoryPredictions {
        private Instant latest = Instant.MIN;

        @Override
        RateForecast forecast(SeriesKey key, NavigableMap<Long, Double> rates, PredictionRequest request) {
            boolean before = request.from().isBefore(latest);
            latest = before ? latest : request.from();
            return super.forecast(key, rates, request).times(before ? NEARLY : 1);
        }
    }

    private static final class Colliding extends MemoryPredictions {
        private final AtomicInteger entered = new AtomicInteger();

        @Override
        public List<PredictionData> predict(PredictionRequest request, Deadline deadline) {
            boolean first = Company.onThreadOfKit() && entered.incrementAndGet() == 1;
            if (first && Company.await(() -> entered.get() > 1)) {
                throw new ConcurrentModificationException("another call moved the trackers");
            }
            return super.predict(request, deadline);
        }
    }
}
