package io.headroom.simulation.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;

class ReportValuesTest {

    private static final double NAN = Double.NaN;
    private static final TimeAxis THREE =
            TimeAxis.regular(Instant.parse("2013-02-08T00:00:00Z"), Duration.ofHours(1), 3);

    @Test
    void unequalLengthsAreRefused() {
        refused(() -> forecast(Samples.of(1, 2), Samples.of(1, 2, 3), 0.9), "actual of \"F\" has 2 points", "has 3");
        refused(
                () -> forecast(Samples.of(1, 2, 3), Samples.of(1, 2, 3, 4), 0.9),
                "mean of \"F\" has 4 points",
                "has 3");
        refused(() -> capacity(Samples.of(1, 2, 3), Samples.of(1, 2)), "usable of \"C\" has 2 points", "has 3");
    }

    @Test
    void infinityIsRefusedEverywhere() {
        refused(() -> Samples.of(1, Double.POSITIVE_INFINITY), "sample 1 is Infinity", "finite number or NaN");
        refused(() -> new FrontierChart.Point("p", NAN, 1), "cost ratio of point \"p\" is NaN");
        refused(() -> new DecisionLog.Reason("cap", 1, NAN, ""), "number after rule cap is NaN");
    }

    @Test
    void capacityMayNotBeMissingOrNegative() {
        refused(() -> capacity(Samples.of(1, 2, 3), Samples.of(1, NAN, 3)), "usable of \"C\"", "2013-02-08T01:00:00Z");
        refused(() -> capacity(Samples.of(1, 2, -3), Samples.of(1, 2, 3)), "demand of \"C\" is -3.0", "at least 0");
        assertThat(capacity(Samples.of(1, NAN, 3), Samples.of(1, 2, 3)).judged())
                .isEqualTo(2);
    }

    @Test
    void aBandIsWholeAndOrdered() {
        Samples three = Samples.of(1, 2, 3);
        refused(() -> forecast(three, Samples.of(1, NAN, 3), three, three), "mean NaN, lower 2.0", "all three or none");
        refused(() -> forecast(three, three, Samples.of(1, 2, 4), three), "lower 4.0 above upper 3.0");
        refused(() -> forecast(three, three, 98), "level of \"F\" is 98.0", "above 0 and below 1");
    }

    @Test
    void timesIncrease() {
        refused(() -> TimeAxis.ofEpochSeconds(0, 60, 60), "point 2 of time axis is 60", "after 60");
        refused(() -> TimeAxis.ofEpochSeconds(5), "has 1 points, needs at least 2");
        refused(() -> TimeAxis.ofEpochSeconds(0, 1_360_281_600_000L), "epoch second 1360281600000", "milliseconds");
        refused(() -> TimeAxis.regular(Instant.EPOCH, Duration.ofMillis(1500), 3), "PT1.5S", "whole seconds");
        refused(() -> TimeAxis.regular(Instant.EPOCH, Duration.ofDays(1), Integer.MAX_VALUE), "passes the year 9999");
        refused(() -> new TimeSpan(Instant.EPOCH, Instant.EPOCH), "needs to end after its start");
    }

    @Test
    void blankAndEmptyAreRefused() {
        refused(() -> new Fact(" ", "x"), "fact key is blank");
        refused(() -> new KeyFigures("K", "", List.of()), "\"K\" has 0 tiles, needs at least 1");
        refused(() -> new StrategyTable("T", "", "h", "MASE", List.of()), "\"T\" has 0 rows");
        refused(() -> new FrontierChart("X", "", List.of()), "\"X\" has 0 curves");
        refused(() -> Report.builder("R", ZoneOffset.UTC).build(), "\"R\" has 0 sections");
        refused(() -> new TextNote("N", "", List.of("")), "paragraph of \"N\" is blank");
    }

    @Test
    void sharesAreAtMostAHundred() {
        refused(() -> row(100.5, Duration.ZERO), "violation percent of HPA target 0.7 is 100.5", "at most 100");
        refused(() -> row(1, Duration.ofSeconds(-1)), "violation seconds of HPA target 0.7 is -1", "at least 0");
    }

    @Test
    void aStrategyHasOneCurve() {
        FrontierChart.Curve curve = new FrontierChart.Curve("HPA", List.of(new FrontierChart.Point("", 1, 1)));
        refused(() -> new FrontierChart("X", "", List.of(curve, curve)), "2 curves, 1 different names");
    }

    @Test
    void coverageCountsWhatWasMeasuredAndForecast() {
        Samples forecast = Samples.of(10, 10, NAN);
        ForecastChart chart = forecast(Samples.of(10, 99, 10), forecast, forecast, forecast);
        assertThat(chart.coverage()).isEqualTo(0.5);
        assertThat(forecast(Samples.of(NAN, NAN, 1), forecast, forecast, forecast)
                        .coverage())
                .isNaN();
        assertThat(forecast(Samples.of(NAN, NAN, 1), forecast, forecast, forecast)
                        .gaps())
                .isEqualTo(2);
    }

    @Test
    void demandAtCapacityIsNoViolation() {
        CapacityChart chart = capacity(Samples.of(4, 4.000001, NAN), Samples.of(4, 4, 0));
        assertThat(chart.violations(chart.usable())).isEqualTo(1);
        assertThat(chart.isViolated(0)).isFalse();
        assertThat(chart.isViolated(1)).isTrue();
        assertThat(chart.isViolated(2)).isFalse();
    }

    @Test
    void valuesDoNotChangeWithWhatTheyWereMadeFrom() {
        double[] numbers = {1, 2};
        Samples samples = Samples.of(numbers);
        long[] seconds = {0, 1};
        TimeAxis time = TimeAxis.ofEpochSeconds(seconds);
        List<Annotation> annotations = new ArrayList<>();
        AnomalyPanel panel = new AnomalyPanel("A", "", annotations);
        numbers[0] = 9;
        seconds[0] = -9;
        annotations.add(new Annotation(new TimeSpan(Instant.EPOCH, Instant.EPOCH.plusSeconds(1)), "l", ""));
        assertThat(samples).isEqualTo(Samples.of(1, 2)).isNotEqualTo(Samples.of(9, 2));
        assertThat(time).isEqualTo(TimeAxis.regular(Instant.EPOCH, Duration.ofSeconds(1), 2));
        assertThat(panel.annotations()).isEmpty();
    }

    private static void refused(ThrowingCallable call, String... words) {
        assertThatThrownBy(call)
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContainingAll(words)
                .hasMessageMatching("(?s).*\\nMaybe .*\\.");
    }

    private static ForecastChart forecast(Samples actual, Samples mean, double level) {
        return new ForecastChart("F", "", "tps", THREE, actual, mean, mean, mean, level, List.of());
    }

    private static ForecastChart forecast(Samples actual, Samples mean, Samples lower, Samples upper) {
        return new ForecastChart("F", "", "tps", THREE, actual, mean, lower, upper, 0.9, List.of());
    }

    private static CapacityChart capacity(Samples demand, Samples usable) {
        return new CapacityChart(
                "C", "", "tps", THREE, demand, usable, Samples.of(1, 2, 3), Optional.empty(), List.of());
    }

    private static StrategyTable.Row row(double percent, Duration violated) {
        return new StrategyTable.Row("HPA", "target 0.7", percent, violated, 1, 1, 1, OptionalDouble.empty(), false);
    }
}
