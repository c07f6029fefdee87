package io.headroom.forecasting.coherence;

import io.headroom.core.Flow;
import io.headroom.core.RateForecast;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Forecasts of flows after reconciling. The forecast of a group is the sum of those of its flows, so that means add up
 * (where scenarios and marginal forecasts are mixed, up to the sampling error of the latter) and the dependence between
 * flows is in its quantiles. Immutable and thread-safe.
 */
public final class CoherentForecasts {
    private final FlowHierarchy hierarchy;
    private final List<RateForecast> flows;

    CoherentForecasts(FlowHierarchy hierarchy, List<RateForecast> flows) {
        this.hierarchy = hierarchy;
        this.flows = flows;
    }

    /**
     * The forecasts of all flows.
     *
     * @return an immutable map in the order of {@link FlowHierarchy#flows}
     */
    public Map<Flow, RateForecast> flows() {
        Map<Flow, RateForecast> all = new LinkedHashMap<>();
        for (int f = 0; f < flows.size(); f++) {
            all.put(hierarchy.flows().get(f), flows.get(f));
        }
        return Collections.unmodifiableMap(all);
    }

    /**
     * The forecast of a flow.
     *
     * @param flow the flow
     * @return its forecast
     * @throws IllegalArgumentException if it is not of the hierarchy
     */
    public RateForecast of(Flow flow) {
        return flows.get(hierarchy.position(flow));
    }

    /**
     * The forecast of a group, added up from its flows: takes time for each of them.
     *
     * @param group the group
     * @return its forecast
     * @throws IllegalArgumentException if it is not of the hierarchy
     */
    public RateForecast of(FlowGroup group) {
        List<RateForecast> terms = new ArrayList<>();
        for (Flow flow : hierarchy.members(group)) {
            terms.add(of(flow));
        }
        return RateForecast.sum(terms);
    }
}
