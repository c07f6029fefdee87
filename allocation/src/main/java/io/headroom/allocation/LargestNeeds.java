package io.headroom.allocation;

import io.headroom.allocation.rules.Retention;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/**
 * The largest amount of a sliding window, out of a bounded list: amounts of one {@value Retention#BUCKETS}th of the window become one, the
 * largest at the latest moment, so that none is forgotten too early and the largest up to one part too late. Pure functions.
 */
final class LargestNeeds {
    private LargestNeeds() {}

    /** With one more amount; no more than parts of the window and one are kept, in order. */
    static List<Moment> with(List<Moment> before, Moment next, Duration window) {
        if (window.isZero()) {
            return List.of();
        }
        long width = Math.max(1, window.toSeconds() / Retention.BUCKETS);
        long part = part(next.at(), width);
        double amount = next.amount();
        for (Moment moment : before) {
            boolean same = part(moment.at(), width) == part;
            amount = same ? Math.max(amount, moment.amount()) : amount;
        }
        List<Moment> kept = new ArrayList<>();
        for (Moment moment : before) {
            boolean counts = moment.amount() > amount && DecisionEngine.within(window, moment.at(), next.at());
            // A clock that was set back leaves moments of the future: they are of no use, and would break the order.
            if (counts && part(moment.at(), width) != part && !moment.at().isAfter(next.at())) {
                kept.add(moment);
            }
        }
        kept.add(new Moment(next.at(), amount));
        return kept;
    }

    private static long part(Instant at, long width) {
        return Math.floorDiv(at.getEpochSecond(), width);
    }

    /** The largest amount of a window; 0 if none is remembered. */
    static double of(List<Moment> remembered, Duration window, Instant now) {
        double largest = 0;
        for (Moment moment : remembered) {
            largest = DecisionEngine.within(window, moment.at(), now) ? Math.max(largest, moment.amount()) : largest;
        }
        return largest;
    }
}
