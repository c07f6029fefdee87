package io.headroom.allocation.pairs;

import io.headroom.core.Checks;
import io.headroom.core.RegionPair;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * Which share of its rate each pair can use when some places carry less than is asked of them: the smallest of what its source, its
 * destination and its link can carry. A place that is short is shared max-min fair by the pairs that need it, each in proportion to its own
 * rate, and what one pair can't use because of another place goes to the others.
 *
 * <p>Immutable and thread-safe. Cost: the loads, times the short places; with more than {@value #MOST_PLACES} of these each pair gets the
 * smallest share of the places that it uses, which takes one pass.
 */
public final class PairShares {
    private static final int MOST_PLACES = 100;

    private final Map<Place, Double> shortPlaces;
    private final Set<Place> lapsing;
    private final Map<Place, List<Part>> parts = new TreeMap<>();
    private final Map<Place, Double> fixed;
    private final Map<Place, Double> totals = new HashMap<>();
    private final Map<RegionPair, Double> shares = new HashMap<>();

    /** What one pair needs of a place. */
    private record Part(PairLoad load, double amount) {}

    /**
     * How much of what is asked of a place can be used.
     *
     * @param limited the share of it that pairs can use which another place limits, in [0, 1]
     * @param free the share of it that no other place limits, in [0, 1]
     */
    public record Usable(double limited, double free) {}

    private PairShares(Map<Place, Double> shortPlaces, Set<Place> lapsing, Map<Place, Double> fixed) {
        this.shortPlaces = new TreeMap<>(shortPlaces);
        this.lapsing = Set.copyOf(lapsing);
        this.fixed = Map.copyOf(fixed);
    }

    /**
     * Shares out.
     *
     * @param loads what each pair is expected to need, of all pairs that use one of the places
     * @param fixed what places need without any pair, 0 if left out
     * @param shortPlaces places that carry less than is asked of them: the share of it that they carry, in [0, 1]
     * @param lapsing of these, those whose shortage is to be tried again: they limit none of the other short ones
     * @return the shares
     * @throws IllegalArgumentException if a share lies outside [0, 1]
     */
    public static PairShares of(
            Collection<PairLoad> loads, Map<Place, Double> fixed, Map<Place, Double> shortPlaces, Set<Place> lapsing) {
        shortPlaces.forEach((place, share) -> Checks.require(
                share >= 0 && share <= 1,
                "share " + share + " of " + place.key(),
                "must lie in [0, 1]",
                "an amount was given"));
        PairShares all = new PairShares(shortPlaces, lapsing, fixed);
        List<PairLoad> touched = new ArrayList<>();
        for (PairLoad load : loads) {
            load.amounts().forEach((place, amount) -> all.add(place, new Part(load, amount)));
            if (load.amounts().entrySet().stream()
                    .anyMatch(e -> e.getValue() > 0 && shortPlaces.containsKey(e.getKey()))) {
                touched.add(load);
            }
        }
        all.share(touched);
        return all;
    }

    private void add(Place place, Part part) {
        parts.computeIfAbsent(place, key -> new ArrayList<>()).add(part);
        totals.merge(place, part.amount(), (a, b) -> Math.min(Double.MAX_VALUE, a + b));
    }

    private void share(List<PairLoad> touched) {
        List<Place> places = List.copyOf(shortPlaces.keySet());
        if (places.size() > MOST_PLACES) {
            touched.forEach(load -> shares.put(load.pair(), smallest(load, Set.of())));
            return;
        }
        Map<Place, Integer> index = new HashMap<>();
        places.forEach(place -> index.put(place, index.size()));
        MaxMinFill fill = new MaxMinFill(places.stream().mapToDouble(this::room).toArray());
        for (PairLoad load : touched) {
            List<Map.Entry<Place, Double>> uses = load.amounts().entrySet().stream()
                    .filter(e -> index.containsKey(e.getKey()))
                    .toList();
            fill.add(
                    1,
                    uses.stream().mapToInt(e -> index.get(e.getKey())).toArray(),
                    uses.stream().mapToDouble(e -> e.getValue()).toArray());
        }
        double[] got = fill.fill();
        for (int i = 0; i < got.length; i++) {
            shares.put(touched.get(i).pair(), got[i]);
        }
    }

    /** What a short place has for pairs: what it needs in any case comes first. */
    private double room(Place place) {
        double pairs = pairs(place);
        double always = fixed.getOrDefault(place, 0.0);
        return Math.min(pairs, Math.max(0, Loads.amount(shortPlaces, place) * (pairs + always) - always));
    }

    private double pairs(Place place) {
        return totals.getOrDefault(place, 0.0);
    }

    /** The smallest share of the short places that a pair uses, some left aside; 1 if there is none. */
    private double smallest(PairLoad load, Set<Place> aside) {
        double smallest = 1;
        for (Map.Entry<Place, Double> e : load.amounts().entrySet()) {
            if (e.getValue() > 0 && shortPlaces.containsKey(e.getKey()) && !aside.contains(e.getKey())) {
                double pairs = pairs(e.getKey());
                smallest = Math.min(smallest, pairs > 0 ? room(e.getKey()) / pairs : 1);
            }
        }
        return smallest;
    }

    /**
     * The share of its rate that a pair can use.
     *
     * @param pair the pair
     * @return in [0, 1]
     */
    public double of(RegionPair pair) {
        return shares.getOrDefault(pair, 1.0);
    }

    /**
     * The places that pairs use which are short somewhere.
     *
     * @return the places, short ones included, sorted
     */
    public Set<Place> touched() {
        Set<Place> touched = new TreeSet<>();
        parts.forEach((place, here) -> {
            if (here.stream()
                    .anyMatch(part ->
                            part.amount() > 0 && shares.containsKey(part.load().pair()))) {
                touched.add(place);
            }
        });
        return touched;
    }

    /**
     * How much of what is asked of a place can be used at the other end and on the link. A short place is not limited by itself: it keeps
     * asking for all that the others can use.
     *
     * @param place the place
     * @return the shares of what is asked of it; all of it free if no pair uses it
     */
    public Usable usable(Place place) {
        double limited = 0;
        double free = fixed.getOrDefault(place, 0.0);
        Set<Place> aside = new HashSet<>();
        boolean isShort = shortPlaces.containsKey(place);
        if (isShort) {
            aside.add(place);
            aside.addAll(lapsing);
        }
        for (Part part : parts.getOrDefault(place, List.of())) {
            double share =
                    isShort ? smallest(part.load(), aside) : of(part.load().pair());
            if (isShort && share < 1) {
                share = Math.max(share, of(part.load().pair()));
            }
            if (share < 1) {
                limited += part.amount() * share;
            } else {
                free += part.amount();
            }
        }
        double all = pairs(place) + fixed.getOrDefault(place, 0.0);
        return all > 0 ? new Usable(Math.min(1, limited / all), Math.min(1, free / all)) : new Usable(0, 1);
    }
}
