package io.headroom.forecasting.coherence;

import io.headroom.core.Flow;

/** What flows are added up by. The groups of a level hold each flow once. */
public enum GroupLevel {
    /** All flows together. */
    TOTAL,
    /** Flows of one transaction type. */
    TYPE,
    /** Flows out of one region. */
    SOURCE,
    /** Flows into one region. */
    DESTINATION,
    /** Flows of one type out of one region. */
    SOURCE_TYPE,
    /** Flows of one type into one region. */
    DESTINATION_TYPE,
    /** Flows of one ordered region pair. */
    PAIR;

    /**
     * The group that holds a flow.
     *
     * @param flow the flow
     * @return its group on this level
     */
    public FlowGroup groupOf(Flow flow) {
        return switch (this) {
            case TOTAL -> FlowGroup.total();
            case TYPE -> FlowGroup.ofType(flow.type());
            case SOURCE -> FlowGroup.from(flow.pair().source());
            case DESTINATION -> FlowGroup.to(flow.pair().destination());
            case SOURCE_TYPE -> FlowGroup.from(flow.pair().source(), flow.type());
            case DESTINATION_TYPE -> FlowGroup.to(flow.pair().destination(), flow.type());
            case PAIR -> FlowGroup.of(flow.pair());
        };
    }
}
