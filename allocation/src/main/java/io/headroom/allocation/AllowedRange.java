package io.headroom.allocation;

import io.headroom.allocation.rules.CapBreach;
import io.headroom.allocation.rules.OutagePolicy;
import io.headroom.allocation.rules.PoolRules;
import io.headroom.allocation.rules.RemovalBudget;
import io.headroom.allocation.rules.ReversalBudget;
import io.headroom.allocation.rules.Velocity;
import java.time.Duration;
import java.time.Instant;

/**
 * Where a policy allows a decision on one resource to lie; for {@link DecisionInvariants}, and written, like them, against the rules'
 * words. The policy is that of the moment: without schedules.
 *
 * @param floor the least that has to be there if units can be had
 * @param maximum the most that may be there
 * @param growTo the most to which it may grow: while blind, what is there may lie above it
 * @param least the least that may be asked for
 * @param most the most that may be asked for, before a maximum
 */
record AllowedRange(double floor, double maximum, double growTo, double least, double most) {
    static final AllowedRange ANY =
            new AllowedRange(0, Double.POSITIVE_INFINITY, Double.POSITIVE_INFINITY, 0, Double.POSITIVE_INFINITY);

    static AllowedRange of(
            ResourceDecision r, AllocationPolicy policy, Situation situation, ChangeHistory history, double unit) {
        return new Reading(r, policy, situation, history, unit).range();
    }

    /** One resource's rules, read one by one. */
    private static final class Reading {
        private final ResourceDecision r;
        private final ResourcePolicy policy;
        private final PoolRules rules;
        private final Situation situation;
        private final Instant now;
        private final Recent recent;
        private final ChangeHistory.Last last;
        private final int failures;
        private final double unit;
        private final double committed;
        private final double recommended;
        private final Duration leadTime;
        private final Duration ahead;

        Reading(ResourceDecision r, AllocationPolicy all, Situation situation, ChangeHistory history, double unit) {
            this.r = r;
            this.policy = all.resource(r.location(), r.resource());
            this.rules = policy.rules();
            this.situation = situation;
            this.now = situation.now();
            this.recent = history.recent(r.location(), r.resource());
            this.last = history.of(r.location(), r.resource());
            this.failures = history.failures();
            this.unit = unit;
            this.committed = r.committed();
            boolean any =
                    r.need().forecast().isPresent() || !rules.utilisation().isNone();
            this.recommended = any ? r.recommended() : 0;
            this.leadTime = r.need().leadTime().orElse(all.leadTime());
            this.ahead = DecisionPass.ahead(leadTime, all);
        }

        AllowedRange range() {
            double growTo = maximum();
            double maximum = mayShrink() ? growTo : Math.max(growTo, committed);
            double floors = Math.min(maximum, Math.max(policy.minimum(), eventFloor()));
            if (rules.pause().at().isPresent()) {
                double at = rules.pause().at().getAsDouble();
                double held = Math.max(floors, mayShrink() ? at : Math.max(at, committed));
                return new AllowedRange(Math.min(maximum, held), maximum, growTo, Math.min(maximum, held), held);
            }
            boolean up = rules.pause().up() || rules.up().velocity().disabled();
            boolean down = rules.pause().down() || rules.down().velocity().disabled();
            double actual = r.need().actual();
            double served = up ? Math.min(actual, committed) : actual;
            double most = up ? committed : Math.max(Math.max(most(), actual), spike());
            double least = down || !mayShrink() ? committed : least();
            return new AllowedRange(
                    Math.min(maximum, Math.max(floors, served)),
                    maximum,
                    growTo,
                    Math.min(maximum, least),
                    Math.max(most, floors));
        }

        private boolean mayShrink() {
            return situation.freshness().mayShrink();
        }

        private double maximum() {
            CapBreach breach = rules.capBreach();
            double peak = Math.max(recommended, recent.peak(breach.expiry(), now, 0));
            return breach.honors() ? policy.maximum() : breach.maximum(policy.maximum(), peak);
        }

        private double eventFloor() {
            return rules.events().stream()
                    .filter(rule ->
                            situation.events().stream().anyMatch(event -> rule.holds(event, r.location(), now, ahead)))
                    .mapToDouble(rule -> rule.floor())
                    .max()
                    .orElse(0);
        }

        /** How far up a forecast may lead. */
        private double most() {
            OutagePolicy outage = rules.outage();
            if (!mayShrink() && !outage.followsForecasts() && failures >= outage.failureThreshold() - 1) {
                return outage.target(committed);
            }
            boolean held = DecisionEngine.within(policy.upCooldown(), last.up(), now)
                    || (rules.reversals().reversals() == 1 && reversed(-1, 1));
            double step = held
                    ? 0
                    : Math.min(
                            Math.max(policy.stepUp(), unit),
                            allowance(rules.up().velocity(), true));
            Duration window = rules.up().window(leadTime);
            double low = window.isZero() ? Double.POSITIVE_INFINITY : recent.low(window, now, committed);
            return Math.max(committed, Math.min(committed + step, low));
        }

        /** How far down a forecast may lead. */
        private double least() {
            boolean held = DecisionEngine.within(policy.downCooldown(), last.any(), now)
                    || reversed(1, Math.min(2, rules.reversals().reversals()));
            double step = held
                    ? 0
                    : Math.min(
                            Math.max(policy.stepDown(), unit),
                            allowance(rules.down().velocity(), false));
            Duration window = rules.down().window(leadTime);
            double peak = window.isZero() ? 0 : recent.peak(window, now, committed);
            double paced = Math.max(Math.max(committed - step, peak), removable());
            return Math.min(committed, Math.max(Math.min(paced, released()), remembered()));
        }

        /** What an increment that can't be used elsewhere may leave; only what was capped is given up so. */
        private double released() {
            boolean capped = r.reasons().stream().anyMatch(reason -> reason.rule() == Reason.Rule.PARTNER);
            return r.need()
                    .partners()
                    .filter(limit -> capped)
                    .map(limit -> Math.max(recommended, limit.releaseTo()))
                    .orElse(Double.POSITIVE_INFINITY);
        }

        /** The largest need of the retention and of the hold after a spike. */
        private double remembered() {
            boolean first = recent.kept().isEmpty() && !rules.retention().isNone();
            double largest = first ? committed : 0;
            for (Moment need : recent.kept()) {
                boolean counts = DecisionEngine.within(rules.retention().window(), need.at(), now);
                largest = counts ? Math.max(largest, need.amount()) : largest;
            }
            Duration hold = rules.spike().holdOr(ahead);
            for (Moment need : recent.held()) {
                boolean counts = DecisionEngine.within(hold, need.at(), now);
                largest = counts ? Math.max(largest, r.need().usable(need.amount())) : largest;
            }
            return largest;
        }

        /** How far up an unexpected spike may lead. */
        private double spike() {
            double step = Math.min(
                    Math.max(policy.stepUp(), unit), allowance(rules.up().velocity(), true));
            return mayShrink() ? Math.min(r.need().usable(r.need().spike()), committed + step) : 0;
        }

        private double removable() {
            RemovalBudget budget = rules.removal();
            if (budget.isNone()) {
                return 0;
            }
            double peak = Math.max(recommended, recent.peak(budget.window(), now, committed));
            return peak - Math.max(budget.amount().against(peak), unit);
        }

        /** Whether a move against the last one would leave less than the room that it needs. */
        private boolean reversed(int direction, int room) {
            ReversalBudget budget = rules.reversals();
            return !budget.isNone()
                    && recent.direction(budget.window(), now) == direction
                    && recent.reversals(budget.window(), now) + room > budget.reversals();
        }

        private double allowance(Velocity velocity, boolean up) {
            double[] left = velocity.steps().stream()
                    .mapToDouble(step -> {
                        double moved = recent.moved(up, step.period(), now);
                        double start = Math.max(0, committed + (up ? -moved : moved));
                        return Math.max(0, Math.max(step.amount().against(start), unit) - moved);
                    })
                    .toArray();
            double extreme = velocity.select() == Velocity.Select.MAX ? 0 : Double.POSITIVE_INFINITY;
            for (double one : left) {
                extreme = velocity.select() == Velocity.Select.MAX ? Math.max(extreme, one) : Math.min(extreme, one);
            }
            return left.length == 0 ? Double.POSITIVE_INFINITY : extreme;
        }
    }
}
