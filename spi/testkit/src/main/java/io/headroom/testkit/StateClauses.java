package io.headroom.testkit;

import io.headroom.spi.Revision;
import io.headroom.spi.StateStore;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Random;
import java.util.concurrent.atomic.AtomicLong;

/** Clauses of {@link StateStoreContract} that need one thread. */
final class StateClauses {
    private static final AtomicLong KEYS = new AtomicLong();

    private StateClauses() {}

    /** A key that no other clause uses. */
    static String key() {
        return "contract-" + KEYS.incrementAndGet();
    }

    static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    /** Saves; it must succeed. */
    static long save(Clause c, StateStore store, String key, byte[] bytes, long expected) {
        OptionalLong number = store.save(key, bytes, expected);
        c.at("save of key '" + key + "' that expects revision " + expected);
        c.hold(number.isPresent(), "a new revision number", "empty");
        return number.getAsLong();
    }

    /** The key must hold these bytes. */
    static Revision holds(Clause c, String where, StateStore store, String key, byte[] bytes) {
        c.at(where);
        Optional<Revision> loaded = c.given(store.load(key), "an Optional");
        c.hold(loaded.isPresent(), bytes.length + " bytes", "nothing saved");
        byte[] got = loaded.get().bytes();
        int place = Arrays.mismatch(bytes, got);
        c.hold(
                place < 0,
                "the " + bytes.length + " bytes that were saved",
                got.length + " bytes that differ from byte " + place + " on");
        return loaded.get();
    }

    static void loadsEmpty(Clause c, StateStoreContract kit) {
        c.mend("a missing key is an exception or a revision without bytes: return Optional.empty()");
        c.at("load of a key that was not saved");
        c.same(Optional.empty(), kit.create().load(key()));
    }

    static void loadsSaved(Clause c, StateStoreContract kit) {
        c.mend("the bytes or the number are those of another save: load both from one place in one read");
        StateStore store = kit.create();
        String key = key();
        long number = 0;
        for (String text : List.of("first", "second, which is longer", "3rd")) {
            number = save(c, store, key, bytes(text), number);
            for (int i = 0; i < 2; i++) {
                Revision loaded = holds(c, "load after '" + text + "' was saved", store, key, bytes(text));
                c.at("number of the revision loaded after '" + text + "' was saved");
                c.same(number, loaded.number());
            }
        }
    }

    static void comparesRevision(Clause c, StateStoreContract kit) {
        c.mend("the expected number is not compared with the stored one in the same step as the write");
        StateStore store = kit.create();
        String key = key();
        refused(c, store, key, 1);
        long first = save(c, store, key, bytes("first"), 0);
        long second = save(c, store, key, bytes("second"), first);
        for (long expected : new long[] {0, first, second + 1}) {
            refused(c, store, key, expected);
            Revision loaded = holds(c, "load after a refused save", store, key, bytes("second"));
            c.at("number after a refused save");
            c.same(second, loaded.number());
        }
    }

    private static void refused(Clause c, StateStore store, String key, long expected) {
        c.at("save that expects revision " + expected);
        c.same(OptionalLong.empty(), store.save(key, bytes("intruder"), expected));
    }

    static void numbersRise(Clause c, StateStoreContract kit) {
        c.mend("the number is a checksum or starts anew when content repeats: count saves");
        StateStore store = kit.create();
        String key = key();
        long before = 0;
        for (int i = 0; i < 5; i++) {
            long number = save(c, store, key, bytes(i % 2 == 0 ? "even" : "odd"), before);
            c.at("number of save " + (i + 1));
            c.hold(number > before, "above " + before, number);
            before = number;
        }
    }

    static void anyContent(Clause c, StateStoreContract kit) {
        c.mend("content is handled as text, or cut at a limit: treat it as opaque bytes");
        StateStore store = kit.create();
        byte[] all = new byte[256];
        for (int i = 0; i < all.length; i++) {
            all[i] = (byte) i;
        }
        byte[] large = new byte[kit.largestContent()];
        new Random(5).nextBytes(large);
        for (byte[] content : List.of(new byte[0], new byte[] {0}, all, large)) {
            String key = key();
            save(c, store, key, content, 0);
            holds(c, "content of " + content.length + " bytes", store, key, content);
        }
    }

    static void keysApart(Clause c, StateStoreContract kit) {
        c.mend("a key is used as a path, or letters are folded: encode '.' and '..', and keep upper and lower case"
                + " apart");
        StateStore store = kit.create();
        String unique = key();
        List<String> keys = List.of(
                unique,
                unique + ".1",
                unique + "-1",
                unique + "_1",
                unique.toUpperCase(java.util.Locale.ROOT),
                ".",
                "..",
                "-",
                "x".repeat(200),
                "x".repeat(199));
        for (String key : keys) {
            save(c, store, key, bytes("content of " + key), 0);
        }
        for (String key : keys) {
            holds(c, "key '" + key + "' after all were saved", store, key, bytes("content of " + key));
        }
    }

    static void refusesKeys(Clause c, StateStoreContract kit) {
        c.mend("the key is not checked before it is used: test it against [A-Za-z0-9._-]{1,200}");
        StateStore store = kit.create();
        for (String key : List.of("", "a/b", "a\\b", "a b", "a\nb", "a:b", "a*", "a%2e", "\u0000", "x".repeat(201))) {
            c.at("load of key '" + key + "'");
            c.refuses(() -> store.load(key));
            c.at("save of key '" + key + "'");
            c.refuses(() -> store.save(key, bytes("content"), 0));
        }
    }

    static void copies(Clause c, StateStoreContract kit) {
        c.mend("the array given to save() is kept: copy it");
        StateStore store = kit.create();
        String key = key();
        byte[] given = bytes("content");
        save(c, store, key, given, 0);
        Arrays.fill(given, (byte) 'x');
        Revision loaded = holds(c, "load after the saved array was overwritten", store, key, bytes("content"));
        Arrays.fill(loaded.bytes(), (byte) 'x');
        holds(c, "load after the loaded array was overwritten", store, key, bytes("content"));
    }
}
