package io.headroom.allocation;

import io.headroom.allocation.rules.EventRule;
import io.headroom.allocation.rules.UtilisationTarget;

/** The rules that make a recommendation of a need: what would be there if nothing held it back. Pure functions. */
final class ForecastRules {
    private ForecastRules() {}

    /** Applies them in their order; leaves the proposal as it is if nothing is forecast and nothing measured is tracked. */
    static void apply(Proposal p, PoolCase c) {
        UtilisationTarget utilisation = c.rules().utilisation();
        boolean forecast = c.need().forecast().isPresent() && utilisation.combine() != UtilisationTarget.Combine.ACTUAL;
        double factor = 1;
        if (forecast) {
            p.set(
                    Reason.Rule.FORECAST,
                    c.need().forecast().getAsDouble(),
                    c.policy().sizing().describe() + (c.need().leadTime().isPresent() ? ", " + c.lead() : ""));
            factor = events(p, c);
        }
        if (!utilisation.isNone()) {
            utilisation(p, c, forecast);
        }
        if (forecast) {
            holdUntilLead(p, c, factor);
        }
        PartnerRules.cap(p, c);
        tolerance(p, c);
        threshold(p, c);
    }

    private static double events(Proposal p, PoolCase c) {
        double factor = 1;
        for (EventRule rule : c.rules().events()) {
            if (rule.multiply() != 1 && c.event(rule).isPresent()) {
                String name = c.event(rule).get().name();
                p.set(Reason.Rule.EVENT, finite(p.amount() * rule.multiply()), name + " times " + rule.multiply());
                factor = finite(factor * rule.multiply());
            }
        }
        return factor;
    }

    /** The measured need has the sizing's utilisation in it, which this target stands instead of. */
    private static void utilisation(Proposal p, PoolCase c, boolean forecast) {
        UtilisationTarget target = c.rules().utilisation();
        double measured = finite(c.need().actual() * (c.policy().sizing().targetUtilisation() / target.target()));
        double amount = forecast ? target.combined(p.amount(), measured) : measured;
        p.set(Reason.Rule.UTILISATION, amount, target.toString());
    }

    private static void holdUntilLead(Proposal p, PoolCase c, double factor) {
        double floor = Math.min(p.committed(), c.need().untilLead() * factor);
        if (p.amount() < floor) {
            p.set(Reason.Rule.HOLD_UNTIL_LEAD, floor, c.lead());
        }
    }

    /** As a ratio, not a difference: 77 of 70 is just outside a tolerance of 0.1, as it is where this comes from. */
    private static void tolerance(Proposal p, PoolCase c) {
        boolean up = p.amount() > p.committed();
        double tolerance = (up ? c.rules().up() : c.rules().down()).tolerance();
        if (tolerance > 0 && Math.abs(1 - p.amount() / p.committed()) <= tolerance) {
            p.set(Reason.Rule.TOLERANCE, p.committed(), "tolerance " + tolerance + (up ? " up" : " down"));
        }
    }

    private static void threshold(Proposal p, PoolCase c) {
        double threshold = c.policy().threshold();
        if (Math.abs(p.amount() - p.committed()) <= threshold) {
            p.set(Reason.Rule.THRESHOLD, p.committed(), "threshold " + threshold);
        }
    }

    private static double finite(double amount) {
        return Math.min(amount, Double.MAX_VALUE);
    }
}
