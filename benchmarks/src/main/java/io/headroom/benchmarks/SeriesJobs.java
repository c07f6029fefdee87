package io.headroom.benchmarks;

import java.io.PrintWriter;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/** Threads for work on series. One piece that fails is told of and does not stop the others. Used by one thread. */
final class SeriesJobs implements AutoCloseable {
    private final String name;
    private final PrintWriter err;
    private final ExecutorService executor;

    /**
     * Starts threads.
     *
     * @param name the command, for messages
     * @param threads pieces of work at once, 1 or more
     * @param err takes failures
     */
    SeriesJobs(String name, int threads, PrintWriter err) {
        this.name = name;
        this.err = err;
        this.executor = Executors.newFixedThreadPool(threads);
    }

    <R> Future<R> submit(Callable<R> work) {
        return executor.submit(work);
    }

    /** What came of a piece of work, waiting for it; empty if it threw a runtime exception, which is told of. */
    <R> Optional<R> result(String series, Future<R> future) {
        try {
            return Optional.of(future.get());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(name + " was interrupted", e);
        } catch (ExecutionException e) {
            if (e.getCause() instanceof RuntimeException failure) {
                err.println(name + ": series '" + series + "' failed: " + Failures.of(failure));
                return Optional.empty();
            }
            throw new IllegalStateException(e.getCause());
        }
    }

    /** Stops what still runs. */
    @Override
    public void close() {
        executor.shutdownNow();
    }
}
