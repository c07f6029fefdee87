package io.headroom.simulation.report;

/**
 * A stretch of time that deserves a word, such as a storm: shaded and labelled on time charts. Immutable.
 *
 * @param span when
 * @param label a few words, drawn on the charts; not blank
 * @param detail a sentence for the list of an {@link AnomalyPanel}; may be empty
 */
public record Annotation(TimeSpan span, String label, String detail) {

    /**
     * Checks the parts.
     *
     * @param span when
     * @param label a few words, drawn on the charts; not blank
     * @param detail a sentence for the list of an {@link AnomalyPanel}; may be empty
     * @throws IllegalArgumentException if the label is blank
     */
    public Annotation {
        Checks.present("span of annotation", span);
        Checks.text("label of annotation", label);
        Checks.present("detail of annotation \"" + label + "\"", detail);
    }
}
