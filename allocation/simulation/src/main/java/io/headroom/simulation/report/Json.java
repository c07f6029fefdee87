package io.headroom.simulation.report;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;

/** Writes JSON that can stand inside an HTML script element whatever the strings in it say. */
final class Json {

    private static final JsonFactory FACTORY = new JsonFactory();

    private Json() {}

    /** What writes one value. */
    @FunctionalInterface
    interface Body {
        /** Writes exactly one JSON value. */
        void write(JsonGenerator json) throws IOException;
    }

    /**
     * Returns the text. Angle brackets and ampersands, which in JSON can only be parts of strings, are written as
     * escapes, so that no string can end the script element or open a comment.
     */
    static String text(Body body) {
        StringWriter writer = new StringWriter();
        try (JsonGenerator json = FACTORY.createGenerator(writer)) {
            body.write(json);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return writer.toString()
                .replace("<", "\\u003c")
                .replace(">", "\\u003e")
                .replace("&", "\\u0026")
                .replace("\u2028", "\\u2028")
                .replace("\u2029", "\\u2029");
    }

    /**
     * Writes samples under a name: as an array with null for missing, or, where that is shorter, as an object with the
     * field "runs" that holds values and their repetitions in turn.
     */
    static void samples(JsonGenerator json, String name, Samples samples) throws IOException {
        json.writeFieldName(name);
        if (runs(samples) * 2 < samples.size()) {
            json.writeStartObject();
            json.writeArrayFieldStart("runs");
            int start = 0;
            for (int i = 1; i <= samples.size(); i++) {
                if (i == samples.size() || !same(samples, start, i)) {
                    value(json, samples.at(start));
                    json.writeNumber(i - start);
                    start = i;
                }
            }
            json.writeEndArray();
            json.writeEndObject();
            return;
        }
        json.writeStartArray();
        for (int i = 0; i < samples.size(); i++) {
            value(json, samples.at(i));
        }
        json.writeEndArray();
    }

    /** Writes an axis under a name: start, step and count if regular, else the first point and then differences. */
    static void time(JsonGenerator json, String name, TimeAxis time) throws IOException {
        json.writeObjectFieldStart(name);
        json.writeNumberField("start", time.epochSecond(0));
        if (time.isRegular()) {
            json.writeNumberField("step", time.stepSeconds(0));
            json.writeNumberField("count", time.size());
        } else {
            json.writeArrayFieldStart("steps");
            for (int i = 0; i < time.size() - 1; i++) {
                json.writeNumber(time.stepSeconds(i));
            }
            json.writeEndArray();
        }
        json.writeEndObject();
    }

    /** Writes a number, or null for NaN. */
    static void value(JsonGenerator json, double value) throws IOException {
        if (Double.isNaN(value)) {
            json.writeNull();
        } else {
            json.writeNumber(Figures.json(value));
        }
    }

    private static int runs(Samples samples) {
        int runs = 1;
        for (int i = 1; i < samples.size(); i++) {
            if (!same(samples, i - 1, i)) {
                runs++;
            }
        }
        return runs;
    }

    private static boolean same(Samples samples, int i, int j) {
        return Double.compare(samples.at(i), samples.at(j)) == 0;
    }
}
