package io.headroom.allocation;

import io.headroom.spi.Revision;
import io.headroom.spi.StateStore;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.zip.CRC32C;
import org.jspecify.annotations.Nullable;

/**
 * Loads and saves the state of one allocator. What it saved itself is kept beside, and not read again as long as the store still has it: same
 * revision, same bytes. Not thread-safe.
 */
final class StateKeeper {
    private final StateStore store;
    private final String name;
    private @Nullable Saved last;

    StateKeeper(StateStore store, String name) {
        this.store = store;
        this.name = name;
    }

    /** State with the revision to save against. */
    record Loaded(AllocationState state, long revision) {}

    /** What was saved last, with a checksum of its bytes. */
    private record Saved(long revision, long checksum, AllocationState state) {}

    Loaded load() {
        Optional<Revision> revision = store.load(name);
        return revision.map(this::loaded).orElseGet(() -> new Loaded(AllocationState.INITIAL, 0));
    }

    private Loaded loaded(Revision revision) {
        Saved own = last;
        byte[] bytes = revision.bytes();
        if (own != null && own.revision() == revision.number() && own.checksum() == checksum(bytes)) {
            return new Loaded(own.state(), revision.number());
        }
        return new Loaded(StateCodec.decode(name, bytes), revision.number());
    }

    /** Saves if nobody else did since the expected revision; empty if somebody did. */
    OptionalLong save(AllocationState state, long expected) {
        last = null;
        byte[] bytes = StateCodec.encode(state);
        OptionalLong revision = store.save(name, bytes, expected);
        revision.ifPresent(number -> last = new Saved(number, checksum(bytes), state));
        return revision;
    }

    private static long checksum(byte[] bytes) {
        CRC32C checksum = new CRC32C();
        checksum.update(bytes);
        return checksum.getValue();
    }
}
