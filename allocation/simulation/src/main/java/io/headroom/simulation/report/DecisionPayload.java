package io.headroom.simulation.report;

import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.function.ToDoubleFunction;

/**
 * A decision log as JSON columns: words once in a list and then by their place in it, times as differences. Some 45
 * bytes an entry instead of 300.
 */
final class DecisionPayload {

    private final DecisionLog log;
    private final List<DecisionLog.Reason> reasons;

    private DecisionPayload(DecisionLog log) {
        this.log = log;
        this.reasons = log.entries().stream()
                .flatMap(entry -> entry.reasons().stream())
                .toList();
    }

    static String of(DecisionLog log) {
        return Json.text(new DecisionPayload(log)::write);
    }

    private void write(JsonGenerator json) throws IOException {
        json.writeStartObject();
        json.writeStringField("kind", "decisions");
        json.writeNumberField("count", log.entries().size());
        json.writeArrayFieldStart("time");
        long previous = 0;
        for (DecisionLog.Entry entry : log.entries()) {
            json.writeNumber(entry.time().getEpochSecond() - previous);
            previous = entry.time().getEpochSecond();
        }
        json.writeEndArray();
        words(json, "location", log.entries(), DecisionLog.Entry::location);
        words(json, "resource", log.entries(), DecisionLog.Entry::resource);
        numbers(json, "from", log.entries(), DecisionLog.Entry::from);
        numbers(json, "to", log.entries(), DecisionLog.Entry::to);
        numbers(json, "reasons", log.entries(), entry -> entry.reasons().size());
        words(json, "rule", reasons, DecisionLog.Reason::rule);
        numbers(json, "before", reasons, DecisionLog.Reason::before);
        numbers(json, "after", reasons, DecisionLog.Reason::after);
        words(json, "bound", reasons, DecisionLog.Reason::bound);
        json.writeEndObject();
    }

    private static <T> void numbers(JsonGenerator json, String name, List<T> rows, ToDoubleFunction<T> number)
            throws IOException {
        json.writeArrayFieldStart(name);
        for (T row : rows) {
            Json.value(json, number.applyAsDouble(row));
        }
        json.writeEndArray();
    }

    private static <T> void words(JsonGenerator json, String name, List<T> rows, Function<T, String> word)
            throws IOException {
        Map<String, Integer> places = new LinkedHashMap<>();
        json.writeObjectFieldStart(name);
        json.writeArrayFieldStart("at");
        for (T row : rows) {
            json.writeNumber(places.computeIfAbsent(word.apply(row), key -> places.size()));
        }
        json.writeEndArray();
        json.writeArrayFieldStart("words");
        for (String distinct : places.keySet()) {
            json.writeString(distinct);
        }
        json.writeEndArray();
        json.writeEndObject();
    }
}
