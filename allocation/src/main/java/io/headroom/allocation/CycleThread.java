package io.headroom.allocation;

import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Drives cycles on a daemon thread of its own. Thread-safe. */
final class CycleThread {
    private static final Logger LOG = LoggerFactory.getLogger(CycleThread.class);

    private final String name;
    private final Supplier<Duration> interval;
    private final Runnable cycle;
    private final CountDownLatch closed = new CountDownLatch(1);
    private @Nullable Thread thread;

    CycleThread(String name, Supplier<Duration> interval, Runnable cycle) {
        this.name = name;
        this.interval = interval;
        this.cycle = cycle;
    }

    synchronized void start() {
        boolean over = closed.getCount() == 0;
        if (thread != null || over) {
            throw new IllegalStateException("allocator '" + name + "' was " + (over ? "closed" : "started") + " before."
                    + System.lineSeparator() + "Maybe a second one should be built.");
        }
        thread = new Thread(this::run, "headroom-" + name);
        thread.setDaemon(true);
        thread.start();
    }

    /** The interval is counted from the start of a cycle; one that takes longer is followed by the next at once. */
    private void run() {
        try {
            long wait = 0;
            while (!closed.await(wait, TimeUnit.NANOSECONDS)) {
                long begun = System.nanoTime();
                contained();
                wait = interval.get().toNanos() - (System.nanoTime() - begun);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** An exception would end the thread, so a defect is logged and the next cycle tries again. */
    private void contained() {
        try {
            cycle.run();
        } catch (RuntimeException e) {
            LOG.error("allocator {}: a cycle failed", name, e);
        }
    }

    /** Waits for the cycle that is running, unless it is the one that calls, and interrupts it when patience ends. */
    void close(Duration patience) {
        closed.countDown();
        Thread running = thread();
        if (running == null || running == Thread.currentThread()) {
            return;
        }
        try {
            running.join(Math.max(1, patience.toMillis()));
            if (running.isAlive()) {
                running.interrupt();
            }
        } catch (InterruptedException e) {
            running.interrupt();
            Thread.currentThread().interrupt();
        }
    }

    private synchronized @Nullable Thread thread() {
        return thread;
    }
}
