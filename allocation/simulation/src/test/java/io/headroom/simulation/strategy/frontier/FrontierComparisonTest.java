package io.headroom.simulation.strategy.frontier;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.headroom.simulation.report.FrontierChart;
import io.headroom.simulation.report.HtmlReport;
import io.headroom.simulation.report.Report;
import io.headroom.simulation.strategy.frontier.FrontierComparison.Claim;
import java.time.Duration;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class FrontierComparisonTest {
    private static final double[] GOOD = {1.1, 4, 1.3, 1, 1.6, 0.2, 2, 0.01};
    private static final double[] POOR = {1.3, 4.5, 1.6, 2, 2.2, 0.3, 3, 0.02};

    private static FrontierComparison compare(FrontierSweep a, FrontierSweep b, SeriesGroup group) {
        return FrontierComparison.of(a, b, group, PairedBootstrap.standard()).orElseThrow();
    }

    @Test
    void aWinOfEverySeriesIsSignificant() {
        FrontierComparison c =
                compare(Points.sweep("good", 12, 0.2, GOOD), Points.sweep("poor", 12, 0.2, POOR), SeriesGroup.ALL);
        assertThat(c.claim()).isEqualTo(Claim.SIGNIFICANT);
        assertThat(c.series()).isEqualTo(12);
        assertThat(c.medians().holds()).isTrue();
        assertThat(c.means().holds()).isTrue();
        // Three of the four points of poor lie between 0.05 and 5 %, each with a cheaper and a safer rival.
        assertThat(c.pairs()).hasSize(6).allMatch(PairClaim::holds);
        assertThat(c.pairs().get(0).a().safety()).isEqualTo(1);
        assertThat(c.pairs().get(1).a().safety()).isEqualTo(2);
        assertThat(c.moves()).hasSize(3);
        assertThat(c.reached(Statistic.MEAN)).isEmpty();
    }

    @Test
    void theOtherWayRoundThereIsNothingToClaim() {
        FrontierComparison c =
                compare(Points.sweep("poor", 12, 0.2, POOR), Points.sweep("good", 12, 0.2, GOOD), SeriesGroup.ALL);
        assertThat(c.claim()).isEqualTo(Claim.NONE);
        assertThat(c.reached(Statistic.MEDIAN)).isNotEmpty();
        assertThat(c.pairs()).noneMatch(PairClaim::holds);
    }

    @Test
    void fewSeriesAreSaidToBeFew() {
        FrontierSweep good = Points.sweep("good", 12, 0.2, GOOD);
        FrontierSweep poor = Points.sweep("poor", 12, 0.2, POOR);
        FrontierComparison c = compare(good, poor, SeriesGroup.BURSTY);
        assertThat(c.series()).isEqualTo(4);
        assertThat(c.claim()).isEqualTo(Claim.TOO_FEW_SERIES);
        assertThat(FrontierText.bySeries(good, poor, SeriesGroup.BURSTY).lines())
                .hasSize(5)
                .anyMatch(line -> line.contains("s11") && line.contains("dominates"));
    }

    @Test
    void aWinOfSomeSeriesOnlyIsNotSignificant() {
        List<FrontierPoint> points = new ArrayList<>();
        FrontierSweep poor = Points.sweep("poor", 9, 0.2, POOR);
        for (FrontierPoint p : poor.points()) {
            List<SeriesScore> scores = new ArrayList<>();
            for (int k = 0; k < p.scores().size(); k++) {
                double factor = k == 4 ? 0.8 : 1.0;
                scores.add(new SeriesScore(
                        "s" + k,
                        Points.score(
                                p.scores().get(k).score().violationPercent() * factor,
                                p.scores().get(k).score().costRatio() * factor,
                                p.scores().get(k).score().demandClass())));
            }
            points.add(FrontierPoint.of(p.safety(), scores));
        }
        FrontierComparison c = compare(new FrontierSweep("middle", Points.LEAD, points), poor, SeriesGroup.ALL);
        assertThat(c.medians().holds()).isTrue();
        assertThat(c.claim()).isEqualTo(Claim.NOT_SIGNIFICANT);
    }

    @Test
    void sweepsMustBeOfOneLeadAndTheSameSeries() {
        FrontierSweep good = Points.sweep("good", 3, 0.2, GOOD);
        FrontierSweep late = new FrontierSweep("late", Duration.ofMinutes(15), good.points());
        PairedBootstrap bootstrap = PairedBootstrap.standard();
        assertThatThrownBy(() -> FrontierComparison.of(good, late, SeriesGroup.ALL, bootstrap))
                .hasMessageContaining("PT5M and PT15M");
        FrontierSweep other = Points.sweep("other", 4, 0.2, POOR);
        assertThatThrownBy(() -> FrontierComparison.of(good, other, SeriesGroup.ALL, bootstrap))
                .hasMessageContaining("points of 3 and 4 series");
        FrontierSweep regular = new FrontierSweep("x", Points.LEAD, Points.points(1, 1));
        assertThat(FrontierComparison.of(regular, regular, SeriesGroup.BURSTY, bootstrap))
                .isEmpty();
    }

    @Test
    void seriesArePairedByName() {
        FrontierSweep a = Points.sweep("a", 5, 0.2, 1.5, 1);
        List<SeriesScore> turned = new ArrayList<>(a.points().get(0).scores());
        java.util.Collections.reverse(turned);
        FrontierSweep b = new FrontierSweep("b", Points.LEAD, List.of(FrontierPoint.of(1, turned)));
        PairClaim claim =
                PairClaim.of(PairClaim.Gain.COST, a.points().get(0), b.points().get(0), PairedBootstrap.standard());
        assertThat(claim.costMean().interval()).contains(new PairedBootstrap.Interval(0, 0));
    }

    @Test
    void theTextSaysAllOfIt() {
        FrontierSweep good = Points.sweep("good", 12, 0.2, GOOD);
        FrontierSweep poor = Points.sweep("poor", 12, 0.2, POOR);
        assertThat(FrontierText.comparison(compare(good, poor, SeriesGroup.ALL)))
                .contains("good over poor, lead 5 min, all (12 series): dominates, significantly")
                .contains("median: of 4 points of poor 4 dominated")
                .contains("cheaper")
                .contains("holds")
                .contains("moves / oracle");
        assertThat(FrontierText.comparison(compare(poor, good, SeriesGroup.ALL)))
                .contains("does not dominate")
                .contains("on or below: good 2 at 1.300 x, 1.000 %");
        String readings = FrontierText.readings(List.of(good, poor));
        assertThat(readings.lines().filter(line -> line.startsWith("lead 5 min")))
                .containsExactly(
                        "lead 5 min, all (12 series), median",
                        "lead 5 min, all (12 series), mean",
                        "lead 5 min, regular (8 series), median",
                        "lead 5 min, regular (8 series), mean",
                        "lead 5 min, bursty (4 series), median",
                        "lead 5 min, bursty (4 series), mean");
        assertThat(readings).contains("cost at 0.5%").contains("viol. at 1.37").contains("1.300");
    }

    @Test
    void chartsAreByLeadAndGroup() {
        FrontierSweep good = Points.sweep("good", 12, 0.2, GOOD);
        FrontierSweep late = new FrontierSweep("good", Duration.ofMinutes(15), Points.points(1.5, 1, 1.5, 2));
        List<FrontierChart> charts = FrontierCharts.of(List.of(late, good), Statistic.MEDIAN);
        assertThat(charts.stream().map(FrontierChart::title))
                .containsExactly(
                        "Lead 5 min, all (12 series), median",
                        "Lead 5 min, regular (8 series), median",
                        "Lead 5 min, bursty (4 series), median",
                        "Lead 15 min, all (1 series), median",
                        "Lead 15 min, regular (1 series), median");
        assertThat(charts.get(3).curves().get(0).points()).containsExactly(new FrontierChart.Point("1", 1.5, 1));
        Report.Builder report = Report.builder("Frontiers", ZoneOffset.UTC);
        charts.forEach(report::section);
        assertThat(HtmlReport.render(report.build())).contains("Lead 15 min, all");
    }
}
