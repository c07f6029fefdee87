package io.headroom.testkit;

import static io.headroom.testkit.StateClauses.bytes;
import static io.headroom.testkit.StateClauses.holds;
import static io.headroom.testkit.StateClauses.key;
import static io.headroom.testkit.StateClauses.save;

import io.headroom.spi.AdapterException;
import io.headroom.spi.Revision;
import io.headroom.spi.StateStore;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.concurrent.Callable;
import java.util.concurrent.atomic.AtomicBoolean;

/** Clauses of {@link StateStoreContract} about threads, crashes and damage. */
final class StateRaceClauses {
    private static final int THREADS = 4;
    private static final int ROUNDS = 25;

    private StateRaceClauses() {}

    static void oneWins(Clause c, StateStoreContract kit) throws Exception {
        c.mend("comparing and saving are two steps: put both under one lock, or leave them to one conditional write");
        StateStore store = kit.create();
        String key = key();
        long number = 0;
        for (int round = 0; round < ROUNDS; round++) {
            long expected = number;
            c.at(THREADS + " saves at a time that expect revision " + expected);
            List<OptionalLong> numbers = Parallel.run(
                    THREADS,
                    kit.patience(),
                    () -> store.save(key, bytes(Thread.currentThread().getName()), expected));
            c.same(1L, numbers.stream().filter(OptionalLong::isPresent).count());
            int winner = (int) numbers.stream().takeWhile(OptionalLong::isEmpty).count();
            number = numbers.get(winner).getAsLong();
            Revision loaded = holds(c, "content after the race", store, key, bytes("contract-parallel-" + winner));
            c.at("revision after the race");
            c.same(number, loaded.number());
        }
    }

    static void noMixture(Clause c, StateStoreContract kit) throws Exception {
        c.mend("the content is overwritten in place: write it beside and swap it in with one atomic step");
        StateStore store = kit.create();
        String key = key();
        save(c, store, key, content(0), 0);
        AtomicBoolean done = new AtomicBoolean();
        Callable<String> writer = () -> {
            try {
                for (int i = 1; i <= ROUNDS; i++) {
                    long number = store.load(key).map(Revision::number).orElse(0L);
                    store.save(key, content(i), number);
                }
                return "";
            } finally {
                done.set(true);
            }
        };
        Callable<String> reader = () -> {
            String fault = "";
            while (!done.get() && fault.isEmpty()) {
                fault = store.load(key).map(r -> fault(r.bytes())).orElse("nothing");
            }
            return fault;
        };
        c.at("loads while another thread saves");
        for (String fault : Parallel.all(kit.patience(), List.of(writer, reader, reader))) {
            c.hold(fault.isEmpty(), "the whole content of one save", fault);
        }
    }

    /** Every save has a length and a byte of its own. */
    private static byte[] content(int i) {
        byte[] content = new byte[20_000 + i];
        Arrays.fill(content, (byte) i);
        return content;
    }

    private static String fault(byte[] loaded) {
        int i = loaded.length - 20_000;
        boolean whole = i >= 0 && i <= ROUNDS && Arrays.equals(content(i), loaded);
        return whole ? "" : loaded.length + " bytes of no single save";
    }

    static void interrupt(Clause c, StateStoreContract kit) throws Exception {
        c.mend("a channel that all calls share is closed by an interrupt: open it for each call, or keep the"
                + " interrupt from it");
        StateStore store = kit.create();
        String key = key();
        long before = save(c, store, key, bytes("before"), 0);
        c.at("save on an interrupted thread");
        Parallel.one(kit.patience(), () -> {
            Thread.currentThread().interrupt();
            try {
                return store.save(key, bytes("after"), before);
            } catch (AdapterException e) {
                return c.given(e.getMessage(), "a message");
            }
        });
        c.at("load on another thread after that save");
        Optional<Revision> loaded = store.load(key);
        String text = loaded.map(r -> new String(r.bytes(), java.nio.charset.StandardCharsets.UTF_8))
                .orElse("nothing");
        c.hold(List.of("before", "after").contains(text), "'before' or 'after'", text);
        save(c, store, key, bytes("next"), loaded.map(Revision::number).orElse(0L));
        holds(c, "content saved after it", store, key, bytes("next"));
    }

    static void durable(Clause c, StateStoreContract kit) {
        c.needs(Capability.DURABILITY);
        c.mend("content or numbers live in the object: keep both in the storage behind it");
        StateStore store = kit.create();
        String key = key();
        long first = save(c, store, key, bytes("first"), 0);
        StateStore again = kit.reopen();
        Revision loaded = holds(c, "load by a second store", again, key, bytes("first"));
        c.at("revision loaded by a second store");
        c.same(first, loaded.number());
        long second = save(c, again, key, bytes("second"), first);
        c.at("revision saved by a second store");
        c.hold(second > first, "above " + first, second);
        c.at("save by the first store that has not seen the second's");
        c.same(OptionalLong.empty(), store.save(key, bytes("late"), first));
        holds(c, "load by the first store", store, key, bytes("second"));
    }

    static void damaged(Clause c, StateStoreContract kit) {
        c.needs(Capability.DAMAGE);
        c.mend("content is not guarded by a checksum, or a load that finds damage cleans up: report it, and leave it"
                + " to a person");
        StateStore store = kit.create();
        String key = key();
        String other = key();
        save(c, store, key, bytes("content that will be damaged"), 0);
        save(c, store, other, bytes("sound"), 0);
        kit.damage(store, key);
        for (int i = 1; i <= 2; i++) {
            c.at("load " + i + " of damaged content");
            try {
                Optional<Revision> loaded = store.load(key);
                c.hold(false, "an AdapterException", loaded.isPresent() ? "a revision" : "empty");
            } catch (AdapterException e) {
                c.hold(String.valueOf(e.getMessage()).contains(key), "a message that names key " + key, e.getMessage());
            }
        }
        holds(c, "another key beside the damaged one", store, other, bytes("sound"));
    }

    static void crash(Clause c, StateStoreContract kit) {
        c.needs(Capability.CRASH);
        c.mend("a save overwrites the content before the new one is whole, or trips over what a broken one left"
                + " behind: write beside, flush, then swap");
        StateStore store = kit.create();
        String key = key();
        long first = save(c, store, key, content(1), 0);
        kit.breakOffNextSave(store);
        try {
            store.save(key, content(2), first);
        } catch (RuntimeException e) {
            c.at("a save that broke off: " + e.getMessage());
        }
        StateStore again = kit.reopen();
        c.at("load after a save that broke off");
        Revision loaded = c.given(again.load(key).orElse(null), "a revision");
        String fault = fault(loaded.bytes());
        c.hold(fault.isEmpty(), "the whole content of one save", fault);
        long next = save(c, again, key, content(3), loaded.number());
        c.at("revision of the save after the one that broke off");
        c.hold(next > loaded.number(), "above " + loaded.number(), next);
        holds(c, "content of the save after the one that broke off", again, key, content(3));
    }
}
