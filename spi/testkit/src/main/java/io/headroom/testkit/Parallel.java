package io.headroom.testkit;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** Runs work on threads of its own, which start together, and gives up on what hangs. */
final class Parallel {
    private Parallel() {}

    /** The same work on several threads. */
    static <T> List<T> run(int threads, Duration limit, Callable<T> work) throws Exception {
        return all(limit, Collections.nCopies(threads, work));
    }

    /** One call on a thread of its own. */
    static <T> T one(Duration limit, Callable<T> work) throws Exception {
        return run(1, limit, work).get(0);
    }

    /** Each work on a thread; the results in the same order, or the first exception. */
    static <T> List<T> all(Duration limit, List<Callable<T>> works) throws Exception {
        CyclicBarrier start = new CyclicBarrier(works.size());
        List<FutureTask<T>> tasks = new ArrayList<>();
        for (Callable<T> work : works) {
            FutureTask<T> task = new FutureTask<>(() -> {
                start.await();
                return work.call();
            });
            Thread thread = new Thread(task, "contract-parallel-" + tasks.size());
            thread.setDaemon(true);
            tasks.add(task);
            thread.start();
        }
        List<T> results = new ArrayList<>();
        for (FutureTask<T> task : tasks) {
            results.add(result(task, limit));
        }
        return results;
    }

    /** The result of a task that runs elsewhere, or its exception. */
    static <T> T result(FutureTask<T> task, Duration limit) throws Exception {
        try {
            return task.get(limit.toNanos(), TimeUnit.NANOSECONDS);
        } catch (TimeoutException e) {
            task.cancel(true);
            throw new IllegalStateException("the call still hung after " + limit, e);
        } catch (ExecutionException e) {
            if (e.getCause() instanceof Exception cause) {
                throw cause;
            }
            if (e.getCause() instanceof Error cause) {
                throw cause;
            }
            throw e;
        }
    }
}
