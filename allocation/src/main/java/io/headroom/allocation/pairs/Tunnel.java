package io.headroom.allocation.pairs;

import io.headroom.core.Checks;
import io.headroom.core.RegionPair;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * One way of a pair through a network: a group of reservations, and the links that it runs over. A pair may have several, and move between
 * them. Immutable and thread-safe.
 *
 * @param name its name, unique in the network: for example the node group that the reservations belong to
 * @param pair the pair that it serves
 * @param route the directed links from the pair's source to its destination, one at least, none twice
 */
public record Tunnel(String name, RegionPair pair, List<RegionPair> route) implements Comparable<Tunnel> {
    private static final Comparator<Tunnel> BY_NAME = Comparator.comparing(Tunnel::name)
            .thenComparing(Tunnel::pair)
            .thenComparing(tunnel -> tunnel.route.toString());

    /**
     * Checks the route and copies it.
     *
     * @param name its name
     * @param pair the pair that it serves
     * @param route the directed links from the pair's source to its destination
     * @throws IllegalArgumentException if the name is not one, or the route does not lead from source to destination
     */
    public Tunnel {
        Checks.name(name, "tunnel");
        route = List.copyOf(route);
        Set<RegionPair> seen = new HashSet<>();
        boolean leads = !route.isEmpty()
                && route.get(0).source().equals(pair.source())
                && route.get(route.size() - 1).destination().equals(pair.destination());
        for (int i = 0; i < route.size(); i++) {
            leads &= seen.add(route.get(i))
                    && (i == 0 || route.get(i).source().equals(route.get(i - 1).destination()));
        }
        Checks.require(
                leads,
                "route " + route + " of tunnel " + name,
                "must lead from " + pair.source() + " to " + pair.destination() + " over different links",
                "links of the other direction were named");
    }

    /**
     * A tunnel over the pair's own link.
     *
     * @param pair the pair
     * @return a tunnel named SOURCE-DESTINATION
     */
    public static Tunnel direct(RegionPair pair) {
        return new Tunnel(pair.source() + "-" + pair.destination(), pair, List.of(pair));
    }

    @Override
    public int compareTo(Tunnel other) {
        return BY_NAME.compare(this, other);
    }

    @Override
    public String toString() {
        return name;
    }
}
