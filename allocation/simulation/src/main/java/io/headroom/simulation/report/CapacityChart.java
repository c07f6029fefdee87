package io.headroom.simulation.report;

import java.util.List;
import java.util.Optional;

/**
 * Demand against the capacity that was there for it. A step whose demand is above the usable capacity is a violation
 * and is marked. Immutable.
 *
 * @param title the heading, not blank
 * @param note a sentence under it, may be empty
 * @param unit of all values, not blank
 * @param time the points; each stands for the step that begins there
 * @param demand what was asked for, at least 0, NaN where nothing was measured
 * @param usable what ready capacity could serve, at least 0, at every step
 * @param paid what was paid for (ready and booting), at least 0, at every step
 * @param comparison another strategy's usable capacity in the same place
 * @param annotations shaded on this chart alone, beside those of the report's {@link AnomalyPanel}s
 */
public record CapacityChart(
        String title,
        String note,
        String unit,
        TimeAxis time,
        Samples demand,
        Samples usable,
        Samples paid,
        Optional<Comparison> comparison,
        List<Annotation> annotations)
        implements ReportSection {

    /**
     * Checks that the parts fit together.
     *
     * @param title the heading, not blank
     * @param note a sentence under it, may be empty
     * @param unit of all values, not blank
     * @param time the points; each stands for the step that begins there
     * @param demand what was asked for, at least 0, NaN where nothing was measured
     * @param usable what ready capacity could serve, at least 0, at every step
     * @param paid what was paid for (ready and booting), at least 0, at every step
     * @param comparison another strategy's usable capacity in the same place
     * @param annotations shaded on this chart alone, beside those of the report's {@link AnomalyPanel}s
     * @throws IllegalArgumentException if a text is blank, lengths differ, a capacity is missing or a value is negative
     */
    public CapacityChart {
        Checks.text("title of capacity chart", title);
        String of = " of \"" + title + "\"";
        Checks.present("note" + of, note);
        Checks.text("unit" + of, unit);
        Checks.present("time" + of, time);
        Checks.sameLength("demand" + of, demand.size(), "its time axis", time.size());
        Checks.notNegative("demand" + of, demand, time);
        level("usable" + of, usable, time);
        level("paid" + of, paid, time);
        Checks.present("comparison" + of, comparison);
        if (comparison.isPresent()) {
            level(
                    "usable capacity of " + comparison.get().strategy() + of,
                    comparison.get().usable(),
                    time);
        }
        annotations = List.copyOf(annotations);
    }

    /**
     * Another strategy's capacity.
     *
     * @param strategy its name, not blank
     * @param usable what its ready capacity could serve, at least 0, at every step
     */
    public record Comparison(String strategy, Samples usable) {

        /**
         * Checks the name.
         *
         * @param strategy its name, not blank
         * @param usable what its ready capacity could serve, at least 0, at every step
         * @throws IllegalArgumentException if the name is blank
         */
        public Comparison {
            Checks.text("strategy to compare with", strategy);
            Checks.present("usable capacity of " + strategy, usable);
        }
    }

    /** Returns whether demand is above usable capacity at a point. */
    boolean isViolated(int index) {
        return demand.at(index) > usable.at(index);
    }

    /** Returns how many points have a demand, so that they can be judged. */
    int judged() {
        int judged = 0;
        for (int i = 0; i < time.size(); i++) {
            if (!demand.isMissing(i)) {
                judged++;
            }
        }
        return judged;
    }

    /** Returns how many points are violated by the capacity given, this chart's own or the comparison's. */
    int violations(Samples capacity) {
        int violations = 0;
        for (int i = 0; i < time.size(); i++) {
            if (demand.at(i) > capacity.at(i)) {
                violations++;
            }
        }
        return violations;
    }

    private static void level(String name, Samples samples, TimeAxis time) {
        Checks.sameLength(name, samples.size(), "its time axis", time.size());
        Checks.complete(name, samples, time);
        Checks.notNegative(name, samples, time);
    }
}
