package io.headroom.simulation.report;

/**
 * One line of what a report was made from, such as "Input" and "336,776 departures of 2013". Immutable.
 *
 * @param key what is said, not blank
 * @param value the words or figures, not blank
 */
public record Fact(String key, String value) {

    /**
     * Checks the parts.
     *
     * @param key what is said, not blank
     * @param value the words or figures, not blank
     * @throws IllegalArgumentException if the key or the value is blank
     */
    public Fact {
        Checks.text("fact key", key);
        Checks.text("value of fact \"" + key + "\"", value);
    }
}
