package io.headroom.testkit;

import io.headroom.spi.AdapterException;
import io.headroom.spi.Revision;
import io.headroom.spi.StateStore;
import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.concurrent.ConcurrentHashMap;

/**
 * The good double: a store over a disk in memory, which several stores may share. Rows of a table override what they
 * break.
 */
class MemoryStateStore implements StateStore {
    private static final Entry NONE = new Entry(0, new byte[0]);

    final Map<String, Entry> disk;
    boolean breakingOff;

    MemoryStateStore() {
        this(new ConcurrentHashMap<>());
    }

    MemoryStateStore(Map<String, Entry> disk) {
        this.disk = disk;
    }

    /** What the subclass of the kit asks for. */
    interface Maker {
        MemoryStateStore make();
    }

    /** Content with its number and the checksum that it was written with. */
    static final class Entry {
        final long number;
        final byte[] bytes;
        final int checksum;

        Entry(long number, byte[] bytes) {
            this.number = number;
            this.bytes = bytes;
            this.checksum = Arrays.hashCode(bytes);
        }

        boolean sound() {
            return checksum == Arrays.hashCode(bytes);
        }
    }

    MemoryStateStore reopened() {
        return new MemoryStateStore(disk);
    }

    void damage(String key) {
        disk.get(key).bytes[3] ^= 1;
    }

    void checkKey(String key) {
        if (!key.matches("[A-Za-z0-9._-]{1,200}")) {
            throw new IllegalArgumentException("key '" + key + "' must be 1 to 200 letters, digits, '.', '_' or '-'");
        }
    }

    @Override
    public Optional<Revision> load(String key) {
        checkKey(key);
        Entry entry = disk.get(key);
        if (entry == null) {
            return Optional.empty();
        }
        if (!entry.sound()) {
            throw new AdapterException("the content of key " + key + " is damaged");
        }
        return Optional.of(new Revision(entry.number, entry.bytes));
    }

    @Override
    public OptionalLong save(String key, byte[] bytes, long expected) {
        checkKey(key);
        synchronized (disk) {
            long number = disk.getOrDefault(key, NONE).number;
            if (!expected(number, expected)) {
                return OptionalLong.empty();
            }
            if (breakingOff) {
                throw new IllegalStateException("the process died");
            }
            disk.put(key, new Entry(next(number, bytes), kept(bytes)));
            return OptionalLong.of(disk.get(key).number);
        }
    }

    boolean expected(long number, long expected) {
        return number == expected;
    }

    long next(long number, byte[] bytes) {
        return number + 1;
    }

    byte[] kept(byte[] given) {
        return given.clone();
    }
}
