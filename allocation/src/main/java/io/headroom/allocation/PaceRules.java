package io.headroom.allocation;

import io.headroom.allocation.rules.Pace;
import io.headroom.allocation.rules.RemovalBudget;
import io.headroom.allocation.rules.ReversalBudget;
import io.headroom.allocation.rules.Velocity;
import java.time.Duration;

/** The rules that hold a recommendation back. None moves it beyond what is committed, or further away from it. Pure functions. */
final class PaceRules {
    private PaceRules() {}

    /** Applies them in their order. */
    static void apply(Proposal p, PoolCase c) {
        double recommended = p.amount();
        stabilisation(p, c);
        cooldown(p, c);
        reversalBudget(p, c);
        velocity(p, c);
        stepLimit(p, c);
        removalBudget(p, c, recommended);
    }

    /** Kubernetes' rule: growth goes to the smallest recommendation of its window, shrinking to the largest of its own. */
    private static void stabilisation(Proposal p, PoolCase c) {
        Duration up = c.rules().up().window(c.leadTime());
        Duration down = c.rules().down().window(c.leadTime());
        if (p.amount() > p.committed() && !up.isZero()) {
            double low = Math.min(p.amount(), c.recent().low(up, c.now(), p.committed()));
            p.set(Reason.Rule.STABILISATION, Math.max(low, p.committed()), "smallest of " + up);
        } else if (p.amount() < p.committed() && !down.isZero()) {
            double peak = Math.max(p.amount(), c.recent().peak(down, c.now(), p.committed()));
            p.set(Reason.Rule.STABILISATION, Math.min(peak, p.committed()), "largest of " + down);
        }
    }

    private static void cooldown(Proposal p, PoolCase c) {
        Duration up = c.policy().upCooldown();
        Duration down = c.policy().downCooldown();
        ChangeHistory.Last last = c.last();
        if (p.amount() > p.committed() && DecisionEngine.within(up, last.up(), c.now())) {
            p.set(Reason.Rule.COOLDOWN, p.committed(), "up cooldown " + up + " since " + last.up());
        } else if (p.amount() < p.committed() && DecisionEngine.within(down, last.any(), c.now())) {
            p.set(Reason.Rule.COOLDOWN, p.committed(), "down cooldown " + down + " since " + last.any());
        }
    }

    /** A shrinking leaves room for the growth that would undo it; only where the budget has no room for two, growth waits, too. */
    private static void reversalBudget(Proposal p, PoolCase c) {
        ReversalBudget budget = c.rules().reversals();
        boolean grows = p.amount() > p.committed();
        if (budget.isNone() || p.amount() == p.committed() || (grows && budget.reversals() > 1)) {
            return;
        }
        double before = c.recent().direction(budget.window(), c.now());
        boolean reverses = grows ? before < 0 : before > 0;
        int room = grows ? 1 : Math.min(2, budget.reversals());
        if (reverses && c.recent().reversals(budget.window(), c.now()) > budget.reversals() - room) {
            p.set(Reason.Rule.REVERSAL_BUDGET, p.committed(), budget.toString());
        }
    }

    private static void velocity(Proposal p, PoolCase c) {
        Pace up = c.rules().up();
        Pace down = c.rules().down();
        if (p.amount() > p.committed()) {
            double most = p.committed() + allowance(p, c, up.velocity(), true);
            if (p.amount() > most) {
                p.set(Reason.Rule.VELOCITY, most, "up " + up.velocity());
            }
        } else if (p.amount() < p.committed()) {
            double least = Math.max(0, p.committed() - allowance(p, c, down.velocity(), false));
            if (p.amount() < least) {
                p.set(Reason.Rule.VELOCITY, least, "down " + down.velocity());
            }
        }
    }

    /** How much of what its periods allow is left, 0 or more; a disabled direction is paused by a rule of its own. */
    static double allowance(Proposal p, PoolCase c, Velocity velocity, boolean up) {
        if (velocity.disabled() || velocity.steps().isEmpty()) {
            return Double.POSITIVE_INFINITY;
        }
        boolean largest = velocity.select() == Velocity.Select.MAX;
        double allowance = largest ? 0 : Double.POSITIVE_INFINITY;
        for (Velocity.Step step : velocity.steps()) {
            double moved = c.recent().moved(up, step.period(), c.now());
            double start = Math.max(0, p.committed() + (up ? -moved : moved));
            double left = Math.max(0, Math.max(step.amount().against(start), c.unit()) - moved);
            allowance = largest ? Math.max(allowance, left) : Math.min(allowance, left);
        }
        return allowance;
    }

    /** A step below one unit counts as one unit: else the pool would be frozen. */
    private static void stepLimit(Proposal p, PoolCase c) {
        double most = p.committed() + Math.max(c.policy().stepUp(), c.unit());
        double least = p.committed() - Math.max(c.policy().stepDown(), c.unit());
        if (p.amount() > most) {
            p.set(Reason.Rule.STEP_LIMIT, most, "step up " + c.policy().stepUp());
        } else if (p.amount() < least) {
            p.set(Reason.Rule.STEP_LIMIT, least, "step down " + c.policy().stepDown());
        }
    }

    private static void removalBudget(Proposal p, PoolCase c, double recommended) {
        RemovalBudget budget = c.rules().removal();
        if (!budget.isNone() && p.amount() < p.committed()) {
            double peak = Math.max(recommended, c.recent().peak(budget.window(), c.now(), p.committed()));
            double least =
                    Math.min(p.committed(), peak - Math.max(budget.amount().against(peak), c.unit()));
            if (p.amount() < least) {
                p.set(Reason.Rule.REMOVAL_BUDGET, least, budget.toString());
            }
        }
    }
}
