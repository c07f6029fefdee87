package io.headroom.allocation;

import java.time.Duration;

/** The rules that look back at needs: what has to be kept, and what a spike asks for and holds. Pure functions. */
final class NeedRules {
    private NeedRules() {}

    /** Nothing goes that was needed within the retention; what is there counts as needed if nothing is remembered. */
    static void retention(Proposal p, PoolCase c) {
        Duration window = c.rules().retention().window();
        if (window.isZero()) {
            return;
        }
        double needed = c.recent().kept().isEmpty()
                ? p.committed()
                : LargestNeeds.of(c.recent().kept(), window, c.now());
        double floor = Math.min(p.committed(), needed);
        if (p.amount() < floor) {
            p.set(
                    Reason.Rule.RETENTION,
                    floor,
                    c.rules().retention() + c.active().by(PolicyField.RETENTION));
        }
    }

    /** A spike is followed at once, as far as a cycle may grow; what one needed or got stays for a while. Partners bound both. */
    static void anomaly(Proposal p, PoolCase c) {
        Duration hold = c.rules().spike().holdOr(c.ahead());
        double largest = LargestNeeds.of(c.recent().held(), hold, c.now());
        double held = Math.min(p.committed(), c.need().usable(largest));
        double most = p.committed()
                + Math.min(
                        Math.max(c.policy().stepUp(), c.unit()),
                        PaceRules.allowance(p, c, c.rules().up().velocity(), true));
        double spike = c.mayShrink() ? Math.min(c.need().usable(c.need().spike()), most) : 0;
        if (p.amount() < Math.max(held, spike)) {
            p.set(
                    Reason.Rule.ANOMALY,
                    Math.max(held, spike),
                    spike >= held ? "unexpected need " + c.need().actual() : "largest need of " + hold);
        }
    }
}
