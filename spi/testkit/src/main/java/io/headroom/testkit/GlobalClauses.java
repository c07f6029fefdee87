package io.headroom.testkit;

import io.headroom.core.Flow;
import io.headroom.core.RateSeries;
import io.headroom.core.SeriesKey;
import io.headroom.spi.FitRequest;
import io.headroom.spi.FittedModel;
import io.headroom.spi.Predictor;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ForkJoinPool;
import java.util.concurrent.ForkJoinWorkerThread;
import java.util.concurrent.FutureTask;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.Stream;

/** Clauses of {@link GlobalPredictorContract} about trainings: seed, unseen and short series, time, threads. */
final class GlobalClauses {
    private static final int MANY = 60;
    private static final SeriesKey SHORT = SeriesKey.transactions(Flow.of("sa-east", "eu-west", "api"));
    private static final Duration REST = Duration.ofSeconds(1);

    private GlobalClauses() {}

    static void seeded(Clause c, GlobalPredictorContract kit) {
        c.mend("a random number is drawn in an order that is not the request's, or by a generator that outlives the"
                + " fit: make one from request.seed() in each fit, and take series in the order of their keys");
        for (long seed : new long[] {11, 0, -1, Long.MIN_VALUE}) {
            FitRequest request = kit.request(kit.several()).withSeed(seed);
            Predictor predictor = kit.create();
            FittedModel first = FitClauses.fit(c, predictor, request);
            FittedModel second = FitClauses.fit(c, predictor, request);
            FittedModel other = FitClauses.fit(c, kit.create(), request);
            for (SeriesKey key : request.series().keySet()) {
                String what = "seed " + seed + ", " + key;
                Figures.sound(c, what, first.track(key).forecast(4));
                Figures.identical(
                        c,
                        what + ", second fit",
                        first.track(key).forecast(4),
                        second.track(key).forecast(4));
                Figures.identical(
                        c,
                        what + ", fit of a second predictor",
                        first.track(key).forecast(4),
                        other.track(key).forecast(4));
            }
        }
    }

    /** Lengths of histories that hold no whole season. */
    private static int[] lengths(PredictorContract kit) {
        return new int[] {1, Math.min(3, kit.period() - 1), kit.period() / 2};
    }

    static void shortSeries(Clause c, GlobalPredictorContract kit) {
        c.mend("a window is cut from a history that is shorter, or a lag reaches before its start: begin where the"
                + " history begins, and learn nothing from a series without room for a window");
        for (int length : lengths(kit)) {
            Map<SeriesKey, RateSeries> series = kit.several();
            RateSeries brief = Samples.times(Samples.regular(length, kit.period()), 50);
            series.put(SHORT, brief);
            FittedModel model = FitClauses.fit(c, kit.create(), kit.request(series));
            String what = "series of " + length + " steps beside longer ones";
            c.at(what + ", nextIndex()");
            c.same(brief.endIndex(), model.track(SHORT).nextIndex());
            kit.level(c, what, model.track(SHORT).forecast(kit.period() + 1), brief.rate(length - 1));
            kit.level(
                    c,
                    "series beside one of " + length + " steps",
                    model.track(Samples.KEY).forecast(2),
                    Samples.LEVEL);
        }
    }

    static void coldStart(Clause c, GlobalPredictorContract kit) {
        c.mend("the state of an unseen series is only usable after a whole window: begin with its first rate as its"
                + " level, and with what an unknown name stands for");
        FittedModel model = FitClauses.fit(c, kit.create(), kit.request(kit.several()));
        Figures.sound(
                c,
                "forecast of an unseen series without history",
                model.track(Samples.OTHER, Samples.series()).forecast(kit.period() + 1));
        for (int length : lengths(kit)) {
            RateSeries brief = Samples.times(Samples.regular(length, kit.period()), 50);
            kit.level(
                    c,
                    "forecast of an unseen series after " + length + " steps",
                    model.track(Samples.OTHER, brief).forecast(kit.period() + 1),
                    brief.rate(length - 1));
        }
    }

    /** Many long series, without a deadline. */
    static FitRequest many(GlobalPredictorContract kit) {
        Map<SeriesKey, RateSeries> series = new TreeMap<>();
        for (int i = 0; i < MANY; i++) {
            SeriesKey key = SeriesKey.transactions(Flow.of("region-" + i, "hub", "api"));
            series.put(key, Samples.times(kit.longHistory(), 1 + i));
        }
        return kit.request(series);
    }

    static void leavesNoThread(Clause c, GlobalPredictorContract kit) throws Exception {
        c.mend("an executor of the fit is not shut down: close it in a finally block, also when time is up");
        FitRequest request = kit.request(kit.several());
        Predictor predictor = kit.create();
        c.at("fit");
        // Whatever a library starts once and keeps is there after a first fit.
        Parallel.one(kit.patience(), () -> predictor.fit(request));
        ThreadGroup group = new ThreadGroup("contract-fit");
        FutureTask<FittedModel> task = new FutureTask<>(() -> predictor.fit(request));
        Thread thread = new Thread(group, task, "contract-fit");
        thread.setDaemon(true);
        thread.start();
        Parallel.result(task, kit.patience());
        thread.join();
        long end = System.nanoTime() + REST.toNanos();
        while (!running(group).isEmpty() && System.nanoTime() < end) {
            LockSupport.parkNanos(1_000_000);
        }
        c.at("threads that the fit started and that run on, " + REST + " after its end");
        c.same(List.of(), running(group));
    }

    /** Names of the threads of a group; those of the common pool are everybody's. */
    private static List<String> running(ThreadGroup group) {
        Thread[] threads = new Thread[group.activeCount() + 8];
        int n = group.enumerate(threads);
        return Stream.of(threads)
                .limit(n)
                .filter(t ->
                        !(t instanceof ForkJoinWorkerThread worker && worker.getPool() == ForkJoinPool.commonPool()))
                .map(Thread::getName)
                .toList();
    }

    static void unseenAfterRestore(Clause c, GlobalPredictorContract kit) {
        c.mend("what the model learned for unknown names is not written: write all of its parameters, not those of the"
                + " fitted series alone");
        FittedModel model = FitClauses.fit(c, kit.create(), kit.request(kit.several()));
        FittedModel restored = kit.create().restore(model.snapshot());
        for (int length : new int[] {1, 2 * kit.period()}) {
            RateSeries history = Samples.times(Samples.regular(length, kit.period()), 50);
            SnapshotClauses.alike(
                    c,
                    "unseen series after " + length + " steps, tracked by the restored model",
                    model.track(Samples.OTHER, history),
                    restored.track(Samples.OTHER, history));
        }
    }
}
