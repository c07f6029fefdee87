package io.headroom.simulation.report;

import java.util.List;

/**
 * A list of times that deserve a word; each is shaded on every time chart of the report. Immutable.
 *
 * @param title the heading, not blank
 * @param note a sentence under it, may be empty
 * @param annotations the times, shown in this order; may be empty
 */
public record AnomalyPanel(String title, String note, List<Annotation> annotations) implements ReportSection {

    /**
     * Copies the list.
     *
     * @param title the heading, not blank
     * @param note a sentence under it, may be empty
     * @param annotations the times, shown in this order; may be empty
     * @throws IllegalArgumentException if the title is blank
     */
    public AnomalyPanel {
        Checks.text("title of anomaly panel", title);
        Checks.present("note of \"" + title + "\"", note);
        annotations = List.copyOf(annotations);
    }
}
