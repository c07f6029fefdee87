package io.headroom.policy;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonFactoryBuilder;
import com.fasterxml.jackson.core.JsonLocation;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.core.StreamWriteFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import com.fasterxml.jackson.dataformat.yaml.YAMLGenerator;
import io.headroom.allocation.AllocationPolicy;
import io.headroom.allocation.AllocationPolicyBuilder;
import io.headroom.core.Checks;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Locale;

/**
 * Turns documents into policies and back: version 1, as the JSON schema of {@link #schema} has it. What is not exactly so is refused whole,
 * with a {@link PolicyException}: unknown or repeated fields, values of another type, numbers out of bounds, whatever the policy itself
 * refuses. What is left out has its default, and a location's resource what the standard says. The same policy gives the same text; what is
 * read back is equal. YAML's anchors, aliases and tags are not for policies. Thread-safe.
 */
public enum PolicyFormat {
    /** JSON (RFC 8259). */
    JSON,
    /** YAML: one document. */
    YAML;

    private static final String SCHEMA = "policy-1.schema.json";

    /**
     * The format of a file.
     *
     * @param file its name ends in .json, .yaml or .yml
     * @return the format
     * @throws IllegalArgumentException if it ends otherwise
     */
    public static PolicyFormat of(Path file) {
        String name = String.valueOf(file.getFileName()).toLowerCase(Locale.ROOT);
        if (name.endsWith(".json")) {
            return JSON;
        }
        if (name.endsWith(".yaml") || name.endsWith(".yml")) {
            return YAML;
        }
        throw Checks.failure("file '" + file + "'", "must end in .json, .yaml or .yml", "another file was meant");
    }

    /**
     * Reads a policy.
     *
     * @param text the document
     * @return the policy
     * @throws PolicyException if it is none
     */
    public AllocationPolicy read(String text) {
        return new Value("document", tree(text)).make(builder(text)::build);
    }

    /**
     * Reads a policy that is not complete: a host that knows its node groups from elsewhere places them on the builder.
     *
     * @param text the document
     * @return a builder with all that the document says
     * @throws PolicyException if it is none
     */
    public AllocationPolicyBuilder builder(String text) {
        return PolicyCodec.read(tree(text));
    }

    private JsonNode tree(String text) {
        try {
            JsonNode tree = Mappers.of(this).readTree(text);
            if (tree == null || tree.isMissingNode()) {
                throw PolicyException.of("document", "", "must not be empty", "the file was being written");
            }
            return tree;
        } catch (JsonProcessingException e) {
            JsonLocation at = e.getLocation();
            String where = at == null ? "" : " (line " + at.getLineNr() + ", column " + at.getColumnNr() + ")";
            String message = Checks.message(
                    "document" + where,
                    "must be " + this + ", but: " + e.getOriginalMessage(),
                    "it was cut off, or a bracket, a quote or an indentation is wrong");
            throw new PolicyException("document", message, e);
        }
    }

    /**
     * Writes a policy; a setting that has its default is left out.
     *
     * @param policy the policy
     * @return the document
     */
    public String write(AllocationPolicy policy) {
        try {
            return Mappers.of(this).writeValueAsString(PolicyCodec.write(policy));
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("a policy can't be written as " + this, e);
        }
    }

    /**
     * The JSON schema of documents, draft 2020-12, for editors and other programs. It says all that holds of each field by itself; what holds
     * between fields, such as that a minimum must not exceed its maximum, only reading tells.
     *
     * @return the schema
     */
    public static String schema() {
        try (InputStream in = PolicyFormat.class.getResourceAsStream(SCHEMA)) {
            if (in == null) {
                throw new IllegalStateException("resource " + SCHEMA + " is missing");
            }
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Made on first use: a mapper is slow to make. */
    private static final class Mappers {
        private static final ObjectMapper OF_JSON = strict(new JsonFactoryBuilder()
                // Shortest decimal form: Double.toString writes other digits on JVMs before 19.
                .enable(StreamWriteFeature.USE_FAST_DOUBLE_WRITER)
                .build());
        // Every text is quoted: without, 20:15 would be read as a number, and no as false.
        private static final ObjectMapper OF_YAML = strict(YAMLFactory.builder()
                .disable(YAMLGenerator.Feature.WRITE_DOC_START_MARKER)
                .build());

        private Mappers() {}

        static ObjectMapper of(PolicyFormat format) {
            return format == JSON ? OF_JSON : OF_YAML;
        }

        private static ObjectMapper strict(JsonFactory factory) {
            return JsonMapper.builder(factory)
                    .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
                    .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
                    .enable(SerializationFeature.INDENT_OUTPUT)
                    .build();
        }
    }
}
