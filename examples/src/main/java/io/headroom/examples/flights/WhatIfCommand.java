package io.headroom.examples.flights;

import io.headroom.core.Flow;
import io.headroom.core.RateSeries;
import io.headroom.core.SeriesKey;
import io.headroom.forecasting.Predictors;
import io.headroom.forecasting.TransactionPredictor;
import io.headroom.simulation.report.HtmlReport;
import io.headroom.simulation.whatif.WhatIf;
import io.headroom.simulation.whatif.WhatIfResult;
import io.headroom.spi.PredictionService;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** The command line of a what-if run: the recorded flights against three policies. */
@Command(
        name = "what-if",
        mixinStandardHelpOptions = true,
        description = "Replays recorded flights against other policies: violations, cost and moves side by side.")
public final class WhatIfCommand implements Callable<Integer> {
    private static final int HOURS_A_WEEK = 7 * 24;

    @Option(
            names = "--days",
            defaultValue = "7",
            description = "Days to play after the five weeks that are learned from (default: ${DEFAULT-VALUE}).")
    private int days;

    @Option(names = "--out", description = "Also write a report there, as HTML.")
    private @Nullable Path out;

    @Spec
    private CommandSpec spec = CommandSpec.create();

    /** For the command line parser. */
    public WhatIfCommand() {}

    @Override
    public Integer call() throws IOException {
        WhatIfResult result = run();
        PrintWriter print = spec.commandLine().getOut();
        print.print(result.table());
        if (out != null) {
            HtmlReport.write(
                    result.report("Flights out of New York: what if?", FlightRecords.NEW_YORK, 3)
                            .build(),
                    out);
            print.println("The report: " + out.toAbsolutePath());
        }
        print.flush();
        return 0;
    }

    private WhatIfResult run() {
        Map<Flow, RateSeries> year = FlightTraffic.year(FlightRecords.bundled());
        FlightScenario scenario = new FlightScenario(year.keySet());
        return WhatIf.of(year, FlightScenario.demandModel())
                .from(FlightJob.LEARNED_UNTIL)
                .until(FlightJob.LEARNED_UNTIL.plus(Duration.ofDays(days)))
                .predictions(WhatIfCommand::learned)
                .prices(FlightScenario.prices(), "$")
                .policy("quantile 0.98", scenario.policy(0.98))
                .policy("quantile 0.90", scenario.policy(0.90))
                .policy(
                        "0.90, down only every 3 h",
                        scenario.policy(0.90, rules -> rules.downCooldown(Duration.ofHours(3))))
                .build()
                .run();
    }

    /** The same hour of the week before is quick to learn, and the same in every run. */
    private static PredictionService learned(Map<SeriesKey, RateSeries> history) {
        TransactionPredictor predictor = TransactionPredictor.builder(FlightScenario.GRID)
                .predictor(Predictors.seasonalNaive(HOURS_A_WEEK))
                .executor(Runnable::run)
                .build();
        predictor.learn(history);
        return predictor;
    }
}
