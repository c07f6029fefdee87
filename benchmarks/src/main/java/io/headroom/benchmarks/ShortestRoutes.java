package io.headroom.benchmarks;

import io.headroom.benchmarks.data.BadInputException;
import io.headroom.benchmarks.data.LinksFile;
import io.headroom.core.Region;
import io.headroom.core.RegionPair;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.PriorityQueue;
import java.util.Set;

/** Shortest routes through a network by the weights of its links (Dijkstra); of equals the first by name. Immutable and thread-safe. */
record ShortestRoutes(LinksFile network, Set<RegionPair> avoided) {
    /** A region that is reached over a link. */
    private record Reached(double length, Region region, List<RegionPair> route) implements Comparable<Reached> {
        @Override
        public int compareTo(Reached other) {
            int byLength = Double.compare(length, other.length);
            return byLength != 0 ? byLength : route.toString().compareTo(other.route.toString());
        }
    }

    /** The links from a pair's source to its destination. */
    List<RegionPair> route(RegionPair pair) {
        PriorityQueue<Reached> reached = new PriorityQueue<>();
        Map<Region, Boolean> done = new HashMap<>();
        reached.add(new Reached(0, pair.source(), List.of()));
        while (!reached.isEmpty()) {
            Reached next = reached.remove();
            if (next.region().equals(pair.destination())) {
                return next.route();
            }
            if (done.put(next.region(), true) == null) {
                network.links().forEach((ends, link) -> {
                    if (ends.source().equals(next.region()) && !avoided.contains(ends)) {
                        List<RegionPair> route = new ArrayList<>(next.route());
                        route.add(ends);
                        reached.add(new Reached(
                                next.length() + link.weight(),
                                ends.destination(),
                                Collections.unmodifiableList(route)));
                    }
                });
            }
        }
        throw new BadInputException("no route leads from " + pair.source() + " to " + pair.destination()
                + (avoided.isEmpty() ? "" : " without " + avoided));
    }
}
