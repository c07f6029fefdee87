package io.headroom.simulation.strategy.frontier;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.OptionalDouble;
import java.util.SplittableRandom;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;

class FrontierTest {
    private static final Offset<Double> ROUNDING = within(1e-12);

    private static List<Double> safeties(List<Frontier.Place> places) {
        return places.stream().map(p -> p.point().safety()).toList();
    }

    @Test
    void beatenPointsAreLeftOut() {
        // 3 costs as much as 2 and violates more; 4 violates as much as 2 and costs more; 5 is beaten by 1 on both; 6
        // equals 1.
        Frontier frontier = Points.frontier("x", 1.2, 3, 1.5, 1, 1.5, 2, 1.7, 1, 1.3, 3.5, 1.2, 3, 2, 0);
        assertThat(safeties(frontier.curve())).containsExactly(1.0, 2.0, 7.0);
        assertThat(frontier.run()).hasSize(7);
        assertThat(frontier.cheapest().violationPercent()).isEqualTo(3);
        assertThat(frontier.safest().costRatio()).isEqualTo(2);
    }

    @Test
    void readsBetweenNeighboursAndNeverBeyondTheEnds() {
        Frontier frontier = Points.frontier("x", 2.0, 0.1, 1.0, 2.0, 1.5, 1.0);
        assertThat(frontier.costAt(1.5)).hasValueCloseTo(1.25, ROUNDING);
        assertThat(frontier.costAt(0.55)).hasValueCloseTo(1.75, ROUNDING);
        assertThat(frontier.costAt(2)).hasValue(1);
        assertThat(frontier.costAt(1)).hasValue(1.5);
        assertThat(frontier.costAt(0.1)).hasValue(2);
        assertThat(frontier.violationAt(1.25)).hasValueCloseTo(1.5, ROUNDING);
        assertThat(frontier.violationAt(1.9)).hasValueCloseTo(0.28, ROUNDING);
        assertThat(frontier.violationAt(1)).hasValue(2);
        assertThat(frontier.violationAt(2)).hasValue(0.1);
        for (double beyond : new double[] {0.0999, 2.0001, Double.NaN, Double.POSITIVE_INFINITY, -1}) {
            assertThat(frontier.costAt(beyond)).as("violation " + beyond).isEmpty();
        }
        for (double beyond : new double[] {0.999, 2.0001, Double.NaN, Double.POSITIVE_INFINITY, -1}) {
            assertThat(frontier.violationAt(beyond)).as("cost " + beyond).isEmpty();
        }
    }

    @Test
    void aSinglePointIsReadAtItselfAlone() {
        Frontier frontier = Points.frontier("x", 1.5, 0.2);
        Readings readings = Readings.of(frontier);
        assertThat(readings.costs())
                .containsExactly(
                        OptionalDouble.empty(), OptionalDouble.empty(), OptionalDouble.of(1.5), OptionalDouble.empty());
        assertThat(readings.violations())
                .containsExactly(
                        OptionalDouble.empty(),
                        OptionalDouble.empty(),
                        OptionalDouble.of(0.2),
                        OptionalDouble.empty(),
                        OptionalDouble.empty());
    }

    @Test
    void lawsOfRandomFrontiers() {
        for (long seed = 0; seed < 500; seed++) {
            SplittableRandom random = new SplittableRandom(seed);
            double[] figures = new double[2 * (1 + random.nextInt(12))];
            for (int i = 0; i < figures.length; i++) {
                // A coarse grid, so that ties occur.
                figures[i] = 1 + random.nextInt(8) / 4.0;
            }
            Frontier frontier = Points.frontier("x", figures);
            String replay = "seed " + seed;
            List<Frontier.Place> curve = frontier.curve();
            for (int i = 1; i < curve.size(); i++) {
                assertThat(curve.get(i).costRatio())
                        .as(replay)
                        .isGreaterThan(curve.get(i - 1).costRatio());
                assertThat(curve.get(i).violationPercent())
                        .as(replay)
                        .isLessThan(curve.get(i - 1).violationPercent());
                double middle = (curve.get(i).costRatio() + curve.get(i - 1).costRatio()) / 2;
                double violation = frontier.violationAt(middle).orElseThrow();
                assertThat(frontier.costAt(violation)).as(replay).hasValueCloseTo(middle, ROUNDING);
            }
            for (Frontier.Place place : frontier.run()) {
                boolean kept = curve.contains(place);
                boolean beaten = frontier.run().stream().anyMatch(p -> p.beats(place));
                boolean twin = curve.stream()
                        .anyMatch(p ->
                                p.costRatio() == place.costRatio() && p.violationPercent() == place.violationPercent());
                assertThat(kept || beaten || twin).as(replay).isTrue();
                assertThat(kept && beaten).as(replay).isFalse();
            }
        }
    }

    @Test
    void medianAndMeanAreOfTheSeries() {
        FrontierPoint point = FrontierPoint.of(
                0.9, List.of(Points.series("a", 1, 1.5), Points.series("b", 2, 1.25), Points.series("c", 6, 4)));
        assertThat(point.violationPercent(Statistic.MEDIAN)).isEqualTo(2);
        assertThat(point.violationPercent(Statistic.MEAN)).isEqualTo(3);
        assertThat(point.costRatio(Statistic.MEDIAN)).isEqualTo(1.5);
        assertThat(point.costRatio(Statistic.MEAN)).isEqualTo(2.25);
        assertThat(point.worst().series()).isEqualTo("c");
        assertThat(Statistic.MEDIAN.of(4, 1, 2, 3)).isEqualTo(2.5);
        assertThat(Statistic.MEAN.of(1e100, 1, -1e100)).isEqualTo(1 / 3.0);
        assertThat(Statistic.MEDIAN.of(1, Double.POSITIVE_INFINITY, Double.POSITIVE_INFINITY))
                .isInfinite();
    }

    @Test
    void groupsFollowTheClassOfTheDemand() {
        FrontierSweep sweep = Points.sweep("x", 7, 0.1, 1.5, 1, 2, 0.5);
        assertThat(sweep.points().get(0).within(SeriesGroup.ALL))
                .get()
                .extracting(p -> p.scores().size())
                .isEqualTo(7);
        assertThat(sweep.points().get(0).within(SeriesGroup.REGULAR))
                .get()
                .extracting(p -> p.scores().size())
                .isEqualTo(5);
        assertThat(sweep.points().get(0).within(SeriesGroup.BURSTY))
                .get()
                .extracting(p -> p.scores().stream().map(SeriesScore::series).toList())
                .isEqualTo(List.of("s2", "s5"));
        FrontierSweep regular = new FrontierSweep("y", Points.LEAD, Points.points(1, 1));
        assertThat(regular.frontier(SeriesGroup.BURSTY, Statistic.MEAN)).isEmpty();
        assertThat(sweep.only("s3"::equals))
                .get()
                .extracting(s -> s.points().get(1).scores().size())
                .isEqualTo(1);
        assertThat(sweep.only("nobody"::equals)).isEmpty();
        assertThat(sweep.leadMinutes()).isEqualTo(5);
    }

    @Test
    void whatIsEmptyOrTwiceIsRefused() {
        SeriesScore one = Points.series("a", 1, 1);
        assertThatThrownBy(() -> FrontierPoint.of(1, List.of())).hasMessageContaining("without a series");
        assertThatThrownBy(() -> FrontierPoint.of(1, List.of(one, one))).hasMessageContaining("series a of point 1.0");
        assertThatThrownBy(() -> FrontierPoint.of(Double.NaN, List.of(one)))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> Frontier.of("x", Statistic.MEAN, List.of())).hasMessageContaining("frontier of x");
        assertThatThrownBy(() -> new FrontierSweep("x", Points.LEAD, List.of())).hasMessageContaining("sweep of x");
        FrontierPoint point = Points.point(1, 1, 1);
        assertThatThrownBy(() -> new FrontierSweep("x", Points.LEAD, List.of(point, point)))
                .hasMessageContaining("2 points of 1 parameters");
        assertThatThrownBy(() -> Points.series(" ", 1, 1)).hasMessageContaining("blank");
        assertThatThrownBy(() -> Points.series("a", 1, Double.POSITIVE_INFINITY))
                .hasMessageContaining("cost ratio of a");
        assertThatThrownBy(Statistic.MEAN::of).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> Statistic.MEDIAN.of(1, Double.NaN)).isInstanceOf(IllegalArgumentException.class);
    }
}
