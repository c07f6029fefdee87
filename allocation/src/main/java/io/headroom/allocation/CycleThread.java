package io.headroom.allocation;

import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Drives cycles on a daemon thread of its own. Thread-safe. */
final class CycleThread {
    private static final Logger LOG = LoggerFactory.getLogger(CycleThread.class);

    private static final Duration LONGEST = Duration.ofDays(36_500);

    private final String name;
    private final Supplier<Duration> interval;
    private final Runnable cycle;
    private final Supplier<Duration> poll;
    private final BooleanSupplier look;
    private final CountDownLatch closed = new CountDownLatch(1);
    private @Nullable Thread thread;

    /**
     * A thread that is not started yet.
     *
     * @param interval time from one cycle to the next
     * @param cycle runs one
     * @param poll time from one look between cycles to the next; zero: none is taken
     * @param look takes one, and says whether it ran a cycle
     */
    CycleThread(
            String name, Supplier<Duration> interval, Runnable cycle, Supplier<Duration> poll, BooleanSupplier look) {
        this.name = name;
        this.interval = interval;
        this.cycle = cycle;
        this.poll = poll;
        this.look = look;
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
            boolean due = true;
            long begun = 0;
            long wait = 0;
            while (!closed.await(wait, TimeUnit.NANOSECONDS)) {
                long now = System.nanoTime();
                boolean triggered = contained(due ? this::cycled : look);
                begun = due || triggered ? now : begun;
                long ended = System.nanoTime();
                long left = nanos(interval.get()) - (ended - begun);
                long pause = nanos(poll.get());
                long next = pause - (ended - now);
                due = pause == 0 || left <= next;
                wait = due ? left : next;
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** Centuries count as one: they are too long for a number of nanoseconds. */
    private static long nanos(Duration duration) {
        return duration.compareTo(LONGEST) < 0 ? duration.toNanos() : LONGEST.toNanos();
    }

    private boolean cycled() {
        cycle.run();
        return true;
    }

    /** An exception would end the thread, so a defect is logged and the next cycle tries again. */
    private boolean contained(BooleanSupplier step) {
        try {
            return step.getAsBoolean();
        } catch (RuntimeException e) {
            LOG.error("allocator {}: a cycle failed", name, e);
            return false;
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
