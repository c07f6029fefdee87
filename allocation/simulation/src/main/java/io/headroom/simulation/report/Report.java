package io.headroom.simulation.report;

import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * All that a page shows. Immutable.
 *
 * @param title the page's heading, not blank
 * @param subtitle a sentence under it, may be empty
 * @param zone the time zone in which all times are shown
 * @param facts what the report was made from
 * @param focus what the time charts show when the page opens; all of their time if empty
 * @param sections the parts in their order, at least one
 */
public record Report(
        String title,
        String subtitle,
        ZoneId zone,
        List<Fact> facts,
        Optional<TimeSpan> focus,
        List<ReportSection> sections) {

    /**
     * Copies the lists.
     *
     * @param title the page's heading, not blank
     * @param subtitle a sentence under it, may be empty
     * @param zone the time zone in which all times are shown
     * @param facts what the report was made from
     * @param focus what the time charts show when the page opens; all of their time if empty
     * @param sections the parts in their order, at least one
     * @throws IllegalArgumentException if the title is blank or there is no section
     */
    public Report {
        Checks.text("title of report", title);
        Checks.present("subtitle of report", subtitle);
        Checks.present("zone of report", zone);
        Checks.present("focus of report", focus);
        facts = List.copyOf(facts);
        sections = List.copyOf(sections);
        if (sections.isEmpty()) {
            throw Checks.refused(
                    "report \"" + title + "\" has 0 sections, needs at least 1", "build() was called too early.");
        }
    }

    /**
     * Starts a report.
     *
     * @param title the page's heading, not blank
     * @param zone the time zone in which all times are shown
     * @return a builder without facts and sections
     */
    public static Builder builder(String title, ZoneId zone) {
        return new Builder(title, zone);
    }

    /** Collects the parts of a report. Not thread-safe. */
    public static final class Builder {

        private final String title;
        private final ZoneId zone;
        private final List<Fact> facts = new ArrayList<>();
        private final List<ReportSection> sections = new ArrayList<>();
        private String subtitle = "";
        private Optional<TimeSpan> focus = Optional.empty();

        private Builder(String title, ZoneId zone) {
            this.title = title;
            this.zone = zone;
        }

        /**
         * Sets the sentence under the heading.
         *
         * @param subtitle plain text, may be empty
         * @return this builder
         */
        public Builder subtitle(String subtitle) {
            this.subtitle = subtitle;
            return this;
        }

        /**
         * Adds a line of what the report was made from.
         *
         * @param key what is said, not blank
         * @param value the words or figures, not blank
         * @return this builder
         * @throws IllegalArgumentException if either is blank
         */
        public Builder fact(String key, String value) {
            facts.add(new Fact(key, value));
            return this;
        }

        /**
         * Sets what the time charts show when the page opens.
         *
         * @param focus a part of their time
         * @return this builder
         */
        public Builder focus(TimeSpan focus) {
            this.focus = Optional.of(focus);
            return this;
        }

        /**
         * Adds a part at the end.
         *
         * @param section the part
         * @return this builder
         */
        public Builder section(ReportSection section) {
            sections.add(section);
            return this;
        }

        /**
         * Makes the report.
         *
         * @return the report
         * @throws IllegalArgumentException if the title is blank or there is no section
         */
        public Report build() {
            return new Report(title, subtitle, zone, facts, focus, sections);
        }
    }
}
