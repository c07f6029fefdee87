package io.headroom.core;

import java.util.Comparator;

/**
 * A group of equal nodes at a location that can grow and shrink by whole units: virtual machines, container instances, bandwidth
 * reservations or storage volumes. Immutable and thread-safe.
 *
 * @param name its name, unique in the control plane
 * @param location the region, or the link, that it serves
 * @param kind what its nodes are
 * @param perUnit what one node brings: at least one resource above 0
 */
public record NodeGroup(String name, Location location, Kind kind, Resources perUnit) implements Comparable<NodeGroup> {
    /** Groups of one name are told apart only where two control planes are mixed up. */
    private static final Comparator<NodeGroup> OF_ONE_NAME = Comparator.comparing(NodeGroup::location, Location.ORDER)
            .thenComparing(NodeGroup::kind)
            .thenComparingDouble(group -> group.perUnit().compute())
            .thenComparingDouble(group -> group.perUnit().storage())
            .thenComparingDouble(group -> group.perUnit().bandwidth());

    /** What the nodes of a group are. */
    public enum Kind {
        /** Virtual machines. */
        VM,
        /** Container instances. */
        CONTAINER_INSTANCE,
        /** Reserved bandwidth on a link or at a gateway. */
        BANDWIDTH_RESERVATION,
        /** Storage volumes. */
        STORAGE_VOLUME
    }

    /**
     * Checks name and unit.
     *
     * @param name its name
     * @param location the region
     * @param kind what its nodes are
     * @param perUnit what one node brings
     * @throws IllegalArgumentException if the name is not one or a unit brings nothing
     */
    public NodeGroup {
        Checks.name(name, "node group");
        if (perUnit.isNone()) {
            throw Checks.failure("unit of node group " + name, "must bring some resource", "its size was not set");
        }
    }

    @Override
    public int compareTo(NodeGroup other) {
        int byName = name.compareTo(other.name);
        return byName != 0 || equals(other) ? byName : OF_ONE_NAME.compare(this, other);
    }

    /** Names are unique in a control plane. */
    @Override
    public int hashCode() {
        return name.hashCode();
    }

    @Override
    public String toString() {
        return name;
    }
}
