package io.headroom.allocation;

import io.headroom.allocation.pairs.PairLoad;
import io.headroom.allocation.pairs.PairShares;
import io.headroom.allocation.pairs.Place;
import io.headroom.core.Flow;
import io.headroom.core.Location;
import io.headroom.core.NodeGroup;
import io.headroom.core.PredictionData;
import io.headroom.core.RateForecast;
import io.headroom.core.RegionPair;
import io.headroom.core.Resource;
import io.headroom.core.Resources;
import io.headroom.core.TransactionType;
import io.headroom.spi.DemandModel;
import io.headroom.spi.FlowDemand;
import java.util.Collection;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/**
 * Limits the needs of a situation to what the other ends and the links can use. A place is short if what it has, or its quota, or what it was
 * left with when more was refused, is less than its forecast asks for; {@link PairShares} says what that leaves of each pair, and what each
 * pair leaves of each place. Nothing is limited, and nothing computed, as long as no place is short.
 *
 * <p>A pure function of its arguments; immutable and thread-safe. Cost, if any place is short: linear in the predictions.
 */
final class PartnerBalance {
    private static final double ROUNDING = 1e-9;

    private final DemandModel demandModel;
    private final AllocationPolicy policy;

    PartnerBalance(DemandModel demandModel, AllocationPolicy policy) {
        this.demandModel = demandModel;
        this.policy = policy;
    }

    Situation balance(Situation situation, Collection<PredictionData> predictions, PartnerMemory memory) {
        Map<Place, Double> shortPlaces = shortPlaces(situation, memory);
        if (shortPlaces.isEmpty()) {
            return situation;
        }
        Set<Place> lapsing = new HashSet<>(shortPlaces.keySet());
        lapsing.removeIf(place -> !memory.lapses(place, situation.now(), policy));
        List<PairLoad> loads = predictions.stream().map(this::load).toList();
        PairShares shares = PairShares.of(loads, fixed(loads), shortPlaces, lapsing);
        Map<Location, Map<Resource, Need>> needs = new TreeMap<>(Location.ORDER);
        needs.putAll(situation.needs());
        for (Place place : shares.touched()) {
            Need need = need(situation, place);
            PairShares.Usable usable = shares.usable(place);
            if (need.forecast().isPresent() && usable.free() < 1) {
                PartnerLimit limit = new PartnerLimit(
                        usable.limited() * need.forecast().getAsDouble(),
                        usable.free(),
                        memory.releaseTo(place, situation.now(), policy));
                Map<Resource, Need> here = new EnumMap<>(needs.get(place.location()));
                here.put(place.resource(), need.limitedBy(limit));
                needs.put(place.location(), here);
            }
        }
        return new Situation(situation.now(), situation.freshness(), situation.fleet(), needs, situation.events());
    }

    private static Need need(Situation situation, Place place) {
        return situation.needs().getOrDefault(place.location(), Map.of()).getOrDefault(place.resource(), Need.UNKNOWN);
    }

    /** Only where a quota or a refusal is known something can be short. */
    private Map<Place, Double> shortPlaces(Situation situation, PartnerMemory memory) {
        Set<Location> suspects = new HashSet<>();
        situation.fleet().quotas().keySet().forEach(group -> suspects.add(group.location()));
        memory.refused().keySet().forEach(key -> suspects.add(Location.parse(key.substring(0, key.lastIndexOf('/')))));
        Map<Place, Double> shortPlaces = new TreeMap<>();
        for (Location location : suspects) {
            for (Resource resource : Resource.values()) {
                Place place = new Place(location, resource);
                double asked = need(situation, place).forecast().orElse(0);
                double carried = carried(situation, place, memory);
                if (carried < asked * (1 - ROUNDING)) {
                    shortPlaces.put(place, carried / asked);
                }
            }
        }
        return shortPlaces;
    }

    /** What a place can be expected to have, infinite if nothing speaks against more. */
    private double carried(Situation situation, Place place, PartnerMemory memory) {
        double committed = 0;
        double quota = 0;
        List<NodeGroup> groups = PartnerMemory.groups(place.location(), place.resource(), policy);
        for (NodeGroup group : groups) {
            double perUnit = policy.catalogue().perUnit(group, place.resource());
            int most = policy.catalogue().quota(situation.fleet(), group);
            committed += situation.fleet().stock(group).committed() * perUnit;
            quota += situation.fleet().quota(group).isPresent() || most < Integer.MAX_VALUE
                    ? most * perUnit
                    : Double.POSITIVE_INFINITY;
        }
        double left = memory.refusal(place, situation.now(), policy)
                .map(PartnerMemory.Mark::amount)
                .orElse(Double.POSITIVE_INFINITY);
        return groups.isEmpty() ? Double.POSITIVE_INFINITY : Math.max(committed, Math.min(quota, left));
    }

    /** What every place needs without any traffic. */
    private Map<Place, Double> fixed(List<PairLoad> loads) {
        Map<Place, Double> fixed = new TreeMap<>();
        Set<Place> places = new HashSet<>();
        loads.forEach(load -> places.addAll(load.amounts().keySet()));
        for (Place place : places) {
            double base = demandModel.base(place.location()).get(place.resource());
            if (base > 0) {
                fixed.put(place, base);
            }
        }
        return fixed;
    }

    /** The mean that a pair is expected to need, at the most of the steps that are forecast. */
    private PairLoad load(PredictionData prediction) {
        RegionPair pair = prediction.pair();
        Resources source = Resources.NONE;
        Resources destination = Resources.NONE;
        Resources link = Resources.NONE;
        for (Map.Entry<TransactionType, RateForecast> e :
                prediction.transactions().entrySet()) {
            FlowDemand cost = demandModel.demand(new Flow(pair, e.getKey()));
            double rate = mean(e.getValue());
            source = source.plus(cost.source().times(rate));
            destination = destination.plus(cost.destination().times(rate));
            link = link.plus(cost.link().times(rate));
        }
        for (Map.Entry<TransactionType, RateForecast> e : prediction.bytes().entrySet()) {
            FlowDemand cost = demandModel.demand(new Flow(pair, e.getKey()));
            double rate = mean(e.getValue());
            source = source.plus(cost.sourcePerByte().times(rate));
            destination = destination.plus(cost.destinationPerByte().times(rate));
            link = link.plus(cost.linkPerByte().times(rate));
        }
        Map<Place, Double> amounts = new TreeMap<>();
        add(amounts, pair.source(), source);
        add(amounts, pair.destination(), destination);
        add(amounts, pair, link);
        return new PairLoad(pair, amounts);
    }

    private static double mean(RateForecast forecast) {
        double most = 0;
        for (int step = 1; step <= forecast.horizon(); step++) {
            most = Math.max(most, forecast.mean(step));
        }
        return most;
    }

    private static void add(Map<Place, Double> amounts, Location location, Resources needed) {
        for (Resource resource : Resource.values()) {
            if (needed.get(resource) > 0) {
                amounts.put(new Place(location, resource), needed.get(resource));
            }
        }
    }
}
