package io.headroom.allocation;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.function.DoublePredicate;

/**
 * What has lately happened to one resource, as far as the policy's rules look back. Windows are half-open: a moment just as old as the
 * window is outside. Immutable and thread-safe.
 *
 * @param changes accepted changes, above 0 growth, in order
 * @param peaks recommendations that no later one reaches, in order
 * @param lows recommendations that no later one undercuts, in order
 * @param kept the largest needs of the retention, in order
 * @param held the largest needs of the hold after a spike, in order
 */
public record Recent(
        List<Moment> changes, List<Moment> peaks, List<Moment> lows, List<Moment> kept, List<Moment> held) {
    /** Nothing is remembered. */
    public static final Recent NOTHING = new Recent(List.of(), List.of(), List.of());

    /**
     * Copies the lists.
     *
     * @param changes accepted changes
     * @param peaks recommendations that no later one reaches
     * @param lows recommendations that no later one undercuts
     * @param kept the largest needs of the retention
     * @param held the largest needs of the hold after a spike
     */
    public Recent {
        changes = List.copyOf(changes);
        peaks = List.copyOf(peaks);
        lows = List.copyOf(lows);
        kept = List.copyOf(kept);
        held = List.copyOf(held);
    }

    /**
     * A memory without needs.
     *
     * @param changes accepted changes
     * @param peaks recommendations that no later one reaches
     * @param lows recommendations that no later one undercuts
     */
    public Recent(List<Moment> changes, List<Moment> peaks, List<Moment> lows) {
        this(changes, peaks, lows, List.of(), List.of());
    }

    /** With one more need of the retention and one of the hold; the first of all that are kept comes after what was there. */
    Recent needed(Moment need, double spike, double committed, MemorySpan span) {
        double first = kept.isEmpty() ? Math.max(need.amount(), committed) : need.amount();
        return new Recent(
                changes,
                peaks,
                lows,
                LargestNeeds.with(kept, new Moment(need.at(), first), span.kept()),
                LargestNeeds.with(held, new Moment(need.at(), spike), span.held()));
    }

    /** With one more accepted change. */
    Recent changed(Moment change, Duration window) {
        List<Moment> next = window.isZero() ? List.of() : add(changes, change, window, amount -> true);
        return new Recent(next, peaks, lows, kept, held);
    }

    /** With one more recommendation; the first of all comes after what was there, which counts as recommended. */
    Recent recommended(Moment recommendation, double committed, MemorySpan span) {
        List<Moment> lately = changes.stream()
                .filter(change -> DecisionEngine.within(span.changes(), change.at(), recommendation.at()))
                .toList();
        return new Recent(
                lately,
                next(peaks, recommendation, committed, span.peaks(), true),
                next(lows, recommendation, committed, span.lows(), false),
                kept,
                held);
    }

    private static List<Moment> next(
            List<Moment> before, Moment recommendation, double committed, Duration window, boolean peaks) {
        if (window.isZero()) {
            return List.of();
        }
        List<Moment> known = before.isEmpty() ? List.of(new Moment(recommendation.at(), committed)) : before;
        double amount = recommendation.amount();
        return add(known, recommendation, window, old -> peaks ? old > amount : old < amount);
    }

    private static List<Moment> add(List<Moment> before, Moment last, Duration window, DoublePredicate keep) {
        List<Moment> next = new ArrayList<>(before.size() + 1);
        for (Moment moment : before) {
            if (keep.test(moment.amount()) && DecisionEngine.within(window, moment.at(), last.at())) {
                next.add(moment);
            }
        }
        next.add(last);
        return next;
    }

    /** The largest recommendation of a window; what is committed counts if none is remembered. */
    double peak(Duration window, Instant now, double committed) {
        double peak = peaks.isEmpty() ? committed : Double.NEGATIVE_INFINITY;
        for (Moment moment : peaks) {
            peak = DecisionEngine.within(window, moment.at(), now) ? Math.max(peak, moment.amount()) : peak;
        }
        return peak;
    }

    /** The smallest recommendation of a window; what is committed counts if none is remembered. */
    double low(Duration window, Instant now, double committed) {
        double low = lows.isEmpty() ? committed : Double.POSITIVE_INFINITY;
        for (Moment moment : lows) {
            low = DecisionEngine.within(window, moment.at(), now) ? Math.min(low, moment.amount()) : low;
        }
        return low;
    }

    /** What was added within a period, or removed, as an amount of 0 or more. */
    double moved(boolean up, Duration period, Instant now) {
        double sum = 0;
        for (Moment change : changes) {
            boolean counts = change.amount() > 0 == up && DecisionEngine.within(period, change.at(), now);
            sum += counts ? Math.abs(change.amount()) : 0;
        }
        return Math.min(sum, Double.MAX_VALUE);
    }

    /** How often the direction changed within a window. */
    int reversals(Duration window, Instant now) {
        int count = 0;
        double before = 0;
        for (Moment change : changes) {
            if (DecisionEngine.within(window, change.at(), now)) {
                count += before * change.amount() < 0 ? 1 : 0;
                before = Math.signum(change.amount());
            }
        }
        return count;
    }

    /** The direction of the last change within a window: above 0 growth, below 0 shrinking, 0 none. */
    double direction(Duration window, Instant now) {
        double last = 0;
        for (Moment change : changes) {
            last = DecisionEngine.within(window, change.at(), now) ? Math.signum(change.amount()) : last;
        }
        return last;
    }
}
