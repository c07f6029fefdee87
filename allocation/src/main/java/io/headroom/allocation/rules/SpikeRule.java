package io.headroom.allocation.rules;

import io.headroom.core.Checks;
import java.time.Duration;
import java.util.Optional;

/**
 * What an unexpected spike does: measured need that exceeds what the last decision was prepared for. It is allocated at once, ahead of
 * stabilisation, cooldowns and budgets, as far as the growth so far leads within the lead time:
 *
 * <pre>wanted = min(actual * growthLimit, actual + (actual - before) * lead / time between both)</pre>
 *
 * <p>Step limit, velocity, pause and maximum bound it; measured need itself is a floor with or without this rule. What was needed or wanted
 * is held for a while: a drop does not shrink at once. An allocator notices spikes in its cycles, and, if it polls or is polled
 * ({@link Watch}), between them. Immutable and thread-safe.
 *
 * @param margin a need is unexpected if it exceeds what was planned for by more than this share; 0 or more, infinite: there is no rule, and the rest is
 *     that of {@link #NONE}
 * @param growthLimit the most that is wanted, as a multiple of the measured need, 1 or more and finite: a level that jumps once is not
 *     followed to where a ramp would lead
 * @param hold how long the largest need stays a floor to what is there, 0 or more; empty: lead time plus interval
 */
public record SpikeRule(double margin, double growthLimit, Optional<Duration> hold) {
    /** Spikes are served as measured need, and not held. */
    public static final SpikeRule NONE = new SpikeRule(Double.POSITIVE_INFINITY, 1, Optional.of(Duration.ZERO));

    /** The usual limit to what is wanted. */
    public static final double GROWTH_LIMIT = 1.5;

    /**
     * Checks the ranges.
     *
     * @param margin share by which a need has to exceed what was planned for
     * @param growthLimit the most that is wanted, as a multiple of the measured need
     * @param hold how long the largest need stays a floor to what is there
     * @throws IllegalArgumentException if a number is outside its range
     */
    public SpikeRule {
        if (!(margin >= 0)) {
            throw Checks.failure("spike margin " + margin, "must be 0 or more", "it was meant as a share of the plan");
        }
        if (!(growthLimit >= 1 && growthLimit < Double.POSITIVE_INFINITY)) {
            throw Checks.failure(
                    "growth limit " + growthLimit, "must be 1 or more and finite", "it was meant as an increase");
        }
        if (margin == Double.POSITIVE_INFINITY) {
            growthLimit = 1;
            hold = Optional.of(Duration.ZERO);
        }
        hold.ifPresent(time -> Durations.notNegative(time, "hold after a spike"));
    }

    /**
     * A rule with a margin.
     *
     * @param margin a need is unexpected if it exceeds what was planned for by more than this share, 0 or more
     * @return the rule, with a growth limit of {@value #GROWTH_LIMIT} and the usual hold
     * @throws IllegalArgumentException if it is negative
     */
    public static SpikeRule of(double margin) {
        return new SpikeRule(margin, GROWTH_LIMIT, Optional.empty());
    }

    /**
     * The same with another limit to what is wanted.
     *
     * @param value as a multiple of the measured need, 1 or more and finite
     * @return a copy
     * @throws IllegalArgumentException if it is outside its range
     */
    public SpikeRule withGrowthLimit(double value) {
        return new SpikeRule(margin, value, hold);
    }

    /**
     * The same with another hold.
     *
     * @param value 0 or more
     * @return a copy
     * @throws IllegalArgumentException if it is negative
     */
    public SpikeRule withHold(Duration value) {
        return new SpikeRule(margin, growthLimit, Optional.of(value));
    }

    /**
     * Whether there is no rule.
     *
     * @return true if nothing is unexpected
     */
    public boolean isNone() {
        return margin == Double.POSITIVE_INFINITY;
    }

    /**
     * How long the largest need stays a floor to what is there.
     *
     * @param ahead lead time plus interval
     * @return 0 or more; 0 without a rule
     */
    public Duration holdOr(Duration ahead) {
        return isNone() ? Duration.ZERO : hold.orElse(ahead);
    }

    /**
     * Whether a need is unexpected.
     *
     * @param actual the measured need
     * @param planned what the last decision was prepared for
     * @return true if it exceeds the plan by more than the margin
     */
    public boolean unexpected(double actual, double planned) {
        return !isNone() && actual > planned * (1 + margin);
    }

    /**
     * What an unexpected need asks for.
     *
     * @param actual the measured need, 0 or more
     * @param before the need that was measured before, 0 or more
     * @param leadOfElapsed the lead time as a multiple of the time between both, 0 or more
     * @return in the resource's units, {@code actual} or more, finite
     */
    public double wanted(double actual, double before, double leadOfElapsed) {
        double growth = Math.max(0, actual - before);
        double led = growth == 0 ? actual : actual + growth * leadOfElapsed;
        return Math.min(Double.MAX_VALUE, Math.min(actual * growthLimit, Math.max(actual, led)));
    }
}
