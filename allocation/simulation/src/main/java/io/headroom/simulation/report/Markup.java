package io.headroom.simulation.report;

/**
 * Writes HTML. Text and attribute values are escaped here and nowhere else, so that no caller can forget it. Not
 * thread-safe.
 */
final class Markup {

    private final StringBuilder out = new StringBuilder();

    /** Opens an element; attributes are names and values in turn. */
    Markup open(String tag, String... attributes) {
        out.append('<').append(tag);
        for (int i = 0; i < attributes.length; i += 2) {
            out.append(' ').append(attributes[i]).append("=\"");
            escape(attributes[i + 1]);
            out.append('"');
        }
        out.append('>');
        return this;
    }

    Markup close(String tag) {
        out.append("</").append(tag).append('>');
        return this;
    }

    Markup line() {
        out.append('\n');
        return this;
    }

    Markup text(String text) {
        escape(text);
        return this;
    }

    /** Writes an element that holds only text; attributes are names and values in turn. */
    Markup element(String tag, String text, String... attributes) {
        return open(tag, attributes).text(text).close(tag);
    }

    /** Writes an element that holds only text, or nothing at all if there is no text. */
    Markup elementUnlessEmpty(String tag, String text, String... attributes) {
        return text.isEmpty() ? this : element(tag, text, attributes);
    }

    /** Writes what is HTML already; never anything that came from a report. */
    Markup trusted(String html) {
        out.append(html);
        return this;
    }

    private void escape(String text) {
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            switch (c) {
                case '&' -> out.append("&amp;");
                case '<' -> out.append("&lt;");
                case '>' -> out.append("&gt;");
                case '"' -> out.append("&quot;");
                case '\'' -> out.append("&#39;");
                case '\t', '\n', '\r' -> out.append(c);
                default -> out.append(Character.isISOControl(c) ? '\ufffd' : c);
            }
        }
    }

    @Override
    public String toString() {
        return out.toString();
    }
}
