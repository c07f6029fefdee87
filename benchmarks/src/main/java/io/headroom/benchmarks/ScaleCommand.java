package io.headroom.benchmarks;

import io.headroom.core.RateForecast;
import io.headroom.core.RateSeries;
import io.headroom.core.TimeGrid;
import io.headroom.spi.FittedModel;
import io.headroom.spi.Predictor;
import io.headroom.spi.Tracker;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.concurrent.Callable;
import java.util.stream.IntStream;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** Tracks many flows at once and measures one tick of all of them. */
@Command(
        name = "scale",
        description = {
            "Fits made hourly series of 40 days, tracks many flows by turns with these models, and measures ticks: every flow "
                    + "observes one rate, and every hundredth forecasts 24 steps and reads four quantiles of each.",
            "tick_s is the longest of the ticks; heap_mib is what is in use after a collection, all trackers alive."
        })
final class ScaleCommand implements Callable<Integer> {
    private static final int LENGTH = 960;
    private static final int DAY = 24;
    private static final int HORIZON = 24;
    private static final int DUE = 100;
    private static final double[] QUANTILES = {0.5, 0.9, 0.95, 0.99};

    @Mixin
    private ModelOptions model = new ModelOptions();

    @Option(names = "--flows", required = true, paramLabel = "N", description = "Flows to track.")
    private int flows;

    @Option(
            names = "--models",
            defaultValue = "1000",
            paramLabel = "M",
            description = "Series to fit, at most N (default: ${DEFAULT-VALUE}).")
    private int models;

    @Option(
            names = "--ticks",
            defaultValue = "3",
            paramLabel = "K",
            description = "Ticks to measure (default: ${DEFAULT-VALUE}).")
    private int ticks;

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Override
    public Integer call() {
        positive(flows, "--flows");
        positive(models, "--models");
        positive(ticks, "--ticks");
        Predictor predictor = model.predictor();
        List<FittedModel> fitted = IntStream.range(0, Math.min(models, flows))
                .parallel()
                .mapToObj(i -> predictor.fit(model.request(series(i))))
                .toList();
        List<Tracker> trackers = new ArrayList<>(flows);
        for (int i = 0; i < flows; i++) {
            FittedModel one = fitted.get(i % fitted.size());
            trackers.add(one.track(one.keys().iterator().next()));
        }
        double longest = 0;
        double sum = 0;
        for (int tick = 0; tick < ticks; tick++) {
            long start = System.nanoTime();
            sum += tick(trackers, tick);
            longest = Math.max(longest, (System.nanoTime() - start) / 1e9);
        }
        System.gc();
        Runtime runtime = Runtime.getRuntime();
        double heap = (runtime.totalMemory() - runtime.freeMemory()) / 1048576.0;
        new Summary()
                .put("predictor", predictor.name())
                .put("flows", trackers.size())
                .put("tick_s", longest)
                .put("heap_mib", heap)
                .put("mean_quantile", sum / ticks)
                .print(spec.commandLine().getOut());
        return CommandLine.ExitCode.OK;
    }

    private void positive(int value, String option) {
        if (value < 1) {
            throw new ParameterException(spec.commandLine(), option + " is " + value + ", but must be 1 or more");
        }
    }

    /** The mean of the quantiles that were read. */
    private static double tick(List<Tracker> trackers, int tick) {
        return IntStream.range(0, trackers.size())
                .parallel()
                .mapToDouble(i -> {
                    Tracker tracker = trackers.get(i);
                    tracker.observe(100 + 50 * StrictMath.sin(2 * Math.PI * tracker.nextIndex() / DAY) + i % 7);
                    return i % DUE == tick % DUE ? read(tracker.forecast(HORIZON)) : Double.NaN;
                })
                .filter(value -> !Double.isNaN(value))
                .average()
                .orElse(0);
    }

    private static double read(RateForecast forecast) {
        double sum = 0;
        for (int step = 1; step <= HORIZON; step++) {
            for (double p : QUANTILES) {
                sum += forecast.quantile(step, p);
            }
        }
        return sum / (HORIZON * QUANTILES.length);
    }

    /** A day with noise, lower on two days of the week. */
    private static RateSeries series(int seed) {
        SplittableRandom random = new SplittableRandom(seed);
        double[] rates = new double[LENGTH];
        for (int t = 0; t < LENGTH; t++) {
            double wave = 1 + 0.5 * StrictMath.sin(2 * Math.PI * t / DAY);
            double week = t / DAY % 7 >= 5 ? 0.7 : 1;
            rates[t] = Math.max(0, 100 * wave * week + 10 * random.nextGaussian());
        }
        return RateSeries.of(TimeGrid.of(Duration.ofHours(1)), 0, rates);
    }
}
