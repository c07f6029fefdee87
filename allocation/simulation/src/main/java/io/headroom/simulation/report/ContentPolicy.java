package io.headroom.simulation.report;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.List;
import java.util.stream.Collectors;

/** The page's content security policy: it may run and use exactly what it carries, and load nothing. */
final class ContentPolicy {

    private ContentPolicy() {}

    /** Returns the policy for the given contents of style and script elements. */
    static String of(List<String> styles, List<String> scripts) {
        return "default-src 'none'; script-src " + hashes(scripts) + "; style-src " + hashes(styles)
                + "; img-src data:; base-uri 'none'; form-action 'none'";
    }

    private static String hashes(List<String> contents) {
        return contents.stream().map(ContentPolicy::hash).collect(Collectors.joining(" "));
    }

    private static String hash(String content) {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(content.getBytes(StandardCharsets.UTF_8));
            return "'sha256-" + Base64.getEncoder().encodeToString(digest) + "'";
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }
}
