package io.headroom.simulation.report;

import java.time.Duration;
import java.util.List;

/**
 * Policies side by side over the same recorded telemetry; the first is the one that the others are compared with. Immutable.
 *
 * @param title the heading, not blank
 * @param note a sentence under it, may be empty
 * @param costUnit the unit of the cost column, such as "unit-hours"; not blank
 * @param rows one for each policy, at least one, shown in this order
 */
public record WhatIfTable(String title, String note, String costUnit, List<Row> rows) implements ReportSection {

    /**
     * Copies the list.
     *
     * @param title the heading, not blank
     * @param note a sentence under it, may be empty
     * @param costUnit the unit of the cost column, such as "unit-hours"; not blank
     * @param rows one for each policy, at least one, shown in this order
     * @throws IllegalArgumentException if a text is blank or there is no row
     */
    public WhatIfTable {
        Checks.text("title of what-if table", title);
        Checks.present("note of \"" + title + "\"", note);
        Checks.text("cost unit of \"" + title + "\"", costUnit);
        rows = List.copyOf(rows);
        if (rows.isEmpty()) {
            throw Checks.refused(
                    "what-if table \"" + title + "\" has 0 rows, needs at least 1", "no policy was played.");
        }
    }

    /**
     * How one policy did.
     *
     * @param policy its name, not blank
     * @param violationPercent the share of steps violated, over all pools, 0 to 100
     * @param violationTime the length of all violated steps of all pools, at least zero
     * @param worstPool the pool that was short most often; empty if none was
     * @param cost in the table's cost unit, at least 0
     * @param moves units started and stopped, at least 0
     * @param problems what went wrong and was contained, at least 0
     */
    public record Row(
            String policy,
            double violationPercent,
            Duration violationTime,
            String worstPool,
            double cost,
            long moves,
            int problems) {

        /**
         * Checks the ranges.
         *
         * @param policy its name, not blank
         * @param violationPercent the share of steps violated, over all pools, 0 to 100
         * @param violationTime the length of all violated steps of all pools, at least zero
         * @param worstPool the pool that was short most often; empty if none was
         * @param cost in the table's cost unit, at least 0
         * @param moves units started and stopped, at least 0
         * @param problems what went wrong and was contained, at least 0
         * @throws IllegalArgumentException if the name is blank or a number is out of its range
         */
        public Row {
            Checks.text("policy of row", policy);
            Checks.present("worst pool of " + policy, worstPool);
            Checks.atLeast("violation percent of " + policy, violationPercent, 0);
            if (violationPercent > 100) {
                throw Checks.refused(
                        "violation percent of " + policy + " is " + violationPercent + ", needs at most 100",
                        "a count was passed where a share is meant.");
            }
            Checks.atLeast("violation seconds of " + policy, violationTime.toSeconds(), 0);
            Checks.atLeast("cost of " + policy, cost, 0);
            Checks.atLeast("moves of " + policy, moves, 0);
            Checks.atLeast("problems of " + policy, problems, 0L);
        }
    }
}
