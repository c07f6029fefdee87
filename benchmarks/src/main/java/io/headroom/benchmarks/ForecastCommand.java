package io.headroom.benchmarks;

import io.headroom.benchmarks.SeriesRuns.Outcomes;
import io.headroom.benchmarks.data.CsvOutput;
import io.headroom.benchmarks.data.NamedSeries;
import io.headroom.benchmarks.data.SeriesFile;
import io.headroom.core.RateForecast;
import io.headroom.spi.Predictor;
import java.util.LongSummaryStatistics;
import java.util.concurrent.Callable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Forecasts the steps after the end of each series. */
@Command(
        name = "forecast",
        description = {
            "Fits every series of a file and forecasts the steps after its end.",
            "Writes series,step,mean,q... . A series whose fit throws, or whose forecast has a number that is not finite or "
                    + "quantiles that cross, counts as failed and has no rows. ms_per_series covers fitting, forecasting and "
                    + "reading the quantiles, nothing else; the first series also pay for the compilation of the code, which --rounds "
                    + "leaves out. A global predictor is fitted once, to all series together; fit_s is the time that took."
        })
final class ForecastCommand implements Callable<Integer> {
    @Mixin
    private InputOptions input = new InputOptions();

    @Mixin
    private ModelOptions model = new ModelOptions();

    @Option(names = "--horizon", required = true, paramLabel = "N", description = "Steps to forecast.")
    private int horizon;

    @Option(
            names = "--rounds",
            defaultValue = "1",
            paramLabel = "N",
            description = "Times to do all of it; the last is written and timed. Default: 1.")
    private int rounds;

    @Spec
    private CommandSpec spec = CommandSpec.create();

    /** The forecast of one series and the time it took. */
    private record Result(ForecastTable table, long nanos) {}

    @Override
    public Integer call() {
        input.atLeast(horizon, 1, "--horizon");
        input.atLeast(rounds, 1, "--rounds");
        Predictor predictor = model.predictor();
        CommandLine command = spec.commandLine();
        SeriesFile file = input.read();
        SeriesRuns runs = new SeriesRuns(spec.name(), input.threads(), command.getErr());
        try (CsvOutput out = CsvOutput.open(input.out())) {
            out.row(ForecastTable.header(model.quantiles(), "series"));
            SeriesModels models = new SeriesModels(predictor, model, file.series(), rates -> rates);
            for (int round = 1; round < rounds; round++) {
                runs.run(file.series(), series -> forecast(models, series));
            }
            Outcomes<Result> outcomes = runs.run(file.series(), series -> forecast(models, series));
            outcomes.all()
                    .forEach(o -> o.result()
                            .ifPresent(r -> r.table().write(out, o.series().name())));
            models.summarise(summary(predictor, outcomes)).print(command.getOut());
            return outcomes.failed() == 0 ? CommandLine.ExitCode.OK : CommandLine.ExitCode.SOFTWARE;
        }
    }

    private Result forecast(SeriesModels models, NamedSeries series) {
        long start = System.nanoTime();
        RateForecast forecast = models.tracker(series).forecast(horizon);
        ForecastTable table = ForecastTable.read(forecast, horizon, model.quantiles());
        long nanos = System.nanoTime() - start;
        return new Result(table.checked(), nanos);
    }

    private static Summary summary(Predictor predictor, Outcomes<Result> outcomes) {
        LongSummaryStatistics nanos =
                outcomes.results().stream().mapToLong(Result::nanos).summaryStatistics();
        return new Summary()
                .put("predictor", predictor.name())
                .put("series", outcomes.all().size())
                .put("failed", outcomes.failed())
                .put("wall_s", outcomes.wallSeconds())
                .put("ms_per_series_mean", nanos.getAverage() / 1e6)
                .put("ms_per_series_max", nanos.getCount() == 0 ? 0 : nanos.getMax() / 1e6);
    }
}
