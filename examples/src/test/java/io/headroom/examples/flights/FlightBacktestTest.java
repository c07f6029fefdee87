package io.headroom.examples.flights;

import static org.assertj.core.api.Assertions.assertThat;

import io.headroom.forecasting.backtest.BacktestResult;
import io.headroom.forecasting.backtest.Score;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

/** The backtest on a few routes. */
class FlightBacktestTest {
    @Test
    void smoothingBeatsTheLastHourAndTheWeekBefore() {
        List<Integer> progress = new ArrayList<>();
        BacktestResult result = new FlightBacktest(List.of("naive", "ets"), 5, 14)
                .run(FlightRecords.bundled(), (done, total) -> progress.add(done));
        assertThat(result.best().label()).isEqualTo("ets");
        assertThat(result.baseline().label()).isEqualTo("seasonal-naive");
        assertThat(result.origins()).isEqualTo(5 * 14);
        assertThat(result.best().failures()).isEmpty();
        assertThat(result.best().scores().points()).isEqualTo(5 * 14 * 24);
        assertThat(result.best().scores().get(Score.COVERAGE)).isBetween(0.9, 1.0);
        assertThat(result.skill("ets", Score.WQL)).isGreaterThan(0.1);
        assertThat(progress).containsExactly(1, 2, 3, 4, 5);
    }

    @Test
    void theCommandPrintsTheTableAndWritesThePage(@TempDir Path folder) throws Exception {
        StringWriter printed = new StringWriter();
        Path page = folder.resolve("sub/backtest.html");
        int status = new CommandLine(new BacktestCommand())
                .setOut(new PrintWriter(printed))
                .execute("--routes", "2", "--days", "2", "--predictors", "naive", "--out", page.toString());
        assertThat(status).isZero();
        assertThat(printed.toString())
                .contains("rank  predictor")
                .contains("seasonal-naive")
                .contains("2 series");
        assertThat(Files.readString(page))
                .contains("predictors compared")
                .doesNotContain("http://")
                .doesNotContain("<script");
    }

    @Test
    void optionsThatCannotBeAreRefusedInWords() {
        for (String[] options :
                new String[][] {{"--predictors", "oracle-at-delphi"}, {"--routes", "0"}, {"--days", "400"}}) {
            StringWriter printed = new StringWriter();
            int status = new CommandLine(new BacktestCommand())
                    .setErr(new PrintWriter(printed))
                    .execute(options);
            assertThat(status).isEqualTo(CommandLine.ExitCode.USAGE);
            assertThat(printed.toString()).contains(options[1], "must", "Maybe");
        }
    }
}
