package io.headroom.simulation.strategy;

import static org.junit.jupiter.api.Assertions.assertAll;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.Test;

/**
 * The published figures of the baselines on real demand: two weeks of a web server's requests per minute.
 *
 * <p>Needs the folder of public data sets, which is no part of the repository: point the environment variable
 * {@code HEADROOM_SHARED} or the system property {@code headroom.shared} to {@code ../shared}. Without it the test is
 * skipped with a message; {@link BaselineReferenceTest} covers the same code on synthetic demand.
 */
class FrontierReferenceTest {

    private static final String DATA = "data/nasa_http/nasa_http_1min.csv.gz";
    private static final Map<Integer, Double> ORACLE = Map.of(1, 227_882.0, 5, 268_381.0, 15, 302_905.0);

    /** Lead in minutes, target, strategy, violation %, unit-steps paid, cost ratio, moves, reversals per unit-day. */
    private static final String TABLE = """
         1 0.5 hpa                  0.496 476761 2.0921 18100 44.082
         1 0.7 hpa                  4.157 341107 1.4969 12946 44.081
         1 0.7 tracking             6.637 330823 1.4517  4732 10.851
         1 0.7 tracking-predictive  2.857 360387 1.5815  2870  4.939
         5 0.5 hpa                  1.310 483137 1.8002 16962 40.234
         5 0.5 tracking             2.758 471748 1.7578  6941 11.196
         5 0.5 tracking-predictive  0.268 509193 1.8973  4166  5.025
         5 0.7 hpa                  7.202 345988 1.2892 12154 40.296
         5 0.7 tracking             8.720 335534 1.2502  5034 11.150
         5 0.7 tracking-predictive  3.294 363689 1.3551  2970  5.028
        15 0.7 hpa                 12.758 359936 1.1883 10022 29.801
        15 0.7 tracking            13.512 351313 1.1598  5199 10.522
        15 0.7 tracking-predictive  4.494 373269 1.2323  3053  4.676
         1 0.7 static-peak          0.506 917280 4.0252     0  0.000
         5 0.7 static-peak          0.506 917280 3.4178     0  0.000
        15 0.7 static-peak          0.506 917280 3.0283     0  0.000
        """;

    @Test
    void everyPublishedFigureIsReproduced() throws IOException {
        Optional<Path> shared = Optional.ofNullable(System.getProperty("headroom.shared"))
                .or(() -> Optional.ofNullable(System.getenv("HEADROOM_SHARED")))
                .map(Path::of);
        assumeTrue(
                shared.isPresent(),
                "SKIPPED: the published figures were not checked; set HEADROOM_SHARED to the folder of public data");
        EvaluationPlan plan = EvaluationPlan.of(requests(shared.orElseThrow().resolve(DATA)), Duration.ofMinutes(1));
        int[] need = OraclePlan.need(plan.evaluated(), plan.unitCapacity(), 1);
        assertAll(
                () -> assertEquals(20_160, plan.series().size()),
                () -> assertEquals(10_080, plan.firstStep()),
                () -> assertEquals(3.07526, plan.unit(), 5e-6),
                () -> assertEquals(DemandClass.BURSTY, plan.demandClass()),
                () -> assertEquals(201_430, Arrays.stream(need).sum()),
                () -> assertEquals(147, Arrays.stream(need).max().orElseThrow()));
        assertAll(TABLE.lines().map(row -> () -> check(plan, row.strip())));
        assertAll(ORACLE.entrySet().stream().map(lead -> () -> checkOracle(plan, lead.getKey(), lead.getValue())));
    }

    private static void check(EvaluationPlan plan, String row) {
        String[] cells = row.split(" +", -1);
        int lead = Integer.parseInt(cells[0]);
        double target = Double.parseDouble(cells[1]);
        ScalingStrategy strategy = BaselineReferenceTest.strategy(cells[2]);
        ReplayRun run = FleetReplay.run(plan, strategy, Duration.ofMinutes(lead), target);
        RunScore score = RunScore.of(run, ScoreSettings.of(plan, lead));
        String reproduced = String.format(
                Locale.ROOT,
                "%d %.1f %s %.3f %d %.4f %d %.3f",
                lead,
                target,
                strategy.name(),
                score.violationPercent(),
                score.cost(),
                score.costRatio(),
                score.moves(),
                score.reversalsPerUnitDay());
        assertEquals(String.join(" ", cells), reproduced);
    }

    private static void checkOracle(EvaluationPlan plan, int lead, double cost) {
        ReplayRun run = FleetReplay.run(plan, OracleStrategy.of(plan), Duration.ofMinutes(lead), 1);
        RunScore score = RunScore.of(run, ScoreSettings.of(plan, lead));
        assertEquals(cost, score.oracleCost());
        assertEquals(cost, (double) score.cost(), "the oracle's run pays what the oracle costs");
        assertEquals(0, score.violationPercent());
        assertEquals(1, score.movesRatio());
    }

    private static double[] requests(Path file) throws IOException {
        try (BufferedReader reader = new BufferedReader(
                new InputStreamReader(new GZIPInputStream(Files.newInputStream(file)), StandardCharsets.UTF_8))) {
            Stream<String[]> rows = reader.lines().skip(1).map(line -> line.split(",", -1));
            return rows.filter(row -> row[0].compareTo("1995-07-05T04:00:00Z") >= 0)
                    .filter(row -> row[0].compareTo("1995-07-19T04:00:00Z") < 0)
                    .mapToDouble(row -> row[1].isEmpty() ? Double.NaN : Double.parseDouble(row[1]))
                    .toArray();
        }
    }
}
