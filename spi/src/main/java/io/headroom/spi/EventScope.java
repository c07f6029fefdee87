package io.headroom.spi;

import io.headroom.core.Flow;
import io.headroom.core.Region;
import io.headroom.core.RegionPair;
import io.headroom.core.TransactionType;
import java.util.Optional;

/**
 * Which flows a known event touches: those that match every part that is given. Immutable and thread-safe.
 *
 * @param region a region at either end, if only its flows are touched
 * @param pair an ordered pair, if only its flows are touched
 * @param type a transaction type, if only its flows are touched
 */
public record EventScope(Optional<Region> region, Optional<RegionPair> pair, Optional<TransactionType> type) {
    /** Every flow. */
    public static final EventScope ALL = new EventScope(Optional.empty(), Optional.empty(), Optional.empty());

    /**
     * The flows of a region.
     *
     * @param region a region at either end
     * @return the scope
     */
    public static EventScope of(Region region) {
        return new EventScope(Optional.of(region), Optional.empty(), Optional.empty());
    }

    /**
     * The flows of a pair.
     *
     * @param pair an ordered pair
     * @return the scope
     */
    public static EventScope of(RegionPair pair) {
        return new EventScope(Optional.empty(), Optional.of(pair), Optional.empty());
    }

    /**
     * The flows of a type.
     *
     * @param type a transaction type
     * @return the scope
     */
    public static EventScope of(TransactionType type) {
        return new EventScope(Optional.empty(), Optional.empty(), Optional.of(type));
    }

    /**
     * Whether a flow is touched.
     *
     * @param flow the flow
     * @return true if it matches every part that is given
     */
    public boolean matches(Flow flow) {
        return region.map(flow.pair()::touches).orElse(true)
                && pair.map(flow.pair()::equals).orElse(true)
                && type.map(flow.type()::equals).orElse(true);
    }
}
