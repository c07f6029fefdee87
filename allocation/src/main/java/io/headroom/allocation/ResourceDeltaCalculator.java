package io.headroom.allocation;

import io.headroom.core.Flow;
import io.headroom.core.Location;
import io.headroom.core.PredictionData;
import io.headroom.core.RateForecast;
import io.headroom.core.RegionPair;
import io.headroom.core.Resource;
import io.headroom.core.ResourceDelta;
import io.headroom.core.ResourcePool;
import io.headroom.core.Resources;
import io.headroom.core.TransactionType;
import io.headroom.core.Window;
import io.headroom.spi.DemandModel;
import io.headroom.spi.FlowDemand;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.function.BiFunction;
import java.util.function.DoubleUnaryOperator;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * Turns predictions into requirements and deltas. For each location and resource the demands of all flows that touch it are added as
 * joint distributions, with their dependence, and the requirement is a quantile of the largest demand of a window:
 *
 * <pre>required = (base + quantile of max over the window of sum over flows of rate * cost) / target utilisation</pre>
 *
 * <p>A pure function of its arguments; immutable and thread-safe. Cost: flows times the square of the horizon, plus one window quantile for
 * each location and resource.
 */
public final class ResourceDeltaCalculator {
    private static final Resource[] RESOURCES = Resource.values();

    private final DemandModel demandModel;

    /**
     * A calculator for a demand model.
     *
     * @param demandModel what transactions cost
     */
    public ResourceDeltaCalculator(DemandModel demandModel) {
        this.demandModel = demandModel;
    }

    /**
     * The delta of each pool: what it requires in the window minus what it will hold.
     *
     * @param predictions predictions of the pairs that touch the pools' locations
     * @param pools the pools; booting units count as held
     * @param window steps ahead that the pools have to cover, inside the forecasts' horizon
     * @param plan how each resource is sized
     * @return one delta a pool, in the order of the pools
     */
    public List<ResourceDelta> calculate(
            Collection<PredictionData> predictions, Collection<ResourcePool> pools, Window window, SizingPlan plan) {
        Map<Location, Resources> required = required(predictions, window, plan);
        List<ResourceDelta> deltas = new ArrayList<>(pools.size());
        for (ResourcePool pool : pools) {
            Resources need = required.get(pool.location());
            deltas.add(new ResourceDelta(
                    pool.location(),
                    need == null ? size(pool.location(), Map.of(), plan, (resource, forecast) -> p -> 0) : need,
                    pool.committed()));
        }
        return deltas;
    }

    /**
     * What each location requires in a window.
     *
     * @param predictions predictions of pairs
     * @param window steps ahead, inside the forecasts' horizon
     * @param plan how each resource is sized
     * @return the requirement of every location that a prediction touches, ends and links alike, sorted by key
     */
    public Map<Location, Resources> required(Collection<PredictionData> predictions, Window window, SizingPlan plan) {
        return size(demand(predictions), plan, (resource, forecast) -> forecast.maximum(window));
    }

    /**
     * What each location requires in the next steps, each step by itself: the largest of their quantiles. Cheaper than
     * {@link #required}, and at most that.
     *
     * @param predictions predictions of pairs
     * @param steps number of steps from now, 0 or more, inside the forecasts' horizon
     * @param plan how each resource is sized
     * @return the requirement of every location that a prediction touches, ends and links alike, sorted by key; the base alone for 0
     *     steps
     */
    public Map<Location, Resources> requiredUntil(Collection<PredictionData> predictions, int steps, SizingPlan plan) {
        return size(demand(predictions), plan, (resource, forecast) -> p -> largestQuantile(forecast, steps, p));
    }

    /**
     * What locations require from the lead time on, and before it. Both are empty for a location that no prediction touches.
     *
     * @param later as {@link #required}
     * @param sooner as {@link #requiredUntil}
     */
    record Outlook(Map<Location, Resources> later, Map<Location, Resources> sooner) {}

    /** The steps that each resource of each location has to cover. */
    @FunctionalInterface
    interface Windows {
        Window of(Location location, Resource resource);
    }

    /** Both requirements of some locations, each resource in its own window, from one sum of their demand. */
    Outlook outlook(
            Collection<PredictionData> predictions, Windows windows, SizingPlan plan, Places places, Crew crew) {
        @Nullable DemandTerms[] terms = new @Nullable DemandTerms[places.size()];
        for (PredictionData p : predictions) {
            RegionPair pair = p.pair();
            add(
                    p,
                    terms(terms, places.number(pair.source())),
                    terms(terms, places.number(pair.destination())),
                    terms(terms, places.number(pair)));
        }
        PlaceMap<Resources> later = new PlaceMap<>(places);
        PlaceMap<Resources> sooner = new PlaceMap<>(places);
        crew.each(places.size(), (from, to) -> {
            for (int i = from; i < to; i++) {
                DemandTerms here = terms[i];
                if (here != null) {
                    Location location = places.at(i);
                    Map<Resource, RateForecast> demand = here.sums();
                    later.set(
                            i,
                            size(
                                    location,
                                    demand,
                                    plan,
                                    (resource, forecast) -> forecast.maximum(windows.of(location, resource))));
                    sooner.set(
                            i,
                            size(
                                    location,
                                    demand,
                                    plan,
                                    (resource, forecast) -> p -> largestQuantile(
                                            forecast,
                                            windows.of(location, resource).after(),
                                            p)));
                    terms[i] = null;
                }
            }
        });
        return new Outlook(later, sooner);
    }

    /** Those of a numbered location, or some that nobody asks for. */
    private static DemandTerms terms(@Nullable DemandTerms[] terms, int number) {
        DemandTerms known = number < 0 ? null : terms[number];
        if (known == null) {
            known = new DemandTerms();
            if (number >= 0) {
                terms[number] = known;
            }
        }
        return known;
    }

    private static double largestQuantile(RateForecast forecast, int steps, double p) {
        double largest = 0;
        for (int step = 1; step <= steps; step++) {
            largest = Math.max(largest, forecast.quantile(step, p));
        }
        return largest;
    }

    private Map<Location, Resources> size(
            Map<Location, Map<Resource, RateForecast>> demand,
            SizingPlan plan,
            BiFunction<Resource, RateForecast, DoubleUnaryOperator> quantiles) {
        Map<Location, Resources> required = SortedCopy.sized(demand.size());
        demand.forEach((location, here) -> required.put(location, size(location, here, plan, quantiles)));
        return required;
    }

    private Resources size(
            Location location,
            Map<Resource, RateForecast> demand,
            SizingPlan plan,
            BiFunction<Resource, RateForecast, DoubleUnaryOperator> quantiles) {
        Resources base = demandModel.base(location);
        Resources need = Resources.NONE;
        for (Resource resource : RESOURCES) {
            RateForecast forecast = demand.get(resource);
            if (forecast == null && base.get(resource) == 0) {
                continue;
            }
            Sizing sizing = plan.sizing(location, resource);
            double amount = forecast == null
                    ? base.get(resource)
                    : sizing.demand(base.get(resource), quantiles.apply(resource, forecast));
            need = need.with(resource, amount / sizing.targetUtilisation());
        }
        return need;
    }

    /**
     * The demand of each location as a joint distribution: the sum of the rates of all flows that touch it, each times its cost.
     *
     * @param predictions predictions of pairs
     * @return for each location and each resource that costs something, its demand over the forecasts' steps, base not included
     */
    public Map<Location, Map<Resource, RateForecast>> demand(Collection<PredictionData> predictions) {
        return demand(predictions, location -> true);
    }

    /** The demand of some locations. */
    Map<Location, Map<Resource, RateForecast>> demand(
            Collection<PredictionData> predictions, Predicate<Location> wanted) {
        Map<Location, Map<Resource, RateForecast>> sums = SortedCopy.sized(predictions.size());
        terms(predictions, wanted).forEach((location, here) -> sums.put(location, here.sums()));
        return sums;
    }

    /** What is added up at each location, in the order of the locations. */
    private Map<Location, DemandTerms> terms(Collection<PredictionData> predictions, Predicate<Location> wanted) {
        Map<Location, DemandTerms> terms = SortedCopy.sized(predictions.size());
        for (PredictionData p : predictions) {
            RegionPair pair = p.pair();
            DemandTerms source = terms(terms, pair.source(), wanted);
            DemandTerms destination = terms(terms, pair.destination(), wanted);
            DemandTerms link = terms(terms, pair, wanted);
            add(p, source, destination, link);
        }
        return SortedCopy.of(terms, Location.ORDER);
    }

    private void add(PredictionData p, DemandTerms source, DemandTerms destination, DemandTerms link) {
        p.transactions().forEach((type, forecast) -> {
            FlowDemand cost = cost(p.pair(), type);
            source.add(forecast, cost.source());
            destination.add(forecast, cost.destination());
            link.add(forecast, cost.link());
        });
        p.bytes().forEach((type, forecast) -> {
            FlowDemand cost = cost(p.pair(), type);
            source.add(forecast, cost.sourcePerByte());
            destination.add(forecast, cost.destinationPerByte());
            link.add(forecast, cost.linkPerByte());
        });
    }

    /** Those of a location, or some that nobody asks for. */
    private static DemandTerms terms(Map<Location, DemandTerms> terms, Location location, Predicate<Location> wanted) {
        DemandTerms known = terms.get(location);
        if (known == null) {
            known = new DemandTerms();
            if (wanted.test(location)) {
                terms.put(location, known);
            }
        }
        return known;
    }

    private FlowDemand cost(RegionPair pair, TransactionType type) {
        return demandModel.demand(new Flow(pair, type));
    }
}
