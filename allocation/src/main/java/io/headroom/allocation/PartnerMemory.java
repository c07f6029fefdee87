package io.headroom.allocation;

import io.headroom.allocation.pairs.Place;
import io.headroom.core.Location;
import io.headroom.core.NodeGroup;
import io.headroom.core.Resource;
import io.headroom.spi.FleetObservation;
import io.headroom.spi.GroupTarget;
import io.headroom.spi.Outcome;
import java.time.Duration;
import java.time.Instant;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * What an allocator remembers so that both ends of a pair and its link stay in step: where growth was refused, and what was there before
 * the growth that others got meanwhile. It is empty as long as all that is asked for is granted. Immutable and thread-safe.
 *
 * @param refused by "location/RESOURCE", where less was granted than was asked for
 * @param grown by "location/RESOURCE", where it grew while something was refused
 */
record PartnerMemory(Map<String, Mark> refused, Map<String, Mark> grown) {
    static final PartnerMemory NONE = new PartnerMemory(Map.of(), Map.of());

    /** So many cycles without another refusal, and a place that is short itself tries again; twice as many, and all do. */
    private static final int RETRY_CYCLES = 10;

    /**
     * An amount and when it was noted.
     *
     * @param amount of a refusal: what is there after it; of a growth: what was there before it
     * @param at when
     */
    record Mark(double amount, Instant at) {}

    PartnerMemory {
        refused = Collections.unmodifiableMap(new TreeMap<>(refused));
        grown = Collections.unmodifiableMap(new TreeMap<>(grown));
    }

    boolean isNone() {
        return refused.isEmpty() && grown.isEmpty();
    }

    private static Duration times(Duration interval, int factor) {
        try {
            return interval.multipliedBy(factor);
        } catch (ArithmeticException e) {
            return Duration.ofSeconds(Long.MAX_VALUE);
        }
    }

    /** What a place was left with when more was refused, as long as that counts. */
    Optional<Mark> refusal(Place place, Instant now, AllocationPolicy policy) {
        Mark mark = refused.get(place.key());
        return Optional.ofNullable(mark)
                .filter(m -> DecisionEngine.within(times(policy.interval(), 2 * RETRY_CYCLES), m.at(), now));
    }

    /** Whether a place that is short itself may ask again for what this one refused. */
    boolean lapses(Place place, Instant now, AllocationPolicy policy) {
        Mark mark = refused.get(place.key());
        return mark != null && !DecisionEngine.within(times(policy.interval(), RETRY_CYCLES), mark.at(), now);
    }

    /** What was there before the increments that may still go at once. */
    double releaseTo(Place place, Instant now, AllocationPolicy policy) {
        Mark mark = grown.get(place.key());
        return mark != null && recent(mark, now, policy) ? mark.amount() : Double.POSITIVE_INFINITY;
    }

    /** Until what was asked for is usable, and two cycles more. */
    private static boolean recent(Mark mark, Instant now, AllocationPolicy policy) {
        Duration window;
        try {
            window = policy.leadTime().plus(times(policy.interval(), 2));
        } catch (ArithmeticException e) {
            window = Duration.ofSeconds(Long.MAX_VALUE);
        }
        return DecisionEngine.within(window, mark.at(), now);
    }

    /** What is remembered once outcomes are known. */
    PartnerMemory after(List<Outcome> outcomes, Decision decision, FleetObservation fleet, AllocationPolicy policy) {
        if (isNone() && allGranted(outcomes, decision.targets())) {
            return this;
        }
        boolean granted = true;
        Map<NodeGroup, Integer> units = new HashMap<>();
        Map<NodeGroup, Boolean> answers = new HashMap<>();
        Map<NodeGroup, GroupTarget> targets = new HashMap<>();
        decision.targets().forEach(target -> targets.put(target.group(), target));
        for (Outcome outcome : outcomes) {
            GroupTarget target = targets.get(outcome.group());
            if (target != null) {
                int before = fleet.stock(target.group()).committed();
                int now = granted(outcome, target, before);
                units.put(target.group(), now);
                if (target.allocated() > before && !(outcome instanceof Outcome.Unknown)) {
                    answers.put(target.group(), now >= target.allocated());
                    granted &= now >= target.allocated();
                }
            }
        }
        if (granted && isNone()) {
            return this;
        }
        Map<String, Mark> nextRefused = new HashMap<>(refused);
        Map<String, Mark> nextGrown = new HashMap<>(grown);
        Instant now = decision.at();
        for (ResourceDecision r : decision.resources()) {
            Place place = new Place(r.location(), r.resource());
            double supply = supply(place, units, fleet, policy);
            answer(place, answers, policy)
                    .ifPresent(full ->
                            note(nextRefused, place, full ? Optional.empty() : Optional.of(new Mark(supply, now))));
            Mark growth = grown.get(place.key());
            boolean lasts = growth != null && recent(growth, now, policy) && supply > growth.amount();
            if (!lasts) {
                note(
                        nextGrown,
                        place,
                        supply > r.committed() ? Optional.of(new Mark(r.committed(), now)) : Optional.empty());
            }
        }
        nextRefused
                .values()
                .removeIf(mark -> !DecisionEngine.within(times(policy.interval(), 2 * RETRY_CYCLES), mark.at(), now));
        return new PartnerMemory(nextRefused, nextRefused.isEmpty() ? Map.of() : nextGrown);
    }

    /** Whether each target was granted in full, which all are as a rule. */
    private static boolean allGranted(List<Outcome> outcomes, List<GroupTarget> targets) {
        boolean all = outcomes.size() == targets.size();
        for (int i = 0; i < targets.size() && all; i++) {
            all = outcomes.get(i) instanceof Outcome.Accepted accepted
                    && accepted.group().equals(targets.get(i).group())
                    && accepted.allocated() >= targets.get(i).allocated();
        }
        return all;
    }

    private static void note(Map<String, Mark> marks, Place place, Optional<Mark> mark) {
        mark.ifPresentOrElse(m -> marks.put(place.key(), m), () -> marks.remove(place.key()));
    }

    private static int granted(Outcome outcome, GroupTarget target, int before) {
        return outcome instanceof Outcome.Accepted accepted
                ? accepted.allocated()
                : outcome instanceof Outcome.Unknown ? target.allocated() : before;
    }

    /** Whether all growth that was asked for in a place was granted; empty if none was asked for or nobody knows. */
    private static Optional<Boolean> answer(Place place, Map<NodeGroup, Boolean> answers, AllocationPolicy policy) {
        return groups(place.location(), place.resource(), policy).stream()
                .filter(answers::containsKey)
                .map(answers::get)
                .reduce((a, b) -> a && b);
    }

    private static double supply(
            Place place, Map<NodeGroup, Integer> units, FleetObservation fleet, AllocationPolicy policy) {
        double sum = 0;
        for (NodeGroup group : groups(place.location(), place.resource(), policy)) {
            int count = units.getOrDefault(group, fleet.stock(group).committed());
            sum += count * policy.catalogue().perUnit(group, place.resource());
        }
        return Math.min(sum, Double.MAX_VALUE);
    }

    static List<NodeGroup> groups(Location location, Resource resource, AllocationPolicy policy) {
        return policy.groups(location).stream()
                .filter(group -> group.perUnit().get(resource) > 0)
                .toList();
    }
}
