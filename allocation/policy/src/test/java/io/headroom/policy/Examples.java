package io.headroom.policy;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;

/** The documents that are shipped as examples. */
final class Examples {
    static final List<String> NAMES = List.of("headroom.yaml", "hpa.yaml", "keda.yaml", "aws.json", "gcp.yaml");

    private Examples() {}

    static String text(String name) {
        try (InputStream in = PolicyFormat.class.getResourceAsStream("examples/" + name)) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static PolicyFormat format(String name) {
        return PolicyFormat.of(Path.of(name));
    }
}
