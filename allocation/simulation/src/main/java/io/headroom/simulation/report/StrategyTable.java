package io.headroom.simulation.report;

import java.time.Duration;
import java.util.List;
import java.util.OptionalDouble;

/**
 * The strategies side by side. Immutable.
 *
 * @param title the heading, not blank
 * @param note a sentence under it, may be empty
 * @param costUnit the unit of the cost column, such as "unit-hours"; not blank
 * @param errorMeasure the measure of the forecast error column, such as "MASE"; not blank
 * @param rows one for each strategy and parameter, at least one, shown in this order
 */
public record StrategyTable(String title, String note, String costUnit, String errorMeasure, List<Row> rows)
        implements ReportSection {

    /**
     * Copies the list.
     *
     * @param title the heading, not blank
     * @param note a sentence under it, may be empty
     * @param costUnit the unit of the cost column, such as "unit-hours"; not blank
     * @param errorMeasure the measure of the forecast error column, such as "MASE"; not blank
     * @param rows one for each strategy and parameter, at least one, shown in this order
     * @throws IllegalArgumentException if a text is blank or there is no row
     */
    public StrategyTable {
        Checks.text("title of strategy table", title);
        Checks.present("note of \"" + title + "\"", note);
        Checks.text("cost unit of \"" + title + "\"", costUnit);
        Checks.text("error measure of \"" + title + "\"", errorMeasure);
        rows = List.copyOf(rows);
        if (rows.isEmpty()) {
            throw Checks.refused(
                    "strategy table \"" + title + "\" has 0 rows, needs at least 1", "no strategy was run.");
        }
    }

    /**
     * How one strategy did with one parameter.
     *
     * @param strategy its name, not blank
     * @param parameter its setting, such as "target 0.70"; may be empty
     * @param violationPercent the share of steps violated, 0 to 100
     * @param violationTime the length of all violated steps, at least zero
     * @param cost in the table's cost unit, at least 0
     * @param costRatio cost divided by the oracle's, at least 0
     * @param moves how often a target was changed, at least 0
     * @param forecastError in the table's measure, at least 0; empty for a strategy that does not forecast
     * @param best whether to mark this row as the one to look at
     */
    public record Row(
            String strategy,
            String parameter,
            double violationPercent,
            Duration violationTime,
            double cost,
            double costRatio,
            long moves,
            OptionalDouble forecastError,
            boolean best) {

        /**
         * Checks the ranges.
         *
         * @param strategy its name, not blank
         * @param parameter its setting, such as "target 0.70"; may be empty
         * @param violationPercent the share of steps violated, 0 to 100
         * @param violationTime the length of all violated steps, at least zero
         * @param cost in the table's cost unit, at least 0
         * @param costRatio cost divided by the oracle's, at least 0
         * @param moves how often a target was changed, at least 0
         * @param forecastError in the table's measure, at least 0; empty for a strategy that does not forecast
         * @param best whether to mark this row as the one to look at
         * @throws IllegalArgumentException if the name is blank or a number is out of its range
         */
        public Row {
            Checks.text("strategy of row", strategy);
            Checks.present("parameter of " + strategy, parameter);
            String of = " of " + (strategy + " " + parameter).strip();
            Checks.atLeast("violation percent" + of, violationPercent, 0);
            if (violationPercent > 100) {
                throw Checks.refused(
                        "violation percent" + of + " is " + violationPercent + ", needs at most 100",
                        "a count was passed where a share is meant.");
            }
            Checks.atLeast("violation seconds" + of, violationTime.toSeconds(), 0);
            Checks.atLeast("cost" + of, cost, 0);
            Checks.atLeast("cost ratio" + of, costRatio, 0);
            Checks.atLeast("moves" + of, moves, 0);
            if (forecastError.isPresent()) {
                Checks.atLeast("forecast error" + of, forecastError.getAsDouble(), 0);
            }
        }
    }
}
