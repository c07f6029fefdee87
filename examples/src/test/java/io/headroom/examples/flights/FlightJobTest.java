package io.headroom.examples.flights;

import static org.assertj.core.api.Assertions.assertThat;

import io.headroom.simulation.report.HtmlReport;
import java.time.Instant;
import java.time.InstantSource;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Two weeks of the main job, the storm among them. */
class FlightJobTest {
    private static final InstantSource CLOCK = InstantSource.fixed(Instant.parse("2026-01-01T00:00:00Z"));
    private static FlightResults results;

    @BeforeAll
    static void play() {
        results = new FlightJob(0.98, 14).run(CLOCK.instant(), CLOCK, done -> {});
    }

    @Test
    void headroomHasAtMostHalfTheViolationsOfTheHpaAtItsBestForLess() {
        StrategyScore hpa = results.safest("HPA");
        assertThat(hpa.violatedHours()).isPositive();
        assertThat(results.headroom().violatedHours() * 2).isLessThanOrEqualTo(hpa.violatedHours());
        assertThat(results.headroom().cost()).isLessThanOrEqualTo(hpa.cost());
    }

    @Test
    void theOracleIsTheCheapestWithoutViolations() {
        assertThat(results.oracle().violatedHours()).isZero();
        assertThat(results.baselines())
                .filteredOn(s -> s.violatedHours() == 0)
                .allMatch(s -> s.cost() >= results.oracle().cost());
    }

    @Test
    void everyCycleEndsAndNothingGoesWrong() {
        assertThat(HeadroomRun.failures(results.result())).isZero();
        assertThat(results.result().problems()).isEmpty();
        assertThat(results.flows()).isEqualTo(438);
        assertThat(results.records()).isEqualTo(328_521);
    }

    @Test
    void theForecastBeatsTheTrainingMeanByFar() {
        assertThat(results.error()).isLessThan(0.3);
    }

    @Test
    void theReportIsSelfContained() {
        String html = HtmlReport.render(FlightReport.of(results));
        assertThat(html).contains("winter storm").contains("HPA").contains("oracle");
        assertThat(html).doesNotContain("src=\"http").doesNotContain("href=\"http");
    }
}
