package io.headroom.allocation;

import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executor;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReferenceArray;
import org.jspecify.annotations.Nullable;

/**
 * Does independent parts of a piece of work on the caller's thread and on threads that a host lends. Who does which part, and when, makes no
 * difference to what comes of it; of parts that fail, the first in order is reported. The caller waits only for parts that somebody has
 * begun: if no thread is free, or the executor refuses, it does them all. Nothing runs any more once {@link #each} is over, but for
 * tasks that find nothing left to do. Immutable and thread-safe.
 */
final class Crew {
    /** The caller alone. */
    static final Crew ALONE = new Crew(Runnable::run, 1);

    /** Parts are this large at least: a smaller one takes less than handing it over. */
    private static final int SMALLEST = 64;

    /** Parts for each thread, so that one that is slow does not keep the others waiting. */
    private static final int PARTS = 16;

    private final Executor executor;
    private final int threads;

    Crew(Executor executor, int threads) {
        this.executor = executor;
        this.threads = threads;
    }

    /** A range of numbers, the end not included. */
    @FunctionalInterface
    interface Part {
        void run(int from, int to);
    }

    /** Covers the numbers below a size by parts, each number once. */
    void each(int size, Part part) {
        int length = Math.max(SMALLEST, size / (threads * PARTS) + 1);
        int parts = (size + length - 1) / length;
        if (threads == 1 || parts <= 1) {
            part.run(0, size);
            return;
        }
        Job job = new Job(size, length, parts, part);
        for (int i = 1; i < Math.min(threads, parts); i++) {
            try {
                executor.execute(job);
            } catch (RejectedExecutionException e) {
                break;
            }
        }
        job.run();
        job.await();
    }

    /** Parts that are there for whoever comes first. */
    private static final class Job implements Runnable {
        private final int size;
        private final int length;
        private final Part part;
        private final AtomicInteger next = new AtomicInteger();
        private final CountDownLatch left;
        private final AtomicReferenceArray<@Nullable Throwable> failures;

        Job(int size, int length, int parts, Part part) {
            this.size = size;
            this.length = length;
            this.part = part;
            this.left = new CountDownLatch(parts);
            this.failures = new AtomicReferenceArray<>(parts);
        }

        @Override
        public void run() {
            for (int i = next.getAndIncrement(); i < failures.length(); i = next.getAndIncrement()) {
                try {
                    part.run(i * length, Math.min(size, (i + 1) * length));
                } catch (RuntimeException | Error e) {
                    failures.set(i, e);
                } finally {
                    left.countDown();
                }
            }
        }

        void await() {
            boolean interrupted = false;
            while (left.getCount() > 0) {
                try {
                    left.await();
                } catch (InterruptedException e) {
                    interrupted = true;
                }
            }
            if (interrupted) {
                Thread.currentThread().interrupt();
            }
            for (int i = 0; i < failures.length(); i++) {
                Throwable failure = failures.get(i);
                if (failure instanceof RuntimeException e) {
                    throw e;
                }
                if (failure instanceof Error e) {
                    throw e;
                }
            }
        }
    }
}
