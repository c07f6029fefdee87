package io.headroom.testkit;

import com.sun.management.ThreadMXBean;
import io.headroom.core.SeriesKey;
import io.headroom.spi.Deadline;
import io.headroom.spi.FitRequest;
import io.headroom.spi.FittedModel;
import io.headroom.spi.Predictor;
import io.headroom.spi.Tracker;
import java.lang.management.ManagementFactory;
import java.time.Duration;
import java.util.TreeSet;
import java.util.concurrent.Callable;
import java.util.concurrent.FutureTask;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.Assumptions;

/**
 * Clauses of {@link PredictorContract} about time and memory. A time is the best of some attempts, so that a busy
 * machine does not make them fail.
 */
final class SpeedClauses {
    private static final int ATTEMPTS = 5;
    private static final Duration GRACE = Duration.ofMillis(100);
    private static final int MANY = 20_000;

    private SpeedClauses() {}

    static void allocatesNothing(Clause c, PredictorContract kit) {
        c.needs(Capability.ALLOCATION_FREE);
        c.mend("observe() makes an array, a boxed number or an iterator: keep its work space in the tracker");
        Assumptions.assumeTrue(
                ManagementFactory.getThreadMXBean() instanceof ThreadMXBean bean
                        && bean.isThreadAllocatedMemorySupported()
                        && bean.isThreadAllocatedMemoryEnabled(),
                "this Java machine does not count a thread's allocated bytes");
        ThreadMXBean counter = (ThreadMXBean) ManagementFactory.getThreadMXBean();
        Tracker tracker = FitClauses.fit(c, kit.create(), kit.request()).track(Samples.KEY);
        observe(tracker, MANY);
        long least = Long.MAX_VALUE;
        for (int attempt = 0; attempt < ATTEMPTS; attempt++) {
            long before = counter.getCurrentThreadAllocatedBytes();
            observe(tracker, MANY / 4);
            least = Math.min(least, counter.getCurrentThreadAllocatedBytes() - before);
        }
        c.at("bytes allocated by " + MANY / 4 + " observations");
        c.hold(least < MANY / 4, "less than one byte an observation", least);
    }

    static void constantTime(Clause c, PredictorContract kit) {
        c.mend("observe() goes through what was observed before: carry sums along in place of data");
        Predictor predictor = kit.create();
        FittedModel model = FitClauses.fit(c, predictor, kit.request());
        Tracker late = model.track(Samples.KEY);
        observe(late, MANY);
        Tracker early = model.track(Samples.KEY);
        long atStart = fastest(early);
        long atEnd = fastest(late);
        c.at("time of 50 observations after " + MANY + " others");
        // A constant absorbs the clock's own grain; time that grows with the history would be some eighty times longer.
        long bound = 10 * atStart + 20_000;
        c.hold(atEnd <= bound, "at most ten times that after none, " + bound + " ns", atEnd + " ns");
    }

    private static long fastest(Tracker tracker) {
        long best = Long.MAX_VALUE;
        for (int block = 0; block < 5; block++) {
            long start = System.nanoTime();
            observe(tracker, 50);
            best = Math.min(best, System.nanoTime() - start);
        }
        return best;
    }

    private static void observe(Tracker tracker, int times) {
        for (int i = 0; i < times; i++) {
            tracker.observe(i % 50 == 7 ? Double.NaN : Samples.LEVEL + i % 24);
        }
    }

    static void deadline(Clause c, PredictorContract kit) throws Exception {
        deadline(c, kit, FitRequest.of(Samples.KEY, kit.longHistory()));
    }

    /** The fit of a request without a deadline, given one. */
    static void deadline(Clause c, PredictorContract kit, FitRequest request) throws Exception {
        c.mend("the fit does not look at its deadline often enough: ask request.deadline().expired() in the innermost"
                + " loop that is longer than a few milliseconds, and step down a rung");
        Predictor predictor = kit.create();
        for (Duration budget : new Duration[] {Duration.ZERO, Duration.ofMillis(50)}) {
            String what = "fit of " + text(request) + " within " + budget;
            Duration over = best(() -> {
                long start = System.nanoTime();
                FitRequest timed = request.withDeadline(Deadline.after(budget));
                FittedModel model = Parallel.one(kit.patience(), () -> predictor.fit(timed));
                long elapsed = System.nanoTime() - start;
                alive(c, what, request, model);
                return Duration.ofNanos(elapsed).minus(budget);
            });
            c.at(what + ": time after the deadline");
            c.hold(over.compareTo(GRACE) <= 0, GRACE + " or less in the best of " + ATTEMPTS + " attempts", over);
        }
    }

    private static String text(FitRequest request) {
        int n = request.series().size();
        return n == 1 ? request.single().toString() : n + " series like " + request.single();
    }

    static void interrupt(Clause c, PredictorContract kit) throws Exception {
        interrupt(c, kit, FitRequest.of(Samples.KEY, kit.longHistory()));
    }

    /** The fit of a request without a deadline, interrupted before it begins and on its way. */
    static void interrupt(Clause c, PredictorContract kit, FitRequest request) throws Exception {
        c.mend("the fit swallows the interrupt, or does not see it: ask Thread.currentThread().isInterrupted(), which"
                + " keeps it set, wherever the deadline is asked");
        Predictor predictor = kit.create();
        String what = "fit of " + text(request);
        Duration before = best(() -> {
            long start = System.nanoTime();
            FittedModel model = Parallel.one(kit.patience(), () -> {
                Thread.currentThread().interrupt();
                FittedModel fitted = predictor.fit(request);
                c.at("interrupt flag after the fit");
                c.hold(Thread.currentThread().isInterrupted(), "still set", "cleared");
                return fitted;
            });
            Duration elapsed = Duration.ofNanos(System.nanoTime() - start);
            alive(c, what + " on an interrupted thread", request, model);
            return elapsed;
        });
        c.at(what + " on an interrupted thread: time");
        c.hold(before.compareTo(GRACE) <= 0, GRACE + " or less in the best of " + ATTEMPTS + " attempts", before);
        Duration during = best(() -> interruptedHalfWay(c, kit, predictor, request));
        c.at(what + ", interrupted after 20 ms: time from there");
        c.hold(during.compareTo(GRACE) <= 0, GRACE + " or less in the best of " + ATTEMPTS + " attempts", during);
    }

    /** How long a fit goes on after an interrupt that comes 20 ms after its start; negative if it was done before. */
    private static Duration interruptedHalfWay(Clause c, PredictorContract kit, Predictor predictor, FitRequest request)
            throws Exception {
        AtomicLong end = new AtomicLong();
        FutureTask<FittedModel> task = new FutureTask<>(() -> {
            FittedModel model = predictor.fit(request);
            end.set(System.nanoTime());
            return model;
        });
        Thread thread = new Thread(task, "contract-interrupted");
        thread.setDaemon(true);
        thread.start();
        long wake = System.nanoTime() + 20_000_000;
        while (!task.isDone() && System.nanoTime() < wake) {
            LockSupport.parkNanos(1_000_000);
        }
        long sent = System.nanoTime();
        thread.interrupt();
        FittedModel model = Parallel.result(task, kit.patience());
        alive(c, "fit that was interrupted half-way", request, model);
        return Duration.ofNanos(end.get() - sent);
    }

    private static Duration best(Callable<Duration> attempt) throws Exception {
        Duration best = attempt.call();
        for (int i = 1; i < ATTEMPTS && best.compareTo(GRACE) > 0; i++) {
            Duration next = attempt.call();
            best = next.compareTo(best) < 0 ? next : best;
        }
        return best;
    }

    private static void alive(Clause c, String where, FitRequest request, FittedModel model) {
        c.at(where);
        c.given(model, "a model");
        c.given(model.rung(), "a rung");
        Figures.sound(c, where, model.forecast(2));
        c.at(where + ", keys()");
        c.same(request.series().keySet(), model.keys());
        SeriesKey last = new TreeSet<>(request.series().keySet()).last();
        Figures.sound(c, where + ", forecast of " + last, model.track(last).forecast(2));
    }
}
