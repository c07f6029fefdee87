package io.headroom.forecasting.coherence;

import io.headroom.core.Checks;
import io.headroom.core.Flow;
import io.headroom.core.Region;
import io.headroom.core.RegionPair;
import io.headroom.core.TransactionType;
import java.util.Comparator;
import java.util.Optional;

/**
 * Flows that are added up: those that match every part that is given. Ordered by level, then by names. Immutable and
 * thread-safe.
 *
 * @param source where its flows come from, if that is the same for all
 * @param destination where its flows go, if that is the same for all
 * @param type the type of its flows, if that is the same for all; not together with both regions, which name a flow
 */
public record FlowGroup(Optional<Region> source, Optional<Region> destination, Optional<TransactionType> type)
        implements Comparable<FlowGroup> {
    private static final Comparator<FlowGroup> ORDER = Comparator.comparing(FlowGroup::level)
            .thenComparing(group -> name(group.source.map(Region::name)))
            .thenComparing(group -> name(group.destination.map(Region::name)))
            .thenComparing(group -> name(group.type.map(TransactionType::name)));

    /**
     * Checks that this is no single flow.
     *
     * @param source where its flows come from
     * @param destination where its flows go
     * @param type the type of its flows
     * @throws IllegalArgumentException if all three are given, or both regions are the same
     */
    public FlowGroup {
        if (source.isPresent() && destination.isPresent()) {
            RegionPair pair = new RegionPair(source.get(), destination.get());
            if (type.isPresent()) {
                throw Checks.failure(
                        "group " + new Flow(pair, type.get()),
                        "must leave source, destination or type open",
                        "it is meant as a flow, which is no group");
            }
        }
    }

    /**
     * All flows.
     *
     * @return the group
     */
    public static FlowGroup total() {
        return new FlowGroup(Optional.empty(), Optional.empty(), Optional.empty());
    }

    /**
     * The flows of a type.
     *
     * @param type the type
     * @return the group
     */
    public static FlowGroup ofType(TransactionType type) {
        return new FlowGroup(Optional.empty(), Optional.empty(), Optional.of(type));
    }

    /**
     * The flows out of a region.
     *
     * @param source the region
     * @return the group
     */
    public static FlowGroup from(Region source) {
        return new FlowGroup(Optional.of(source), Optional.empty(), Optional.empty());
    }

    /**
     * The flows of a type out of a region.
     *
     * @param source the region
     * @param type the type
     * @return the group
     */
    public static FlowGroup from(Region source, TransactionType type) {
        return new FlowGroup(Optional.of(source), Optional.empty(), Optional.of(type));
    }

    /**
     * The flows into a region.
     *
     * @param destination the region
     * @return the group
     */
    public static FlowGroup to(Region destination) {
        return new FlowGroup(Optional.empty(), Optional.of(destination), Optional.empty());
    }

    /**
     * The flows of a type into a region.
     *
     * @param destination the region
     * @param type the type
     * @return the group
     */
    public static FlowGroup to(Region destination, TransactionType type) {
        return new FlowGroup(Optional.empty(), Optional.of(destination), Optional.of(type));
    }

    /**
     * The flows of a region pair.
     *
     * @param pair the ordered pair
     * @return the group
     */
    public static FlowGroup of(RegionPair pair) {
        return new FlowGroup(Optional.of(pair.source()), Optional.of(pair.destination()), Optional.empty());
    }

    /**
     * The level that the group belongs to.
     *
     * @return the level
     */
    public GroupLevel level() {
        if (source.isPresent() && destination.isPresent()) {
            return GroupLevel.PAIR;
        }
        if (source.isPresent()) {
            return type.isPresent() ? GroupLevel.SOURCE_TYPE : GroupLevel.SOURCE;
        }
        if (destination.isPresent()) {
            return type.isPresent() ? GroupLevel.DESTINATION_TYPE : GroupLevel.DESTINATION;
        }
        return type.isPresent() ? GroupLevel.TYPE : GroupLevel.TOTAL;
    }

    /**
     * Whether a flow belongs to the group.
     *
     * @param flow the flow
     * @return true if it matches every part that is given
     */
    public boolean contains(Flow flow) {
        return source.map(flow.pair().source()::equals).orElse(true)
                && destination.map(flow.pair().destination()::equals).orElse(true)
                && type.map(flow.type()::equals).orElse(true);
    }

    /**
     * The name that reports and messages use.
     *
     * @return "SRC&gt;DST/type" with "*" for each part that is open
     */
    public String key() {
        return source.map(Region::name).orElse("*") + ">"
                + destination.map(Region::name).orElse("*") + "/"
                + type.map(TransactionType::name).orElse("*");
    }

    @Override
    public int compareTo(FlowGroup other) {
        return ORDER.compare(this, other);
    }

    @Override
    public String toString() {
        return key();
    }

    /** No name is empty, so that an open part comes first. */
    private static String name(Optional<String> part) {
        return part.orElse("");
    }
}
