package io.headroom.policy;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiConsumer;

/** The fields of one object of a document. Immutable. */
final class Fields {
    private final Value owner;

    Fields(Value owner) {
        this.owner = owner;
    }

    void only(List<String> known) {
        for (Map.Entry<String, JsonNode> e : owner.json().properties()) {
            if (!known.contains(e.getKey())) {
                throw PolicyException.of(
                        path(e.getKey()),
                        "",
                        "is not known",
                        "'" + Words.closest(e.getKey(), known) + "' was meant; the fields are "
                                + String.join(", ", known));
            }
        }
    }

    private String path(String name) {
        return owner.path().isEmpty() ? name : owner.path() + "." + name;
    }

    boolean has(String name) {
        return owner.json().has(name);
    }

    Optional<Value> find(String name) {
        JsonNode value = owner.json().get(name);
        return value == null ? Optional.empty() : Optional.of(new Value(path(name), value));
    }

    Value get(String name) {
        return find(name)
                .orElseThrow(() -> PolicyException.of(path(name), "", "is missing", "the document was cut off"));
    }

    void forEach(BiConsumer<String, Value> action) {
        for (Map.Entry<String, JsonNode> e : owner.json().properties()) {
            action.accept(e.getKey(), new Value(path(e.getKey()), e.getValue()));
        }
    }
}
