package io.headroom.spi;

import io.headroom.core.Flow;
import io.headroom.core.Location;
import io.headroom.core.Resources;

/**
 * What transactions cost in resources. Requirements are linear in the rates: a fixed amount at each location plus a multiple of each
 * flow's rate.
 *
 * <p>Contract: a pure function, the same answer for the same argument. Implementations are thread-safe.
 */
@FunctionalInterface
public interface DemandModel {
    /**
     * What a flow costs.
     *
     * @param flow the flow
     * @return its demand for each transaction (and byte) per second
     */
    FlowDemand demand(Flow flow);

    /**
     * What a location needs without any traffic.
     *
     * @param location a region or link
     * @return the fixed amount; by default nothing
     */
    default Resources base(Location location) {
        return Resources.NONE;
    }

    /**
     * The same demand for every flow.
     *
     * @param demand the demand of any flow
     * @return the model
     */
    static DemandModel uniform(FlowDemand demand) {
        return flow -> demand;
    }
}
