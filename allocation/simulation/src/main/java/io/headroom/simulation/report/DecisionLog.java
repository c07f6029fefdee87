package io.headroom.simulation.report;

import java.time.Instant;
import java.util.List;

/**
 * What was decided and why, searchable. Tens of thousands of entries stay fast. Immutable.
 *
 * @param title the heading, not blank
 * @param note a sentence under it, may be empty
 * @param entries the decisions, shown in this order; may be empty
 */
public record DecisionLog(String title, String note, List<Entry> entries) implements ReportSection {

    /**
     * Copies the list.
     *
     * @param title the heading, not blank
     * @param note a sentence under it, may be empty
     * @param entries the decisions, shown in this order; may be empty
     * @throws IllegalArgumentException if the title is blank
     */
    public DecisionLog {
        Checks.text("title of decision log", title);
        Checks.present("note of \"" + title + "\"", note);
        entries = List.copyOf(entries);
    }

    /**
     * One target that was decided.
     *
     * @param time when
     * @param location the region or link, not blank
     * @param resource what of it, such as "compute"; not blank
     * @param from the target before, finite
     * @param to the target after, finite; equal to {@code from} where the decision was to hold
     * @param reasons the rules that changed the number, in the order in which they did
     */
    public record Entry(Instant time, String location, String resource, double from, double to, List<Reason> reasons) {

        /**
         * Copies the list.
         *
         * @param time when
         * @param location the region or link, not blank
         * @param resource what of it, such as "compute"; not blank
         * @param from the target before, finite
         * @param to the target after, finite; equal to {@code from} where the decision was to hold
         * @param reasons the rules that changed the number, in the order in which they did
         * @throws IllegalArgumentException if a name is blank or a number is not finite
         */
        public Entry {
            Checks.instant("time of decision", time);
            Checks.text("location of decision", location);
            Checks.text("resource of decision", resource);
            String of = " of decision at " + time + " for " + location + " " + resource;
            Checks.finite("target before" + of, from);
            Checks.finite("target after" + of, to);
            reasons = List.copyOf(reasons);
        }
    }

    /**
     * What one rule did to the number.
     *
     * @param rule its name, not blank
     * @param before the number it was given, finite
     * @param after the number it left, finite
     * @param bound the bound that made it so, such as "max 40"; may be empty
     */
    public record Reason(String rule, double before, double after, String bound) {

        /**
         * Checks the parts.
         *
         * @param rule its name, not blank
         * @param before the number it was given, finite
         * @param after the number it left, finite
         * @param bound the bound that made it so, such as "max 40"; may be empty
         * @throws IllegalArgumentException if the rule is blank or a number is not finite
         */
        public Reason {
            Checks.text("rule of reason", rule);
            Checks.finite("number before rule " + rule, before);
            Checks.finite("number after rule " + rule, after);
            Checks.present("bound of rule " + rule, bound);
        }
    }
}
