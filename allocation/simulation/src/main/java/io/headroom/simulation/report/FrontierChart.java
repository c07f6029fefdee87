package io.headroom.simulation.report;

import java.util.List;

/**
 * What each strategy can trade: cost against violations, one point for each value of its parameter. Lower left is
 * better. Immutable.
 *
 * @param title the heading, not blank
 * @param note a sentence under it, may be empty
 * @param curves one for each strategy, at least one, no name twice
 */
public record FrontierChart(String title, String note, List<Curve> curves) implements ReportSection {

    /**
     * Copies the list.
     *
     * @param title the heading, not blank
     * @param note a sentence under it, may be empty
     * @param curves one for each strategy, at least one, no name twice
     * @throws IllegalArgumentException if the title is blank, there is no curve, or two have one name
     */
    public FrontierChart {
        Checks.text("title of frontier chart", title);
        Checks.present("note of \"" + title + "\"", note);
        curves = List.copyOf(curves);
        if (curves.isEmpty()) {
            throw Checks.refused(
                    "frontier chart \"" + title + "\" has 0 curves, needs at least 1", "no strategy was run.");
        }
        long names = curves.stream().map(Curve::strategy).distinct().count();
        if (names < curves.size()) {
            throw Checks.refused(
                    "frontier chart \"" + title + "\" has " + curves.size() + " curves, " + names + " different names",
                    "the points of one strategy were split over two curves.");
        }
    }

    /**
     * One strategy's points.
     *
     * @param strategy its name, not blank
     * @param points in the order in which they are to be joined, at least one
     */
    public record Curve(String strategy, List<Point> points) {

        /**
         * Copies the list.
         *
         * @param strategy its name, not blank
         * @param points in the order in which they are to be joined, at least one
         * @throws IllegalArgumentException if the name is blank or there is no point
         */
        public Curve {
            Checks.text("strategy of curve", strategy);
            points = List.copyOf(points);
            if (points.isEmpty()) {
                throw Checks.refused("curve of " + strategy + " has 0 points, needs at least 1", "its runs failed.");
            }
        }
    }

    /**
     * How a strategy did with one parameter.
     *
     * @param parameter its setting, such as "target 0.70"; may be empty
     * @param costRatio cost divided by the oracle's, at least 0
     * @param violationPercent the share of steps violated, 0 to 100
     */
    public record Point(String parameter, double costRatio, double violationPercent) {

        /**
         * Checks the ranges.
         *
         * @param parameter its setting, such as "target 0.70"; may be empty
         * @param costRatio cost divided by the oracle's, at least 0
         * @param violationPercent the share of steps violated, 0 to 100
         * @throws IllegalArgumentException if a number is out of its range
         */
        public Point {
            Checks.present("parameter of point", parameter);
            Checks.atLeast("cost ratio of point \"" + parameter + "\"", costRatio, 0);
            Checks.atLeast("violation percent of point \"" + parameter + "\"", violationPercent, 0);
            if (violationPercent > 100) {
                throw Checks.refused(
                        "violation percent of point \"" + parameter + "\" is " + violationPercent
                                + ", needs at most 100",
                        "a count was passed where a share is meant.");
            }
        }
    }
}
