package io.headroom.allocation;

import io.headroom.allocation.cost.Cut;
import io.headroom.core.Location;
import io.headroom.core.NodeGroup;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.StringJoiner;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * The mix of offers that a decision goes for. What it replaces runs on until the replacement is usable, so targets may lie above it meanwhile.
 * Immutable and thread-safe.
 *
 * @param units allocated units of every group that has an offer
 * @param perHour what they cost an hour, at the prices of the moment
 * @param cap the most that they may cost an hour; infinite if there is no cap
 * @param cuts what gave way to the cap, in the order in which it did; priority 2 is interactive, 1 elastic, 0 background or undivided
 * @param searchCutShort locations where the cheapest mix took too long to find, or the amounts are beyond all measure: their groups received
 *     units in the order in which the policy places them
 */
public record Purchase(
        Map<NodeGroup, Integer> units, double perHour, double cap, List<Cut> cuts, Set<Location> searchCutShort) {
    /**
     * Copies the collections.
     *
     * @param units allocated units of every group that has an offer
     * @param perHour what they cost an hour
     * @param cap the most that they may cost an hour
     * @param cuts what gave way to the cap
     * @param searchCutShort locations where the cheapest mix took too long to find
     */
    public Purchase {
        units = Collections.unmodifiableMap(new TreeMap<>(units));
        cuts = List.copyOf(cuts);
        Set<Location> sorted = new TreeSet<>(Location.ORDER);
        sorted.addAll(searchCutShort);
        searchCutShort = Collections.unmodifiableSet(sorted);
    }

    /**
     * Whether the cap forbids even what must not be lost: measured need, or a floor of the policy.
     *
     * @return true if a floor was cut
     */
    public boolean cutsFloors() {
        return cuts.stream().anyMatch(cut -> cut.part() == Cut.Part.ACTUAL);
    }

    /** The units of a location's groups. */
    String mix(List<NodeGroup> groups) {
        StringJoiner mix = new StringJoiner(", ");
        mix.setEmptyValue("no units");
        groups.stream()
                .filter(group -> units.getOrDefault(group, 0) > 0)
                .forEach(group -> mix.add(units.get(group) + " " + group));
        return mix.toString();
    }

    /**
     * What is bought, what it costs, and what gave way.
     *
     * @return a line for the mix, and one for each cut
     */
    public String explain() {
        StringJoiner lines = new StringJoiner("\n");
        lines.add("offers: " + mix(List.copyOf(units.keySet())) + " at "
                + String.format(Locale.ROOT, "%.4g an hour", perHour)
                + (cap < Double.POSITIVE_INFINITY ? String.format(Locale.ROOT, ", cap %.4g", cap) : ""));
        searchCutShort.forEach(location -> lines.add(location.key() + ": search cut short, units as they are placed"));
        cuts.forEach(cut -> lines.add(cut.toString()));
        return lines.toString();
    }
}
