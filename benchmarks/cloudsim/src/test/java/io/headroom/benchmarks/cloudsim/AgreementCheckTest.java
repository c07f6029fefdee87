package io.headroom.benchmarks.cloudsim;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.List;
import org.junit.jupiter.api.Test;

class AgreementCheckTest {
    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();

    private int run(String... args) {
        return AgreementCheck.run(new PrintWriter(out), new PrintWriter(err), args);
    }

    @Test
    void aDayAgreesWithinFivePercentAndHasSomethingToAgreeOn() {
        Trial trial = new Trial(2, 1440);
        DayFigures own = OwnDay.run(trial);
        assertThat(own.violations()).isBetween(0.2, 3.0);
        assertThat(own.moves()).isGreaterThan(500);
        assertThat(run("--seed", "2")).as("%s%s", out, err).isZero();
        assertThat(out.toString()).contains("violations_pct", "unit_steps", "moves", "cost", "agree=true");
    }

    /** Machines that take more than twice as long as the policy plans with. */
    @Test
    void aCloudThatIsSlowerThanPlannedDoesNotAgree() {
        assertThat(run("--steps", "240", "--shortest-boot", "700", "--longest-boot", "800"))
                .isEqualTo(1);
        assertThat(out.toString()).contains("agree=false");
    }

    @Test
    void badArgumentsAreTold() {
        for (List<String> wrong : List.of(
                List.of("--steps", "59"),
                List.of("--tolerance", "-1"),
                List.of("--tolerance", "NaN"),
                List.of("--shortest-boot", "300"),
                List.of("--seed", "x"))) {
            assertThat(run(wrong.toArray(String[]::new))).as("%s", wrong).isEqualTo(2);
        }
        assertThat(err.toString()).contains("--steps 59 must lie in [60, 14400]");
    }

    @Test
    void aDifferenceIsAShareOfTheLargerFigure() {
        DayFigures.Line line =
                new DayFigures(1, 90, 0, 2).beside(new DayFigures(1, 100, 0, 1)).get(1);
        assertThat(line.difference()).isEqualTo(0.1);
        assertThat(line.within(0.1)).isTrue();
        assertThat(line.within(0.09)).isFalse();
        assertThat(line.toString()).startsWith("unit_steps").endsWith("10.000 %");
    }
}
