package io.headroom.testkit;

import io.headroom.core.Flow;
import io.headroom.core.MarginalForecast;
import io.headroom.core.PredictionData;
import io.headroom.core.RateForecast;
import io.headroom.core.Region;
import io.headroom.core.RegionPair;
import io.headroom.core.TimeGrid;
import io.headroom.core.TransactionType;
import io.headroom.spi.AdapterException;
import io.headroom.spi.Deadline;
import io.headroom.spi.PredictionRequest;
import io.headroom.spi.PredictionService;
import io.headroom.spi.RateObservation;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.Random;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The service of one clause of {@link PredictionServiceContract}, and the clauses themselves. */
final class PredictionBed {
    private static final double TOLERANCE = 1e-9;
    private static final int HORIZON = 6;
    private static final Flow API = Flow.of("eu-west", "us-east", "api");
    private static final Flow BATCH = Flow.of("eu-west", "us-east", "batch");
    private static final Flow SYNC = Flow.of("us-east", "ap-south", "sync");

    private final PredictionServiceContract kit;
    private final PredictionService service;
    private final TimeGrid grid;
    private final long first;
    private final int length;

    PredictionBed(PredictionServiceContract kit) {
        this.kit = kit;
        this.service = kit.create();
        this.grid = service.grid();
        this.first = grid.index(Instant.parse("2024-10-01T00:00:00Z"));
        this.length = kit.historyLength();
    }

    /** The body of a clause. */
    @FunctionalInterface
    interface Body {
        void run(Clause c, PredictionBed bed) throws Exception;
    }

    private Instant start(int step) {
        return grid.start(first + step);
    }

    /** Observations of three flows over the steps [from, to), one flow with volume. */
    private List<RateObservation> observations(int from, int to, double factor) {
        double[] rates = Samples.rates(length + 100, 24);
        List<RateObservation> all = new ArrayList<>();
        for (int i = from; i < to; i++) {
            double rate = factor * rates[i];
            all.add(new RateObservation(API, start(i), rate, OptionalDouble.of(500 * rate)));
            all.add(RateObservation.of(BATCH, start(i), rate / 10));
            all.add(RateObservation.of(SYNC, start(i), rate / 3));
        }
        return all;
    }

    private void feed(PredictionService to, List<RateObservation> observations) {
        to.update(observations, Deadline.after(kit.patience()));
        kit.settle(to);
    }

    private void feed() {
        feed(service, observations(0, length, 1));
    }

    private List<PredictionData> predict(
            PredictionService of, Set<Region> regions, Instant from, int lead, double level) {
        return of.predict(new PredictionRequest(regions, from, lead, HORIZON, level), Deadline.after(kit.patience()));
    }

    private List<PredictionData> predict() {
        return predict(service, Set.of(), start(length), 2, 0.9);
    }

    private static List<RegionPair> pairs(List<PredictionData> predictions) {
        return predictions.stream().map(PredictionData::pair).toList();
    }

    private static Stream<RateForecast> forecasts(List<PredictionData> predictions) {
        return predictions.stream()
                .flatMap(p -> Stream.concat(p.transactions().values().stream(), p.bytes().values().stream()));
    }

    private static void alike(Clause c, String where, List<PredictionData> expected, List<PredictionData> got) {
        c.at(where + ", pairs");
        c.same(pairs(expected), pairs(got));
        List<RateForecast> a = forecasts(expected).toList();
        List<RateForecast> b = forecasts(got).toList();
        c.at(where + ", number of forecasts");
        c.same(a.size(), b.size());
        for (int i = 0; i < a.size(); i++) {
            Figures.near(c, where + ", forecast " + (i + 1), a.get(i), b.get(i), TOLERANCE);
        }
    }

    static void pairs(Clause c, PredictionBed bed) {
        c.mend("pairs are left unsorted, only sources are compared, or pairs that nobody observed are made up");
        c.at("pairs before anything was observed");
        c.same(List.of(), pairs(bed.predict()));
        bed.feed();
        c.at("pairs of all regions");
        List<RegionPair> both = Stream.of(API.pair(), SYNC.pair()).sorted().toList();
        c.same(both, pairs(bed.predict()));
        Map<String, List<RegionPair>> wanted = Map.of(
                "eu-west",
                List.of(API.pair()),
                "us-east",
                both,
                "ap-south",
                List.of(SYNC.pair()),
                "sa-east",
                List.of());
        wanted.forEach((region, expected) -> {
            c.at("pairs that touch " + region);
            c.same(expected, pairs(bed.predict(bed.service, Set.of(Region.of(region)), bed.start(bed.length), 1, 0.9)));
        });
    }

    static void steps(Clause c, PredictionBed bed) {
        c.mend("forecasts start after the last observation: move on over missing steps to the one that holds 'from'");
        bed.feed();
        for (int late : new int[] {0, 2}) {
            Instant from = bed.start(bed.length + late).plus(bed.grid.step().dividedBy(2));
            for (RateForecast f :
                    forecasts(bed.predict(bed.service, Set.of(), from, 1, 0.9)).toList()) {
                c.at("first index of a forecast from " + from);
                c.same(bed.first + bed.length + late, f.firstIndex());
                c.at("grid of a forecast");
                c.same(bed.grid, f.grid());
                c.at("horizon of a forecast");
                c.same(HORIZON, f.horizon());
            }
        }
    }

    static void leadStep(Clause c, PredictionBed bed) {
        c.mend("the lead step is counted from 0, or the level is fixed: use PredictionData.of(pair, leadSteps, level,"
                + " ...)");
        bed.feed();
        for (int lead : new int[] {1, 4}) {
            for (PredictionData p : bed.predict(bed.service, Set.of(), bed.start(bed.length), lead, 0.8)) {
                c.at("instant of " + p.pair() + " at lead step " + lead);
                c.same(bed.start(bed.length + lead - 1), p.at());
                c.at("rate of " + p.pair() + " at lead step " + lead);
                double mean = p.forecast().mean(lead);
                c.near(mean, p.transactionRate(), TOLERANCE, mean);
                c.at("level of the interval of " + p.pair());
                c.same(0.8, p.confidence().level());
                c.at("upper limit of " + p.pair() + " at lead step " + lead);
                double upper = p.forecast().interval(lead, 0.8).upper();
                c.near(upper, p.confidence().upper(), TOLERANCE, upper);
            }
        }
    }

    static void types(Clause c, PredictionBed bed) {
        c.mend("types are added before they are forecast, or bytes are left out: forecast each series by itself");
        bed.feed();
        Map<RegionPair, PredictionData> byPair =
                bed.predict().stream().collect(Collectors.toMap(PredictionData::pair, p -> p));
        PredictionData two = c.given(byPair.get(API.pair()), "a prediction of " + API.pair());
        PredictionData one = c.given(byPair.get(SYNC.pair()), "a prediction of " + SYNC.pair());
        c.at("types of " + API.pair());
        c.same(Set.of(API.type(), BATCH.type()), two.transactions().keySet());
        c.at("types with bytes of " + API.pair());
        c.same(Set.of(API.type()), two.bytes().keySet());
        c.at("types of " + SYNC.pair());
        c.same(Set.of(SYNC.type()), one.transactions().keySet());
        c.at("types with bytes of " + SYNC.pair());
        c.same(Set.<TransactionType>of(), one.bytes().keySet());
    }

    static void addUp(Clause c, PredictionBed bed) {
        c.mend("each forecast is made with a seed of its own: shocks are shared only under one seed");
        bed.feed();
        List<RateForecast> all = forecasts(bed.predict()).toList();
        c.at("seeds of the forecasts' dependences");
        List<Long> seeds = all.stream()
                .filter(f -> f instanceof MarginalForecast)
                .map(f -> ((MarginalForecast) f).dependence().seed())
                .distinct()
                .toList();
        c.hold(seeds.size() <= 1, "one seed", seeds);
        c.at("sum of all forecasts");
        RateForecast sum = RateForecast.sum(all);
        double mean = all.stream().mapToDouble(f -> f.mean(3)).sum();
        c.near(mean, sum.mean(3), TOLERANCE, mean);
    }

    static void feedback(Clause c, PredictionBed bed) {
        c.mend("later updates are dropped: feed each tracker its new steps");
        bed.feed();
        Instant from = bed.start(bed.length + 20);
        double before = bed.predict(bed.service, Set.of(), from, 1, 0.9).get(0).transactionRate();
        bed.feed(bed.service, bed.observations(bed.length, bed.length + 20, 10));
        double after = bed.predict(bed.service, Set.of(), from, 1, 0.9).get(0).transactionRate();
        c.at("predicted rate after 20 steps of ten times the traffic");
        c.hold(after > 1.5 * before, "more than 1.5 times the " + before + " before", after);
    }

    static void order(Clause c, PredictionBed bed) {
        c.mend("observations are used as they come: sort them by step before they reach a tracker, and start the"
                + " tracker anew when a step comes late");
        List<RateObservation> observations = bed.observations(0, bed.length, 1);
        List<RateObservation> shuffled = new ArrayList<>(observations);
        Collections.shuffle(shuffled, new Random(3));
        bed.feed(bed.service, observations);
        PredictionService other = bed.kit.create();
        bed.feed(other, shuffled.subList(0, shuffled.size() / 2));
        bed.feed(other, shuffled.subList(shuffled.size() / 2, shuffled.size()));
        alike(
                c,
                "observations in another order",
                bed.predict(),
                bed.predict(other, Set.of(), bed.start(bed.length), 2, 0.9));
    }

    static void repeats(Clause c, PredictionBed bed) {
        c.mend("an observation is fed to its tracker again: drop a step that was observed");
        bed.feed();
        List<PredictionData> before = bed.predict();
        bed.feed(bed.service, bed.observations(bed.length - 20, bed.length, 1));
        alike(c, "20 steps given again", before, bed.predict());
    }

    static void hindsight(Clause c, PredictionBed bed) {
        c.needs(Capability.HINDSIGHT);
        c.mend("the tracker has moved past 'from': keep snapshots to go back to, or declare HINDSIGHT absent");
        bed.feed();
        List<PredictionData> before = bed.predict();
        bed.feed(bed.service, bed.observations(bed.length, bed.length + 5, 10));
        alike(c, "five more steps observed, same 'from'", before, bed.predict());
    }

    static void pure(Clause c, PredictionBed bed) {
        c.mend("predict() moves its trackers on: forecast from a copy");
        bed.feed();
        List<PredictionData> before = bed.predict();
        bed.predict(bed.service, Set.of(), bed.start(bed.length + 3), 1, 0.5);
        alike(c, "asked again after a later moment was asked for", before, bed.predict());
    }

    static void deadline(Clause c, PredictionBed bed) throws Exception {
        c.mend("a wait does not look at the deadline: bound it by deadline.remaining()");
        bed.feed();
        Deadline expired = Deadline.after(Duration.ZERO);
        PredictionRequest request = new PredictionRequest(Set.of(), bed.start(bed.length), 1, HORIZON, 0.9);
        c.at("predict after its deadline");
        Parallel.one(bed.kit.patience(), () -> ended(c, () -> bed.service.predict(request, expired)));
        c.at("update after its deadline");
        List<RateObservation> next = bed.observations(bed.length, bed.length + 1, 1);
        Parallel.one(bed.kit.patience(), () -> ended(c, () -> bed.service.update(next, expired)));
    }

    private static boolean ended(Clause c, Runnable call) {
        try {
            call.run();
        } catch (AdapterException e) {
            c.given(e.getMessage(), "a message");
        }
        return true;
    }

    static void outage(Clause c, PredictionBed bed) {
        c.needs(Capability.OUTAGE);
        c.mend("an exception of the client escapes, or an empty list is made up: wrap it in an AdapterException");
        bed.feed();
        bed.kit.cutOff(bed.service);
        SafetyClauses.unreachable(c, "predict", bed::predict);
        SafetyClauses.unreachable(c, "update", () -> {
            bed.service.update(bed.observations(bed.length, bed.length + 1, 1), Deadline.after(bed.kit.patience()));
            return "no exception";
        });
    }

    static void threadSafe(Clause c, PredictionBed bed) throws Exception {
        c.mend("trackers or maps are changed without a lock: one thread at a time may use a tracker");
        bed.feed();
        List<PredictionData> expected = bed.predict();
        c.at("four threads that ask at a time");
        for (List<PredictionData> got : Parallel.run(4, bed.kit.patience(), bed::predict)) {
            alike(c, "one of four threads that ask at a time", expected, got);
        }
    }
}
