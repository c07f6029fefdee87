package io.headroom.allocation;

import io.headroom.core.Flow;
import io.headroom.core.Location;
import io.headroom.core.NodeGroup;
import io.headroom.core.PredictionData;
import io.headroom.core.RateForecast;
import io.headroom.core.Region;
import io.headroom.core.RegionPair;
import io.headroom.core.Resource;
import io.headroom.core.Resources;
import io.headroom.core.Rung;
import io.headroom.core.Stock;
import io.headroom.core.TimeGrid;
import io.headroom.core.TransactionType;
import io.headroom.spi.FleetObservation;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Short words for values that many tests need. */
final class Fixtures {
    static final Instant NOON = Instant.parse("2026-03-01T12:00:00Z");
    static final TimeGrid MINUTES = TimeGrid.of(Duration.ofMinutes(1));
    static final Region EU = Region.of("eu");
    static final Region US = Region.of("us");
    static final RegionPair LINK = RegionPair.of("eu", "us");
    static final TransactionType API = TransactionType.of("api");
    static final Flow FLOW = new Flow(LINK, API);
    static final Freshness FRESH = new Freshness.Fresh();
    static final Freshness BLIND = new Freshness.Blind("the source failed");

    private Fixtures() {}

    static NodeGroup group(String name, Location location, Resources perUnit) {
        return new NodeGroup(name, location, NodeGroup.Kind.VM, perUnit);
    }

    /** Machines of 4 compute in the EU. */
    static NodeGroup fours() {
        return group("eu-fours", EU, Resources.compute(4));
    }

    static Stock stock(int allocated) {
        return new Stock(allocated, 0, 0, 0);
    }

    static FleetObservation fleet(NodeGroup group, int allocated) {
        return fleet(Map.of(group, stock(allocated)));
    }

    static FleetObservation fleet(Map<NodeGroup, Stock> stocks) {
        return new FleetObservation(NOON, stocks, Map.of());
    }

    /** A policy of groups, all with the same rules. */
    static AllocationPolicy policy(ResourcePolicyBuilder rules, NodeGroup... groups) {
        AllocationPolicyBuilder b = AllocationPolicy.builder().standard(rules.build());
        List.of(groups).forEach(b::place);
        return b.build();
    }

    static Situation situation(Freshness freshness, FleetObservation fleet, Location location, Need compute) {
        return new Situation(NOON, freshness, fleet, Map.of(location, Map.of(Resource.COMPUTE, compute)));
    }

    /** A prediction of one type of one pair that is certain. */
    static PredictionData certain(RegionPair pair, Instant from, double... rates) {
        RateForecast forecast = RateForecast.certain(MINUTES, MINUTES.index(from), rates);
        return prediction(pair, Map.of(API, forecast), Map.of());
    }

    static PredictionData prediction(
            RegionPair pair, Map<TransactionType, RateForecast> rates, Map<TransactionType, RateForecast> bytes) {
        return PredictionData.of(pair, 1, 0.95, rates, bytes, Rung.FULL);
    }

    static double[] constant(int steps, double rate) {
        double[] rates = new double[steps];
        Arrays.fill(rates, rate);
        return rates;
    }

    /** Targets by name, allocated and warm units joined by a plus sign. */
    static Map<String, String> targets(Decision decision) {
        Map<String, String> targets = new HashMap<>();
        decision.targets().forEach(t -> targets.put(t.group().name(), t.allocated() + "+" + t.warm()));
        return targets;
    }

    /** The rules that changed the only resource of a decision. */
    static List<Reason.Rule> rules(Decision decision) {
        return decision.resources().get(0).reasons().stream().map(Reason::rule).toList();
    }
}
