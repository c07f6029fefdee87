package io.headroom.allocation;

import java.time.Instant;
import java.util.HashMap;
import java.util.Map;

/** Instants as text. Many resources change in one cycle: each instant is turned into text once. Not thread-safe. */
final class InstantTexts {
    private final Map<Instant, String> known = new HashMap<>();

    String of(Instant instant) {
        return known.computeIfAbsent(instant, Instant::toString);
    }
}
