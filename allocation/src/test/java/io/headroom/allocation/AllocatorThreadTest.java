package io.headroom.allocation;

import static io.headroom.allocation.World.ONES;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.headroom.spi.AdapterException;
import io.headroom.spi.Telemetry;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** The allocator on a thread of its own. Latches have a patience of a minute, which a healthy run never needs. */
@Timeout(120)
class AllocatorThreadTest {
    private final World world = new World();
    private final AtomicReference<Thread> thread = new AtomicReference<>();
    private final AtomicInteger cycles = new AtomicInteger();

    private AllocatorBuilder every(Duration interval) {
        return world.allocator()
                .name("threaded")
                .policy(AllocationPolicy.builder()
                        .interval(interval)
                        .place(ONES)
                        .build())
                .listener(report -> {
                    thread.set(Thread.currentThread());
                    cycles.incrementAndGet();
                });
    }

    private static void await(CountDownLatch latch) throws InterruptedException {
        assertTrue(latch.await(1, TimeUnit.MINUTES), "still waiting after a minute");
    }

    @Test
    void cyclesRunUntilItIsClosed() throws InterruptedException {
        CountDownLatch five = new CountDownLatch(5);
        Allocator allocator =
                every(Duration.ofMillis(1)).listener(report -> five.countDown()).build();
        allocator.start();
        await(five);
        allocator.close();
        int before = cycles.get();
        assertFalse(thread.get().isAlive());
        assertEquals("headroom-threaded", thread.get().getName());
        assertTrue(thread.get().isDaemon());
        assertEquals(before, cycles.get());
        allocator.close();
    }

    @Test
    void theFirstCycleRunsAtOnceAndTheNextAfterTheInterval() throws InterruptedException {
        CountDownLatch first = new CountDownLatch(1);
        try (Allocator allocator =
                every(Duration.ofHours(1)).listener(report -> first.countDown()).build()) {
            allocator.start();
            await(first);
        }
        assertFalse(thread.get().isAlive(), "closing ends the wait for the next cycle");
        assertEquals(1, cycles.get());
    }

    @Test
    void aDefectInOneCycleDoesNotEndTheOthers() throws InterruptedException {
        CountDownLatch second = new CountDownLatch(1);
        AtomicInteger asked = new AtomicInteger();
        Allocator allocator = every(Duration.ofMillis(1))
                .clock(() -> {
                    if (asked.incrementAndGet() == 1) {
                        throw new IllegalStateException("no clock");
                    }
                    return world.now;
                })
                .listener(report -> second.countDown())
                .build();
        allocator.start();
        await(second);
        allocator.close();
        assertTrue(asked.get() >= 2);
    }

    @Test
    void itStartsOnceAndNotAfterItWasClosed() {
        Allocator allocator = every(Duration.ofHours(1)).build();
        allocator.start();
        String again =
                assertThrows(IllegalStateException.class, allocator::start).getMessage();
        assertTrue(again.startsWith("allocator 'threaded' was started before"), again);
        allocator.close();
        String closed =
                assertThrows(IllegalStateException.class, allocator::start).getMessage();
        assertTrue(closed.startsWith("allocator 'threaded' was closed before"), closed);
        Allocator never = every(Duration.ofHours(1)).build();
        never.close();
        assertThrows(IllegalStateException.class, never::start);
    }

    @Test
    void closingWaitsForTheCycleThatIsRunning() throws InterruptedException {
        CountDownLatch entered = new CountDownLatch(1);
        CountDownLatch goOn = new CountDownLatch(1);
        world.telemetry = t -> {
            entered.countDown();
            try {
                await(goOn);
            } catch (InterruptedException e) {
                throw new AdapterException("interrupted", e);
            }
            return t;
        };
        Allocator allocator =
                every(Duration.ofHours(1)).callTimeout(Duration.ofMinutes(1)).build();
        allocator.start();
        await(entered);
        Thread closer = new Thread(allocator::close);
        closer.start();
        assertTrue(closer.isAlive());
        assertEquals(0, cycles.get());
        goOn.countDown();
        closer.join(60_000);
        assertFalse(closer.isAlive());
        assertEquals(1, cycles.get());
    }

    @Test
    void anAdapterThatHangsIsInterruptedWhenPatienceEnds() throws InterruptedException {
        CountDownLatch entered = new CountDownLatch(1);
        CountDownLatch interrupted = new CountDownLatch(1);
        world.telemetry = t -> {
            entered.countDown();
            try {
                new CountDownLatch(1).await();
            } catch (InterruptedException e) {
                interrupted.countDown();
                throw new AdapterException("interrupted", e);
            }
            return t;
        };
        Allocator allocator =
                every(Duration.ofMillis(1)).callTimeout(Duration.ofMillis(20)).build();
        allocator.start();
        await(entered);
        allocator.close();
        await(interrupted);
    }

    @Test
    void aListenerMayCloseItsAllocator() throws InterruptedException {
        CountDownLatch closed = new CountDownLatch(1);
        AtomicReference<Allocator> self = new AtomicReference<>();
        Allocator allocator = every(Duration.ofMillis(1))
                .callTimeout(Duration.ofHours(1))
                .listener(report -> {
                    self.get().close();
                    closed.countDown();
                })
                .build();
        self.set(allocator);
        allocator.start();
        await(closed);
        thread.get().join(60_000);
        assertFalse(thread.get().isAlive());
        assertEquals(1, cycles.get());
    }

    @Test
    void theHostsThreadAndItsOwnExcludeEachOther() throws InterruptedException {
        AtomicInteger inside = new AtomicInteger();
        AtomicInteger most = new AtomicInteger();
        CountDownLatch many = new CountDownLatch(50);
        world.telemetry = t -> {
            most.accumulateAndGet(inside.incrementAndGet(), Math::max);
            Thread.onSpinWait();
            inside.decrementAndGet();
            many.countDown();
            return new Telemetry(t.completeUntil(), t.rates(), t.utilisation());
        };
        try (Allocator allocator = every(Duration.ofNanos(1)).build()) {
            allocator.start();
            while (many.getCount() > 0) {
                allocator.runOnce();
                allocator.preview();
            }
        }
        assertEquals(1, most.get());
    }
}
