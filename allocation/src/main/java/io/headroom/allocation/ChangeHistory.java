package io.headroom.allocation;

import io.headroom.allocation.pairs.Place;
import io.headroom.allocation.rules.PoolRules;
import io.headroom.core.Checks;
import io.headroom.core.Location;
import io.headroom.core.NodeGroup;
import io.headroom.core.Resource;
import io.headroom.spi.FleetObservation;
import io.headroom.spi.Outcome;
import java.time.Instant;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * When each resource last grew and shrank by an accepted change, and, as far as the policy looks back, what was changed and recommended.
 * Immutable and thread-safe.
 *
 * @param last the moments by "location/RESOURCE", and by the name of a group whose units have a minimum term
 * @param recent what is remembered by "location/RESOURCE"
 * @param failures cycles in a row, up to the last one, without fresh telemetry, 0 or more; counted only if the policy asks
 */
public record ChangeHistory(Map<String, Last> last, Map<String, Recent> recent, int failures) {
    /** Nothing has changed yet. */
    public static final ChangeHistory NONE = new ChangeHistory(Map.of());

    /**
     * The last moments of one resource.
     *
     * @param up when it last grew; the distant past if never
     * @param down when it last shrank; the distant past if never
     */
    public record Last(Instant up, Instant down) {
        /** It never changed. */
        public static final Last NEVER =
                new Last(Instant.EPOCH.minusSeconds(1L << 40), Instant.EPOCH.minusSeconds(1L << 40));

        /**
         * When it last changed.
         *
         * @return the later of both
         */
        public Instant any() {
            return up.isAfter(down) ? up : down;
        }
    }

    /**
     * Copies the maps.
     *
     * @param last the moments by "location/RESOURCE"
     * @param recent what is remembered by "location/RESOURCE"
     * @param failures cycles in a row without fresh telemetry
     * @throws IllegalArgumentException if the failures are negative
     */
    public ChangeHistory {
        last = SortedCopy.of(last, Comparator.naturalOrder());
        recent = SortedCopy.of(recent, Comparator.naturalOrder());
        Checks.inRange(failures, 0, Integer.MAX_VALUE, "failures");
    }

    /**
     * A history of last moments alone.
     *
     * @param last the moments by "location/RESOURCE"
     */
    public ChangeHistory(Map<String, Last> last) {
        this(last, Map.of(), 0);
    }

    /**
     * The last moments of a resource.
     *
     * @param location the region or link
     * @param resource the resource
     * @return its moments
     */
    public Last of(Location location, Resource resource) {
        return last.isEmpty() ? Last.NEVER : last.getOrDefault(new Place(location, resource).key(), Last.NEVER);
    }

    /** When the units of a group last grew and shrank; known if they have a minimum term. */
    Last of(NodeGroup group) {
        return last.getOrDefault(group.name(), Last.NEVER);
    }

    /**
     * What is remembered of a resource.
     *
     * @param location the region or link
     * @param resource the resource
     * @return its changes and recommendations
     */
    public Recent recent(Location location, Resource resource) {
        return recent.isEmpty()
                ? Recent.NOTHING
                : recent.getOrDefault(new Place(location, resource).key(), Recent.NOTHING);
    }

    /**
     * The history after one more change, of which no amount is remembered.
     *
     * @param location the region or link
     * @param resource the resource
     * @param grew true if it grew, false if it shrank
     * @param at when
     * @return a copy
     */
    public ChangeHistory with(Location location, Resource resource, boolean grew, Instant at) {
        Map<String, Last> next = new TreeMap<>(last);
        next.merge(
                new Place(location, resource).key(),
                changed(Last.NEVER, grew, at),
                (before, now) -> changed(before, grew, at));
        return new ChangeHistory(next, recent, failures);
    }

    private static Last changed(Last before, boolean grew, Instant at) {
        return grew ? new Last(at, before.down()) : new Last(before.up(), at);
    }

    /**
     * The history after a decision, whatever becomes of it: what it recommended, and whether telemetry was fresh.
     *
     * @param decision the decision
     * @param policy the policy that it was made by
     * @return a copy that keeps what the policy looks back at
     */
    public ChangeHistory recommended(Decision decision, AllocationPolicy policy) {
        boolean blind = !decision.freshness().mayShrink();
        int failed = policy.memory().failures() && blind ? Math.min(failures, Integer.MAX_VALUE - 1) + 1 : 0;
        if (!policy.memory().looksBack()) {
            return recent.isEmpty() && failed == failures ? this : new ChangeHistory(last, Map.of(), failed);
        }
        AllocationPolicy then = policy.at(decision.at());
        Map<String, Recent> next = new TreeMap<>(recent);
        for (ResourceDecision r : decision.resources()) {
            MemorySpan span = policy.memory().of(r.location(), r.resource());
            String key = new Place(r.location(), r.resource()).key();
            if (span.isNone()) {
                next.remove(key);
            } else if (isRecommended(r, then) || span.needs()) {
                // What is held while blind counts as recommended: nothing is to fall at once as sight comes back.
                double amount = blind ? Math.max(r.recommended(), r.committed()) : r.recommended();
                Recent before = next.getOrDefault(key, Recent.NOTHING);
                Recent after = isRecommended(r, then)
                        ? before.recommended(new Moment(decision.at(), amount), r.committed(), span)
                        : before;
                double need = Math.max(
                        isRecommended(r, then) || blind ? amount : 0, r.need().actual());
                double spike = Math.max(r.need().actual(), Math.min(r.need().spike(), r.target()));
                next.put(key, after.needed(new Moment(decision.at(), need), spike, r.committed(), span));
            }
        }
        return new ChangeHistory(last, next, failed);
    }

    private static boolean isRecommended(ResourceDecision r, AllocationPolicy policy) {
        PoolRules rules = policy.resource(r.location(), r.resource()).rules();
        return r.need().forecast().isPresent() || !rules.utilisation().isNone();
    }

    /**
     * The history after what a decision asked for was answered: only what was accepted counts as changed.
     *
     * @param decision the decision
     * @param outcomes the answers
     * @param fleet what was there before
     * @param policy the policy that it was made by
     * @return a copy that keeps what the policy looks back at
     */
    public ChangeHistory accepted(
            Decision decision, List<Outcome> outcomes, FleetObservation fleet, AllocationPolicy policy) {
        Map<String, Last> nextLast = new LinkedHashMap<>(last);
        Instant keepFrom = policy.memory().keepFrom(decision.at());
        nextLast.values().removeIf(l -> l.any().isBefore(keepFrom));
        Map<Location, Map<Resource, Double>> amounts = new LinkedHashMap<>();
        for (Outcome outcome : outcomes) {
            if (outcome instanceof Outcome.Accepted accepted) {
                add(accepted, fleet, policy, decision.at(), nextLast, amounts);
            }
        }
        Map<String, Recent> nextRecent = new LinkedHashMap<>(recent);
        amounts.forEach((location, byResource) -> byResource.forEach((resource, amount) -> {
            MemorySpan span = policy.memory().of(location, resource);
            if (!span.changes().isZero() && amount != 0) {
                Recent before = recent(location, resource);
                nextRecent.put(
                        new Place(location, resource).key(),
                        before.changed(new Moment(decision.at(), amount), span.changes()));
            }
        }));
        return new ChangeHistory(nextLast, nextRecent, failures);
    }

    private static void add(
            Outcome.Accepted accepted,
            FleetObservation fleet,
            AllocationPolicy policy,
            Instant at,
            Map<String, Last> last,
            Map<Location, Map<Resource, Double>> amounts) {
        NodeGroup group = accepted.group();
        int before = fleet.stock(group).committed();
        if (accepted.allocated() == before) {
            return;
        }
        boolean grew = accepted.allocated() > before;
        if (policy.catalogue()
                .offer(group)
                .filter(offer -> !offer.minimumTerm().isZero())
                .isPresent()) {
            last.put(group.name(), changed(last.getOrDefault(group.name(), Last.NEVER), grew, at));
        }
        for (Resource resource : Resource.values()) {
            double perUnit = policy.catalogue().perUnit(group, resource);
            if (perUnit > 0) {
                String key = new Place(group.location(), resource).key();
                last.put(key, changed(last.getOrDefault(key, Last.NEVER), grew, at));
                if (policy.memory().looksBack()) {
                    amounts.computeIfAbsent(group.location(), place -> new EnumMap<>(Resource.class))
                            .merge(
                                    resource,
                                    finite(((double) accepted.allocated() - before) * perUnit),
                                    ChangeHistory::sum);
                }
            }
        }
    }

    private static double sum(double a, double b) {
        return finite(a + b);
    }

    private static double finite(double amount) {
        return Math.max(-Double.MAX_VALUE, Math.min(Double.MAX_VALUE, amount));
    }
}
