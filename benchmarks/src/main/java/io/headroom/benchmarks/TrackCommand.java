package io.headroom.benchmarks;

import io.headroom.benchmarks.SeriesRuns.Outcome;
import io.headroom.benchmarks.SeriesRuns.Outcomes;
import io.headroom.benchmarks.data.CsvOutput;
import io.headroom.benchmarks.data.SeriesFile;
import io.headroom.core.Window;
import io.headroom.spi.Predictor;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Fits the first part of each series, then observes the rest one step at a time and forecasts at regular origins. */
@Command(
        name = "track",
        description = {
            "Fits the first N points of every series, then observes one at a time and forecasts H steps at each K-th origin.",
            "Writes series,origin,step,mean,q... ; an origin is the number of points observed before the forecast: N, N + K, "
                    + "... below the length of the series. With --window one more row for each origin, step max, for the "
                    + "maximum over steps L+1 to L+W ahead; its column mean holds the median of the maximum. update_ns_mean is "
                    + "the time to observe one point, forecast_us_mean that to forecast and read all rows of an origin."
        })
final class TrackCommand implements Callable<Integer> {
    @Mixin
    private InputOptions input = new InputOptions();

    @Mixin
    private ModelOptions model = new ModelOptions();

    @Option(names = "--warmup", required = true, paramLabel = "N", description = "Points that are fitted.")
    private int warmup;

    @Option(names = "--horizon", required = true, paramLabel = "H", description = "Steps to forecast.")
    private int horizon;

    @Option(names = "--stride", required = true, paramLabel = "K", description = "Points from one origin to the next.")
    private int stride;

    @Option(
            names = "--window",
            paramLabel = "L:W",
            converter = LeadWindow.class,
            description = "Forecast also the maximum over steps L+1 to L+W ahead.")
    private @Nullable Window window;

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Override
    public Integer call() {
        input.atLeast(warmup, 1, "--warmup");
        input.atLeast(horizon, 1, "--horizon");
        input.atLeast(stride, 1, "--stride");
        Predictor predictor = model.predictor();
        CommandLine command = spec.commandLine();
        SeriesFile file = input.read();
        SeriesRuns runs = new SeriesRuns(spec.name(), input.threads(), command.getErr());
        SeriesModels models = new SeriesModels(
                predictor, model, file.series(), rates -> rates.slice(0, Math.min(warmup, rates.length())));
        TrackRun run = new TrackRun(
                models, model, new TrackRun.Schedule(warmup, horizon, stride, Optional.ofNullable(window)));
        try (CsvOutput out = CsvOutput.open(input.out())) {
            out.row(ForecastTable.header(model.quantiles(), "series", "origin"));
            Outcomes<TrackRun.Result> outcomes = runs.run(file.series(), run::track);
            for (Outcome<TrackRun.Result> o : outcomes.all()) {
                o.result().ifPresent(r -> r.write(out, o.series().name()));
            }
            models.summarise(summary(predictor, outcomes)).print(command.getOut());
            return outcomes.failed() == 0 ? CommandLine.ExitCode.OK : CommandLine.ExitCode.SOFTWARE;
        }
    }

    private static Summary summary(Predictor predictor, Outcomes<TrackRun.Result> outcomes) {
        TrackRun.Times total = new TrackRun.Times();
        outcomes.results().forEach(r -> total.add(r.times()));
        return new Summary()
                .put("predictor", predictor.name())
                .put("series", outcomes.all().size())
                .put("origins", total.forecasts())
                .put("update_ns_mean", total.updateNanosMean())
                .put("forecast_us_mean", total.forecastNanosMean() / 1e3)
                .put("fit_ms_mean", total.fitNanosMean() / 1e6)
                .put("failed", outcomes.failed())
                .put("wall_s", outcomes.wallSeconds());
    }
}
