package io.headroom.allocation;

import io.headroom.spi.Revision;
import io.headroom.spi.StateStore;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;

/** Keeps state in memory: for tests, simulation, and hosts that accept to start afresh. Thread-safe. */
public final class InMemoryStateStore implements StateStore {
    private final Map<String, Revision> revisions = new HashMap<>();

    /** An empty store. */
    public InMemoryStateStore() {}

    @Override
    public synchronized Optional<Revision> load(String key) {
        return Optional.ofNullable(revisions.get(StateKeys.check(key)));
    }

    @Override
    public synchronized OptionalLong save(String key, byte[] bytes, long expected) {
        Revision stored = revisions.get(StateKeys.check(key));
        long number = stored == null ? 0 : stored.number();
        if (number != expected) {
            return OptionalLong.empty();
        }
        revisions.put(key, new Revision(number + 1, bytes));
        return OptionalLong.of(number + 1);
    }
}
