package io.headroom.benchmarks;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Exit status 2, one line on standard error that names what is wrong, nothing on standard output. */
class BadArgumentsTest {
    @TempDir
    Path folder;

    private static void assertRefused(Bench run, String... words) {
        assertThat(run.status()).as(run.toString()).isEqualTo(2);
        assertThat(run.out()).isEmpty();
        assertThat(run.err()).hasSize(1);
        assertThat(run.err().get(0)).startsWith("headroom-bench").contains(words);
    }

    @Test
    void aMissingOrUnknownCommandIsNamed() {
        assertRefused(
                Bench.run(),
                "a command is missing",
                "forecast, track, allocate, frontier, pairs, anomalies, scale, regions, jmh");
        assertRefused(Bench.run("frontiers", "--in", "x.csv"), "unknown command 'frontiers'");
        assertRefused(Bench.run("--in", "x.csv"), "--in");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    negative.csv     | line 3         | 'temperature' | -0.5
                    no_number.csv    | line 3         | 'A'           | 'ten'
                    other_header.csv | header         | t,time        | series,t,value
                    cut_short.csv    | cut_short.csv  | line 2        | fields
                    nowhere.csv      | nowhere.csv    | no such file  | read
                    """)
    void aBrokenInputIsNamedWithItsLine(String file, String first, String second, String third) {
        Path in = file.equals("nowhere.csv") ? folder.resolve(file) : Bench.file(file);
        Bench run = Bench.run(
                "forecast", "--in", in, "--out", folder.resolve("out.csv"), "--horizon", 2, "--predictor", "naive");
        assertRefused(run, first, second, third);
        assertThat(folder.resolve("out.csv")).doesNotExist();
    }

    @Test
    void aColumnThatIsNotWantedMayBeNegative() {
        Path out = folder.resolve("out.csv");
        Bench.run(
                        "forecast",
                        "--in",
                        Bench.file("negative.csv"),
                        "--series",
                        "demand",
                        "--out",
                        out,
                        "--horizon",
                        2,
                        "--predictor",
                        "naive")
                .done();
        assertThat(out).exists();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    --predictor=psychic      | psychic
                    --horizon=0              | --horizon is 0
                    --horizon=few            | few
                    --every=0                | --every is 0
                    --threads=-1             | --threads is -1
                    --quantiles=0.9,0.1      | rise
                    --quantiles=0.5,1        | (0, 1)
                    --quantiles=half         | half
                    --periods=168,24         | 24
                    --periods=1              | 1
                    --deadline-ms=-5         | --deadline-ms is -5
                    --series=A,nobody        | nobody
                    --speed=9                | --speed
                    """)
    void anOptionOfForecastIsNamed(String option, String word) {
        List<Object> args = new ArrayList<>(
                List.of("forecast", "--in", Bench.file("long.csv"), "--out", folder.resolve("out.csv"), option));
        if (!option.startsWith("--horizon")) {
            args.add("--horizon=2");
        }
        if (!option.startsWith("--predictor")) {
            args.add("--predictor=naive");
        }
        assertRefused(Bench.run(args.toArray()), word);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    --window=6      | L:W
                    --window=6:0    | window length
                    --window=a:b    | a:b
                    --stride=0      | --stride is 0
                    --warmup=0      | --warmup is 0
                    """)
    void anOptionOfTrackIsNamed(String option, String word) {
        List<Object> args = new ArrayList<>(List.of(
                "track",
                "--in",
                Bench.file("wide.csv"),
                "--out",
                folder.resolve("out.csv"),
                "--horizon=2",
                "--predictor=naive",
                option));
        if (!option.startsWith("--stride")) {
            args.add("--stride=1");
        }
        if (!option.startsWith("--warmup")) {
            args.add("--warmup=5");
        }
        assertRefused(Bench.run(args.toArray()), word);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    --strategy=luck         | luck
                    --strategy=hpa          | needs --safety
                    --safety=0              | --safety is 0
                    --safety=1.5            | --safety is 1.5
                    --step=PT0S             | --step is PT0S
                    --step=minute           | minute
                    --lead=-PT1M            | --lead is PT-1M
                    --start=0               | --start is 0
                    --units=UNITS           | unit_capacity
                    --predictor=psychic     | psychic
                    """)
    void anOptionOfAllocateIsNamed(String option, String word) {
        List<Object> args = new ArrayList<>(List.of(
                "allocate",
                "--in",
                Bench.file("hourly.csv"),
                "--out",
                folder.resolve("out.csv"),
                option.replace("UNITS", Bench.file("steps.csv").toString())));
        for (String given : List.of("--strategy=headroom", "--step=PT1H", "--lead=PT1H", "--safety=0.9")) {
            String name = given.substring(0, given.indexOf('=') + 1);
            boolean dropSafety = option.equals("--strategy=hpa") && name.equals("--safety=");
            if (!option.startsWith(name) && !dropSafety) {
                args.add(given);
            }
        }
        assertRefused(Bench.run(args.toArray()), word);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    --strategies=luck         | luck
                    --strategies=hpa,hpa      | --strategies has hpa twice
                    --safeties=0              | safety parameter 0.0 of hpa
                    --safeties=0.5,1.5        | safety parameter 1.5 of hpa
                    --safeties=0.5,0.5        | --safeties has 0.5 twice
                    --targets=2               | safety parameter 2.0 of hpa
                    --step=PT0S               | --step is PT0S
                    --step=PT1H,PT1M          | --step has 2 values for 1 files
                    --leads=-PT1M             | PT-1M
                    --start=0                 | --start is 0
                    --rows=9                  | --rows is 9
                    --rows=9:3                | --rows is 9:3
                    --rows=a:b                | --rows is a:b
                    --runs=paper              | paper
                    --compare=luck            | --compare names luck
                    --also=UNITS              | header
                    --units=UNITS             | unit_capacity
                    --series=nobody           | nobody
                    --predictor=psychic       | psychic
                    """)
    void anOptionOfFrontierIsNamed(String option, String word) {
        List<Object> args = new ArrayList<>(List.of(
                "frontier",
                "--in",
                Bench.file("hourly.csv"),
                "--out",
                folder.resolve("out"),
                option.replace("UNITS", Bench.file("steps.csv").toString())));
        for (String given : List.of("--strategies=hpa,headroom", "--step=PT1H", "--safeties=0.9")) {
            if (!option.startsWith(given.substring(0, given.indexOf('=') + 1))) {
                args.add(given);
            }
        }
        assertRefused(Bench.run(args.toArray()), word);
        assertThat(folder.resolve("out")).doesNotExist();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    negative.csv     | --threshold=0    | --threshold is 0
                    negative.csv     | --threshold=high | high
                    no_number.csv    | --threshold=5    | 'ten'
                    other_header.csv | --threshold=5    | header
                    nowhere.csv      | --threshold=5    | no such file
                    """)
    void anInputOrOptionOfAnomaliesIsNamed(String file, String option, String word) {
        Path in = file.equals("nowhere.csv") ? folder.resolve(file) : Bench.file(file);
        Path out = folder.resolve("out.csv");
        assertRefused(Bench.run("anomalies", "--in", in, "--out", out, option), word);
        assertThat(out).doesNotExist();
    }

    @Test
    void aFolderThatIsNotThereIsNamed() {
        Bench run = Bench.run(
                "forecast",
                "--in",
                Bench.file("long.csv"),
                "--out",
                folder.resolve("no/out.csv"),
                "--horizon",
                2,
                "--predictor",
                "naive");
        assertRefused(run, "folder of --out");
    }

    @Test
    void whatJmhDoesNotKnowIsRefusedBeforeItRuns() {
        assertRefused(Bench.run("jmh", "--nonsense"), "nonsense");
        assertRefused(Bench.run("jmh", "-f", "many"), "many");
    }

    @Test
    void helpIsNoError() {
        for (String command : List.of("forecast", "track", "allocate", "frontier", "anomalies")) {
            Bench run = Bench.run(command, "--help").done();
            assertThat(run.out().get(0)).contains("Usage: headroom-bench " + command);
        }
        assertThat(Bench.run("-h").done().out()).anyMatch(line -> line.contains("jmh"));
        assertThat(Files.exists(folder.resolve("out.csv"))).isFalse();
    }
}
