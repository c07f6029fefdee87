package io.headroom.examples.flights;

import io.headroom.core.Flow;
import io.headroom.core.Location;
import io.headroom.core.NodeGroup;
import io.headroom.core.RateSeries;
import io.headroom.core.Resource;
import io.headroom.core.Resources;
import io.headroom.spi.FlowDemand;
import java.util.Map;
import java.util.TreeMap;

/** The true demand of every pool, step by step, for the strategies that look at one pool alone. */
final class FlightDemand {
    private FlightDemand() {}

    /** Demand on the resource of each group, in its units, one value a step of the year. */
    static Map<NodeGroup, double[]> of(FlightScenario scenario, Map<Flow, RateSeries> year) {
        int steps = year.values().iterator().next().length();
        Map<NodeGroup, double[]> demand = new TreeMap<>();
        for (NodeGroup group : scenario.groups().values()) {
            Resource resource = FlightScenario.resource(group);
            double[] sum = new double[steps];
            year.forEach((flow, rates) -> {
                double cost = cost(flow, group.location()).get(resource);
                for (int t = 0; cost > 0 && t < steps; t++) {
                    sum[t] += cost * rates.rate(t);
                }
            });
            demand.put(group, sum);
        }
        return demand;
    }

    private static Resources cost(Flow flow, Location location) {
        FlowDemand demand = FlightScenario.demandModel().demand(flow);
        if (location.equals(flow.pair().source())) {
            return demand.source();
        }
        if (location.equals(flow.pair().destination())) {
            return demand.destination();
        }
        return location.equals(flow.pair()) ? demand.link() : Resources.NONE;
    }
}
