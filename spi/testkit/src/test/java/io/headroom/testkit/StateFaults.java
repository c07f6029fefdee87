package io.headroom.testkit;

import io.headroom.spi.AdapterException;
import io.headroom.spi.Revision;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.concurrent.ConcurrentHashMap;

/** State stores that are wrong on one thread. */
final class StateFaults {
    private StateFaults() {}

    static BrokenDouble row(String clause, String fault, MemoryStateStore.Maker maker) {
        return new BrokenDouble(clause, fault, maker);
    }

    static List<BrokenDouble> rows() {
        return List.of(
                row("S1", "a missing key is an exception", () -> new MemoryStateStore() {
                    @Override
                    public Optional<Revision> load(String key) {
                        return Optional.of(super.load(key).orElseThrow(() -> new AdapterException("no key " + key)));
                    }
                }),
                row("S2", "the third revision has the number of the second", () -> new MemoryStateStore() {
                    @Override
                    public Optional<Revision> load(String key) {
                        return super.load(key)
                                .map(r -> new Revision(r.bytes().length == 3 ? 2 : r.number(), r.bytes()));
                    }
                }),
                row("S3", "a revision of the future is as good", () -> new MemoryStateStore() {
                    @Override
                    boolean expected(long number, long expected) {
                        return expected >= number;
                    }
                }),
                row("S4", "short content that repeats gets its old number", Repeating::new),
                row("S5", "content is cut at 64 KiB", () -> new MemoryStateStore() {
                    @Override
                    byte[] kept(byte[] given) {
                        return Arrays.copyOf(given, Math.min(given.length, 1 << 16));
                    }
                }),
                row("S5", "content is handled as text", () -> new MemoryStateStore() {
                    @Override
                    byte[] kept(byte[] given) {
                        return new String(given, StandardCharsets.UTF_8).getBytes(StandardCharsets.UTF_8);
                    }
                }),
                row("S6", "upper and lower case are one", () -> new MemoryStateStore() {
                    @Override
                    public OptionalLong save(String key, byte[] bytes, long expected) {
                        return super.save(key.toLowerCase(Locale.ROOT), bytes, expected);
                    }

                    @Override
                    public Optional<Revision> load(String key) {
                        return super.load(key.toLowerCase(Locale.ROOT));
                    }
                }),
                row("S7", "a colon is let through", () -> new MemoryStateStore() {
                    @Override
                    void checkKey(String key) {
                        super.checkKey(key.replace(':', '.'));
                    }
                }),
                row("S8", "the saved array is kept", () -> new MemoryStateStore() {
                    @Override
                    byte[] kept(byte[] given) {
                        return given;
                    }
                }),
                row("S12", "a second store has a disk of its own", () -> new MemoryStateStore() {
                    @Override
                    MemoryStateStore reopened() {
                        return new MemoryStateStore(new ConcurrentHashMap<>(disk));
                    }
                }),
                row("S13", "damage is not noticed", () -> new MemoryStateStore() {
                    @Override
                    void damage(String key) {
                        super.damage(key);
                        disk.compute(key, (k, entry) -> new Entry(entry.number, entry.bytes));
                    }
                }),
                row("S13", "a load deletes what is damaged", Deleting::new),
                row("S13", "the message does not name the key", Nameless::new),
                row("S14", "a save that breaks off leaves half of its content", Halving::new));
    }

    /** Gives content of at most 4 bytes the number that it had before. */
    private static final class Repeating extends MemoryStateStore {
        private final Map<String, Long> numbers = new HashMap<>();

        @Override
        long next(long number, byte[] bytes) {
            String text = new String(bytes, StandardCharsets.ISO_8859_1);
            return text.length() > 4 ? number + 1 : numbers.computeIfAbsent(text, key -> number + 1);
        }
    }

    private static final class Deleting extends MemoryStateStore {
        @Override
        public Optional<Revision> load(String key) {
            try {
                return super.load(key);
            } catch (AdapterException e) {
                disk.remove(key);
                throw e;
            }
        }
    }

    private static final class Nameless extends MemoryStateStore {
        @Override
        public Optional<Revision> load(String key) {
            try {
                return super.load(key);
            } catch (AdapterException e) {
                throw new AdapterException("some content is damaged", e);
            }
        }
    }

    private static final class Halving extends MemoryStateStore {
        @Override
        public OptionalLong save(String key, byte[] bytes, long expected) {
            if (breakingOff) {
                breakingOff = false;
                super.save(key, Arrays.copyOf(bytes, bytes.length / 2), expected);
                throw new IllegalStateException("the process died half-way");
            }
            return super.save(key, bytes, expected);
        }
    }
}
