package io.headroom.allocation;

import io.headroom.core.Checks;
import io.headroom.core.Location;
import io.headroom.core.PredictionData;
import io.headroom.core.Region;
import io.headroom.core.RegionPair;
import io.headroom.core.Resource;
import io.headroom.core.Resources;
import io.headroom.core.TimeGrid;
import io.headroom.spi.Deadline;
import io.headroom.spi.DemandModel;
import io.headroom.spi.FleetObservation;
import io.headroom.spi.PredictionRequest;
import io.headroom.spi.PredictionService;
import io.headroom.spi.Provisioner;
import io.headroom.spi.Telemetry;
import io.headroom.spi.TelemetrySource;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** The first half of a cycle: asks the world and makes a {@link Situation} of the answers. Contains what adapters throw. */
final class Observer {
    private static final double CONFIDENCE = 0.95;
    private static final Resource[] RESOURCES = Resource.values();

    /** Shared by all that need nothing: links have no use of most resources. */
    private static final Need NO_NEED = Need.of(0, 0, 0);

    /** Forecasts of so many steps are asked for at most: their cost grows with the square. */
    private static final int MOST_STEPS = 2_000;

    private final PredictionService predictions;
    private final TelemetrySource telemetry;
    private final Provisioner provisioner;
    private final AllocationPolicy policy;
    private final ResourceDeltaCalculator calculator;
    private final DemandModel demandModel;
    private final Set<Region> regions;
    private final Duration callTimeout;
    private final TimeGrid grid;
    private final Places places;
    private final List<Location> owned;
    private final Crew crew;

    /**
     * What was seen in one cycle.
     *
     * @param usual the mean of measured needs, these rates included
     * @param leads what is known of lead times
     * @param fedUntil rates before this instant were fed to the predictions; empty if they were not
     */
    record Observation(
            Situation situation,
            List<PredictionData> predictions,
            UsualNeed usual,
            LeadWatch leads,
            Optional<Instant> fedUntil) {
        Observation in(Situation other) {
            return new Observation(other, predictions, usual, leads, fedUntil);
        }
    }

    Observer(AllocatorBuilder b, AllocationPolicy policy) {
        this.predictions = AllocatorBuilder.required(b.predictions, "predictions");
        this.telemetry = AllocatorBuilder.required(b.telemetry, "telemetry");
        this.provisioner = AllocatorBuilder.required(b.provisioner, "provisioner");
        this.policy = policy;
        this.demandModel = AllocatorBuilder.required(b.demandModel, "demand");
        this.calculator = new ResourceDeltaCalculator(demandModel);
        this.regions = Collections.unmodifiableSet(new TreeSet<>(b.regions));
        this.callTimeout = b.callTimeout;
        this.grid = predictions.grid();
        int ahead = grid.stepsIn(policy.leadTime().plus(policy.interval()));
        this.places = ownedBy();
        this.owned = places.all();
        this.crew = b.crew();
        Checks.inRange(ahead, 0, MOST_STEPS, "steps of " + grid.step() + " in lead time and interval");
    }

    /** Observes, feeds actual rates back, predicts. Empty, with its problem added, if the fleet can't be seen. */
    Optional<Observation> observe(Instant now, Instant since, AllocationState before, List<Problem> problems) {
        Optional<FleetObservation> fleet =
                Problem.contain("fleet", problems, () -> provisioner.observe(Deadline.after(callTimeout)));
        if (fleet.isEmpty()) {
            return Optional.empty();
        }
        Optional<Telemetry> seen = Problem.contain(
                "telemetry",
                problems,
                () -> valid(telemetry.observe(regions, since, now, Deadline.after(callTimeout)), now));
        Optional<Instant> fed = seen.flatMap(t -> Problem.contain("predictions", problems, () -> feed(t)));
        LeadWatch leads = Problem.contain(
                        "leads",
                        problems,
                        () -> LeadWatch.of(
                                before.leadTimes(),
                                fleet.get(),
                                now,
                                policy,
                                places,
                                grid.step().multipliedBy(MOST_STEPS)))
                .orElse(LeadWatch.NOTHING);
        LeadWindows windows = new LeadWindows(policy, grid, now, leads.leadTimes());
        List<PredictionData> predicted = Problem.contain("predictions", problems, () -> predict(now, windows))
                .orElse(List.of());
        predicted.forEach(p -> reportUnknown(p, problems));
        AllocationPolicy active = policy.at(now);
        ActualDemand actualDemand = new ActualDemand(demandModel, active);
        Optional<Map<Location, Resources>> actual = seen.flatMap(
                t -> Problem.contain("demand", problems, () -> actualDemand.required(t, grid, fleet.get())));
        UsualNeed usual = fed.isEmpty() || !policy.memory().usual()
                ? before.usual()
                : Problem.contain(
                                "demand",
                                problems,
                                () -> actualDemand.usual(before.usual(), seen.get(), grid, grid.index(since) + 1))
                        .orElse(before.usual());
        Optional<ResourceDeltaCalculator.Outlook> outlook = Problem.contain(
                "demand",
                problems,
                () -> calculator.outlook(predicted, windows::of, usual.price(active.sizing()), places, crew));
        Map<Location, Map<Resource, Need>> needs = needs(outlook, actual.orElse(Map.of()), leads);
        TypedNeeds typed = new TypedNeeds(demandModel, active);
        Map<Location, Map<Resource, Need>> refined = !typed.differ()
                ? needs
                : Problem.contain(
                                "demand",
                                problems,
                                () -> typed.refine(
                                        needs,
                                        (c, plan) -> c.outlook(predicted, windows::of, usual.price(plan), places, crew),
                                        model -> typed.actual(model, seen, grid, fleet.get())))
                        .orElse(needs);
        Map<Location, Map<Resource, Need>> surging = Problem.contain(
                        "demand",
                        problems,
                        () -> new SurgeNeeds(demandModel, active, grid)
                                .add(
                                        refined,
                                        predicted,
                                        usual,
                                        now,
                                        windows.standard().last()))
                .orElse(refined);
        Situation situation = new Situation(
                now,
                fed.isPresent() && actual.isPresent() ? freshness(now, seen.get()) : blind(seen, fed),
                fleet.get(),
                surging);
        return Optional.of(new Observation(situation, predicted, usual, leads, fed));
    }

    /** Looks at telemetry and fleet alone, between cycles; empty, with its problem added, if one can't be seen or is stale. */
    Optional<Measured> measure(Instant now, List<Problem> problems) {
        Instant since = now.minus(policy.staleAfter());
        return Problem.contain("watch", problems, () -> {
                    FleetObservation fleet = provisioner.observe(Deadline.after(callTimeout));
                    Telemetry seen = valid(
                            telemetry.observe(
                                    regions, grid.start(grid.index(since) - 1), now, Deadline.after(callTimeout)),
                            now);
                    ActualDemand actual = new ActualDemand(demandModel, policy.at(now));
                    return freshness(now, seen).mayShrink()
                            ? Optional.of(new Measured(seen.completeUntil(), actual.required(seen, grid, fleet), fleet))
                            : Optional.<Measured>empty();
                })
                .flatMap(seen -> seen);
    }

    private static Telemetry valid(Telemetry answer, Instant now) {
        if (answer.completeUntil().isAfter(now)) {
            throw Checks.failure(
                    "telemetry that is complete until " + answer.completeUntil(),
                    "must not reach beyond now, " + now,
                    "its clock is ahead");
        }
        return answer;
    }

    private Instant feed(Telemetry seen) {
        predictions.update(seen.rates(), Deadline.after(callTimeout));
        return seen.completeUntil();
    }

    private List<PredictionData> predict(Instant now, LeadWindows windows) {
        PredictionRequest request =
                new PredictionRequest(regions, now, windows.standard().first(), windows.horizon(), CONFIDENCE);
        return List.copyOf(predictions.predict(request, Deadline.after(callTimeout)));
    }

    private void reportUnknown(PredictionData prediction, List<Problem> problems) {
        for (Region end : List.of(prediction.pair().source(), prediction.pair().destination())) {
            try {
                policy.requireKnown(end);
            } catch (IllegalArgumentException e) {
                Problem problem = Problem.of("policy", e);
                if (problems.stream().noneMatch(p -> p.message().equals(problem.message()))) {
                    problems.add(problem);
                }
            }
        }
    }

    private static Freshness blind(Optional<Telemetry> seen, Optional<Instant> fed) {
        return new Freshness.Blind(
                seen.isEmpty()
                        ? "the telemetry source failed"
                        : fed.isEmpty()
                                ? "actual rates could not be fed back"
                                : "actual demand could not be told from the rates");
    }

    /** The step in progress can't be complete, so the age is counted from the end of the step after the last complete one. */
    private Freshness freshness(Instant now, Telemetry seen) {
        if (seen.rates().isEmpty()) {
            return new Freshness.Blind("no rate was measured");
        }
        Duration age = Duration.between(seen.completeUntil(), now).minus(grid.step());
        return age.compareTo(policy.staleAfter()) > 0 ? new Freshness.Stale(age) : new Freshness.Fresh();
    }

    private Map<Location, Map<Resource, Need>> needs(
            Optional<ResourceDeltaCalculator.Outlook> outlook, Map<Location, Resources> actual, LeadWatch leads) {
        PlaceMap<Map<Resource, Need>> needs = new PlaceMap<>(places);
        crew.each(places.size(), (from, to) -> {
            NoNeed none = new NoNeed();
            for (int i = from; i < to; i++) {
                Location location = places.at(i);
                Resources later = outlook.map(o -> o.later().get(location)).orElse(null);
                Resources sooner = outlook.map(o -> o.sooner().get(location)).orElse(Resources.NONE);
                Resources measured = actual.getOrDefault(location, Resources.NONE);
                Map<Resource, Duration> own = leads.at(location);
                Map<Resource, Need> here = new EnumMap<>(Resource.class);
                for (Resource resource : RESOURCES) {
                    Duration lead = own.get(resource);
                    here.put(resource, need(later, sooner, measured, resource, lead, none));
                }
                needs.set(i, Collections.unmodifiableMap(here));
            }
        });
        return NeedsMap.own(needs);
    }

    private static Need need(
            @Nullable Resources later,
            Resources sooner,
            Resources measured,
            Resource resource,
            @Nullable Duration lead,
            NoNeed none) {
        double until = sooner.get(resource);
        double now = measured.get(resource);
        OptionalDouble forecast = later == null ? OptionalDouble.empty() : OptionalDouble.of(later.get(resource));
        return forecast.orElse(0) == 0 && until == 0 && now == 0
                ? none.of(forecast.isPresent(), lead)
                : new Need(forecast, until, now).withLeadTime(Optional.ofNullable(lead));
    }

    /** Shared by those that need nothing, one after the other: links have no use of most resources. Not thread-safe. */
    private static final class NoNeed {
        private Need last = NO_NEED;
        private @Nullable Duration lead;

        Need of(boolean forecast, @Nullable Duration own) {
            if (!forecast) {
                return Need.UNKNOWN.withLeadTime(Optional.ofNullable(own));
            }
            if (!Objects.equals(own, lead)) {
                lead = own;
                last = NO_NEED.withLeadTime(Optional.ofNullable(own));
            }
            return last;
        }
    }

    /** The locations that an allocator of these regions decides for. */
    List<Location> owned() {
        return owned;
    }

    private Places ownedBy() {
        if (regions.isEmpty()) {
            return policy.places();
        }
        List<Location> own = new ArrayList<>();
        for (Location location : policy.placement().keySet()) {
            Region region = location instanceof RegionPair pair ? pair.source() : (Region) location;
            if (regions.contains(region)) {
                own.add(location);
            }
        }
        return Places.of(own);
    }
}
