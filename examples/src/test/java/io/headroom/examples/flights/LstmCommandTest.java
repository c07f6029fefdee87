package io.headroom.examples.flights;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

/** The network's example, on a few routes and days. */
class LstmCommandTest {
    @Test
    void itTrainsComparesAndDrawsTheLearningCurve(@TempDir Path folder) throws Exception {
        StringWriter printed = new StringWriter();
        Path page = folder.resolve("lstm.html");
        int status = new CommandLine(new LstmCommand())
                .setOut(new PrintWriter(printed))
                .execute("--routes", "3", "--days", "2", "--predictors", "naive", "--out", page.toString());
        assertThat(status).isZero();
        assertThat(printed.toString()).contains("rank  predictor", "lstm", "seasonal-naive", "3 series");
        assertThat(Files.readString(page))
                .contains("Learning curve", "held out", "training steps", "Forecasts of lstm", "LSTM(")
                .doesNotContain("<script");
    }

    @Test
    void optionsThatCannotBeAreRefusedInWords() {
        StringWriter printed = new StringWriter();
        int status = new CommandLine(new LstmCommand())
                .setErr(new PrintWriter(printed))
                .execute("--routes", "0");
        assertThat(status).isEqualTo(CommandLine.ExitCode.USAGE);
        assertThat(printed.toString()).contains("number of routes", "must", "Maybe");
    }
}
