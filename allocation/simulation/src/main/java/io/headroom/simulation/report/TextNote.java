package io.headroom.simulation.report;

import java.util.List;

/**
 * Plain words under a heading. Immutable.
 *
 * @param title the heading, not blank
 * @param note the first paragraph, may be empty
 * @param paragraphs further paragraphs, none of them blank
 */
public record TextNote(String title, String note, List<String> paragraphs) implements ReportSection {

    /**
     * Copies the list.
     *
     * @param title the heading, not blank
     * @param note the first paragraph, may be empty
     * @param paragraphs further paragraphs, none of them blank
     * @throws IllegalArgumentException if the title or a paragraph is blank
     */
    public TextNote {
        Checks.text("title of text note", title);
        Checks.present("note of \"" + title + "\"", note);
        paragraphs = List.copyOf(paragraphs);
        for (String paragraph : paragraphs) {
            Checks.text("paragraph of \"" + title + "\"", paragraph);
        }
    }
}
