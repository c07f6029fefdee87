package io.headroom.benchmarks;

import io.headroom.benchmarks.allocation.StrategyName;
import java.time.Duration;
import java.util.Locale;

/**
 * What is run for every series of a point.
 *
 * @param strategy the strategy
 * @param lead from ordering a unit to its being ready: whole steps of the series that it is run for
 * @param safety the strategy's safety parameter
 */
record SweepPoint(StrategyName strategy, Duration lead, double safety) {
    /** The lead in minutes, without digits that say nothing. */
    static String minutes(Duration lead) {
        double minutes = lead.toMillis() / 60_000.0;
        return minutes == Math.rint(minutes) ? String.format(Locale.ROOT, "%.0f", minutes) : Double.toString(minutes);
    }

    /** How files of this point are named, without the ending. */
    String fileName(long seed) {
        return strategy + "-L" + minutes(lead) + "-" + safety + "-s" + seed;
    }

    @Override
    public String toString() {
        return strategy + " " + safety + " at lead " + minutes(lead);
    }
}
