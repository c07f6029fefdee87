package io.headroom.spi;

import io.headroom.core.NodeGroup;

/**
 * What capacity costs.
 *
 * <p>Contract: a pure function, finite and not negative. Implementations are thread-safe.
 */
@FunctionalInterface
public interface CostModel {
    /**
     * The price of one unit of a group for one hour, booting or not.
     *
     * @param group the node group
     * @return the price in the host's currency, finite, 0 or more
     */
    double unitHour(NodeGroup group);

    /**
     * The price of one unit over time, where changes are announced.
     *
     * <p>Contract: the price until the first change is {@link #unitHour}; pure, as that is.
     *
     * @param group the node group
     * @return the prices; the default is {@link #unitHour}, unchanged for ever
     */
    default PriceSchedule prices(NodeGroup group) {
        return PriceSchedule.flat(unitHour(group));
    }

    /**
     * The same price for every unit.
     *
     * @param price finite, 0 or more
     * @return the model
     */
    static CostModel flat(double price) {
        return group -> price;
    }
}
