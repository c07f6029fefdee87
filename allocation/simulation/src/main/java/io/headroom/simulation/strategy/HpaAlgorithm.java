package io.headroom.simulation.strategy;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.OptionalInt;
import java.util.stream.IntStream;

/**
 * The algorithm of the Kubernetes horizontal pod autoscaler (v2), as a pure function.
 *
 * <ol>
 *   <li>Sizing is skipped if the fleet is 0 with a minimum above 0 (switched off), above the maximum or below the
 *       minimum (go there).
 *   <li>Per metric the units are sorted into counted, unready and missing ones; failed and deleted ones are ignored.
 *   <li>{@code ratio} = usage of the counted units over the target, rounded down as the original does.
 *   <li>Nothing missing, and not growing with unready units: within the tolerance the current number, else
 *       {@code ceil(ratio counted)}.
 *   <li>Otherwise missing units are assumed full when shrinking and idle when growing, unready ones idle when growing;
 *       a change that this turns around is not made.
 *   <li>Several metrics: the largest proposal.
 *   <li>Stabilisation: growing, the smallest proposal within the upward window, shrinking, the largest within the
 *       downward window; never across the current number.
 *   <li>The rate limits of the scaling rules.
 *   <li>Minimum and maximum.
 * </ol>
 *
 * <p>Without scaling rules, as in the original, the largest proposal of the window wins in both directions, and the
 * limit is max(2 current, 4) upwards and none downwards. Behaviour of release 1.20, with that of newer ones where
 * {@link HpaSettings} offers it. Source: the documented algorithm, and the case tables of its tests. O(units metrics).
 * Immutable and thread-safe.
 */
public final class HpaAlgorithm {

    private static final int FREE_UP_LIMIT = 4;

    private final HpaSettings settings;

    /**
     * The algorithm with the given settings.
     *
     * @param settings bounds, tolerances, windows and rules
     */
    public HpaAlgorithm(HpaSettings settings) {
        this.settings = Objects.requireNonNull(settings, "settings");
    }

    /**
     * Decides the size of the fleet.
     *
     * @param situation the fleet and its metrics
     * @param state what earlier decisions left, {@link HpaState#unseen()} at first
     * @return the decision; its {@link HpaDecision#accepted()} or {@link HpaDecision#state()} is the next state
     */
    public HpaDecision decide(HpaSituation situation, HpaState state) {
        int current = situation.current();
        HpaState sighted = state.sighted(situation.now(), current);
        if (current == 0 && settings.min() > 0) {
            return decision(situation, current, current, List.of(HpaReason.SCALING_DISABLED), sighted);
        }
        if (current > settings.max()) {
            return decision(situation, current, settings.max(), List.of(HpaReason.ABOVE_MAXIMUM), sighted);
        }
        if (current < settings.min()) {
            return decision(situation, current, settings.min(), List.of(HpaReason.BELOW_MINIMUM), sighted);
        }
        HpaSizing sizing = new HpaSizing(settings, situation);
        List<OptionalInt> proposals =
                situation.metrics().stream().map(sizing::propose).toList();
        OptionalInt largest =
                proposals.stream().flatMapToInt(OptionalInt::stream).max();
        if (largest.isEmpty()) {
            return decision(situation, current, current, List.of(HpaReason.NO_VALID_METRIC), sighted);
        }
        int proposed = largest.getAsInt();
        if (settings.keepOnPartialMetrics()
                && proposed < current
                && proposals.stream().anyMatch(OptionalInt::isEmpty)) {
            return decision(situation, proposed, current, List.of(HpaReason.PARTIAL_METRICS), sighted);
        }
        return normalised(situation, proposed, sighted);
    }

    private HpaDecision normalised(HpaSituation situation, int proposed, HpaState state) {
        Instant now = situation.now();
        int current = situation.current();
        HpaState next = state.recommended(now, proposed, recommendationMemory(), eventMemory());
        int stable = stabilised(state.recommendations(), now, current, proposed);
        List<HpaReason> reasons = new ArrayList<>();
        if (stable != proposed) {
            reasons.add(stable < proposed ? HpaReason.UP_STABILISED : HpaReason.DOWN_STABILISED);
        }
        HpaLimits limits = new HpaLimits(current, now, state.events(), settings.countOppositeEvents());
        int upLimit = settings.behaviour().map(rules -> limits.up(rules.up())).orElse((int)
                Math.min(Integer.MAX_VALUE, Math.max(2L * current, FREE_UP_LIMIT)));
        int downLimit =
                settings.behaviour().map(rules -> limits.down(rules.down())).orElse(0);
        int desired = stable;
        if (stable > Math.min(settings.max(), upLimit)) {
            desired = Math.min(settings.max(), upLimit);
            reasons.add(upLimit < settings.max() ? HpaReason.UP_LIMIT : HpaReason.MAXIMUM);
        } else if (stable < Math.max(settings.min(), downLimit)) {
            desired = Math.max(settings.min(), downLimit);
            reasons.add(downLimit > settings.min() ? HpaReason.DOWN_LIMIT : HpaReason.MINIMUM);
        }
        return decision(situation, proposed, desired, reasons, next);
    }

    private int stabilised(List<HpaState.Recommendation> past, Instant now, int current, int proposed) {
        if (settings.behaviour().isEmpty()) {
            // The original includes the window's beginning here, and excludes it where there are rules.
            Instant oldest = now.minus(settings.downStabilisation());
            return units(past, oldest.minusNanos(1)).reduce(proposed, Math::max);
        }
        HpaBehaviour rules = settings.behaviour().get();
        if (proposed >= current) {
            Instant after = now.minus(rules.up().stabilisation());
            return Math.max(current, units(past, after).reduce(proposed, Math::min));
        }
        Instant after = now.minus(rules.down().stabilisation());
        return Math.min(current, units(past, after).reduce(proposed, Math::max));
    }

    private static IntStream units(List<HpaState.Recommendation> past, Instant after) {
        return past.stream()
                .filter(recommendation -> recommendation.at().isAfter(after))
                .mapToInt(HpaState.Recommendation::units);
    }

    private Duration recommendationMemory() {
        return settings.behaviour()
                .map(rules -> max(rules.up().stabilisation(), rules.down().stabilisation()))
                .orElse(settings.downStabilisation());
    }

    private Duration eventMemory() {
        return settings.behaviour()
                .map(rules -> max(rules.up().longestPeriod(), rules.down().longestPeriod()))
                .orElse(Duration.ZERO);
    }

    private static Duration max(Duration a, Duration b) {
        return a.compareTo(b) >= 0 ? a : b;
    }

    private HpaDecision decision(
            HpaSituation situation, int proposed, int desired, List<HpaReason> reasons, HpaState state) {
        return new HpaDecision(situation.now(), situation.current(), proposed, desired, reasons, state);
    }
}
