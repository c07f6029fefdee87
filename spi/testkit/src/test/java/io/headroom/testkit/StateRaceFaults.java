package io.headroom.testkit;

import static io.headroom.testkit.StateFaults.row;

import io.headroom.spi.AdapterException;
import io.headroom.spi.Revision;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * State stores that are wrong on several threads. Each waits once, for a while, so that its fault shows on every
 * machine.
 */
final class StateRaceFaults {
    private StateRaceFaults() {}

    static List<BrokenDouble> rows() {
        return List.of(
                row("S9", "comparing and saving are two steps", TwoSteps::new),
                row("S10", "content is overwritten in place", InPlace::new),
                row("S11", "an interrupt closes the store", Closing::new));
    }

    private static final class TwoSteps extends MemoryStateStore {
        private final AtomicInteger compared = new AtomicInteger();

        @Override
        public OptionalLong save(String key, byte[] bytes, long expected) {
            long number = load(key).map(Revision::number).orElse(0L);
            if (number == expected && Company.onThreadOfKit()) {
                compared.incrementAndGet();
                Company.await(() -> compared.get() > 1);
                super.save(key, bytes, load(key).map(Revision::number).orElse(0L));
                return OptionalLong.of(number + 1);
            }
            return super.save(key, bytes, expected);
        }
    }

    private static final class InPlace extends MemoryStateStore {
        private final AtomicInteger loads = new AtomicInteger();
        private boolean waited;

        @Override
        public Optional<Revision> load(String key) {
            Optional<Revision> loaded = super.load(key);
            loads.incrementAndGet();
            return loaded;
        }

        @Override
        byte[] kept(byte[] given) {
            if (Company.onThreadOfKit() && !waited) {
                waited = true;
                disk.replaceAll((key, entry) -> new Entry(entry.number, half(entry.bytes, given)));
                int before = loads.get();
                Company.await(() -> loads.get() > before + 4);
            }
            return super.kept(given);
        }

        private static byte[] half(byte[] before, byte[] after) {
            byte[] mixed = Arrays.copyOf(before, after.length);
            System.arraycopy(after, 0, mixed, 0, after.length / 2);
            return mixed;
        }
    }

    private static final class Closing extends MemoryStateStore {
        private volatile boolean closed;

        @Override
        public Optional<Revision> load(String key) {
            if (closed) {
                throw new AdapterException("the channel is closed");
            }
            return super.load(key);
        }

        @Override
        public OptionalLong save(String key, byte[] bytes, long expected) {
            closed |= Thread.currentThread().isInterrupted();
            if (closed) {
                throw new AdapterException("the channel was closed by an interrupt");
            }
            return super.save(key, bytes, expected);
        }
    }
}
