package io.headroom.allocation;

import io.headroom.allocation.rules.CapBreach;
import io.headroom.allocation.rules.EventRule;
import io.headroom.allocation.rules.OutagePolicy;
import io.headroom.allocation.rules.Pause;

/** The rules that have the last word: outages, measured need, what is held still, floors and the maximum. Pure functions. */
final class BoundRules {
    private BoundRules() {}

    /** Applies them in their order, and sets the proposal's maximum. */
    static void apply(Proposal p, PoolCase c, double recommended) {
        NeedRules.retention(p, c);
        outage(p, c);
        NeedRules.anomaly(p, c);
        if (p.amount() < c.need().actual()) {
            p.set(Reason.Rule.ACTUAL_DEMAND, c.need().actual(), "measured need");
        }
        pause(p, c);
        p.limit(maximum(p, c, recommended));
        eventFloor(p, c);
        bounds(p, c);
    }

    private static void outage(Proposal p, PoolCase c) {
        if (c.mayShrink()) {
            return;
        }
        OutagePolicy outage = c.rules().outage();
        // Compared this way round: the count of failures may be as large as an int can be.
        if (!outage.followsForecasts() && c.failures() >= outage.failureThreshold() - 1) {
            p.set(Reason.Rule.OUTAGE, outage.target(p.committed()), outage.toString());
        }
        if (p.amount() < p.committed()) {
            p.set(Reason.Rule.BLIND, p.committed(), "telemetry is " + c.freshness());
        }
    }

    private static void pause(Proposal p, PoolCase c) {
        Pause pause = c.rules().pause();
        if (pause.at().isPresent()) {
            double at = pause.at().getAsDouble();
            double amount = c.mayShrink() ? at : Math.max(at, p.committed());
            p.set(Reason.Rule.PAUSE, amount, "paused at " + at + c.active().by(PolicyField.PAUSE));
        } else if (p.amount() > p.committed() && pause.up()) {
            p.set(
                    Reason.Rule.PAUSE,
                    p.committed(),
                    "growing is paused" + c.active().by(PolicyField.PAUSE));
        } else if (p.amount() < p.committed() && pause.down()) {
            p.set(
                    Reason.Rule.PAUSE,
                    p.committed(),
                    "shrinking is paused" + c.active().by(PolicyField.PAUSE));
        } else if (p.amount() > p.committed() && c.rules().up().velocity().disabled()) {
            p.set(
                    Reason.Rule.PAUSE,
                    p.committed(),
                    "velocity up is disabled" + c.active().by(PolicyField.UP));
        } else if (p.amount() < p.committed() && c.rules().down().velocity().disabled()) {
            p.set(
                    Reason.Rule.PAUSE,
                    p.committed(),
                    "velocity down is disabled" + c.active().by(PolicyField.DOWN));
        }
    }

    /** The policy's maximum, raised by recommendations as far as it says; while blind, what is there above it may stay. */
    private static double maximum(Proposal p, PoolCase c, double recommended) {
        CapBreach breach = c.rules().capBreach();
        double maximum = c.policy().maximum();
        if (!breach.honors()) {
            double peak = breach.expiry().isZero()
                    ? recommended
                    : Math.max(recommended, c.recent().peak(breach.expiry(), c.now(), 0));
            maximum = breach.maximum(maximum, peak);
        }
        return c.mayShrink() ? maximum : Math.max(maximum, p.committed());
    }

    private static void eventFloor(Proposal p, PoolCase c) {
        for (EventRule rule : c.rules().events()) {
            double floor = Math.min(rule.floor(), p.maximum());
            if (p.amount() < floor && c.event(rule).isPresent()) {
                p.set(Reason.Rule.EVENT_FLOOR, floor, c.event(rule).get().name() + " floor " + rule.floor());
            }
        }
    }

    private static void bounds(Proposal p, PoolCase c) {
        double minimum = c.policy().minimum();
        if (p.amount() < minimum) {
            p.set(
                    rule(c, PolicyField.MINIMUM),
                    minimum,
                    "minimum " + minimum + c.active().by(PolicyField.MINIMUM));
        } else if (p.amount() > p.maximum()) {
            p.set(
                    rule(c, PolicyField.MAXIMUM),
                    p.maximum(),
                    "maximum " + p.maximum() + c.active().by(PolicyField.MAXIMUM));
        }
    }

    private static Reason.Rule rule(PoolCase c, PolicyField field) {
        return c.active().scheduled(field) ? Reason.Rule.SCHEDULE : Reason.Rule.BOUNDS;
    }
}
