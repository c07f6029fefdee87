package io.headroom.forecasting.backtest.report;

import io.headroom.core.Measure;
import io.headroom.core.SeriesKey;
import io.headroom.forecasting.backtest.Fan;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.Optional;
import java.util.function.IntToDoubleFunction;

/** Draws a forecast with its interval beside what was before, what came, and the baseline's forecast. Immutable. */
record FanChart(SeriesKey key, Fan fan, Optional<Fan> baseline, ZoneId zone) {
    private static final double BOTTOM = 230;

    void draw(Html out) {
        double[] times = new double[fan.actual().length()];
        Arrays.setAll(times, i -> middle(fan, i));
        double[] actual = fan.actual().toArray();
        double[] ahead = Arrays.copyOfRange(times, fan.past(), times.length);
        Axis x = new Axis(
                seconds(fan.actual().start(0)),
                seconds(fan.actual().start(0)) + times.length * fan.grid().stepSeconds(),
                Plot.LEFT,
                Plot.RIGHT);
        Axis y = Axis.around(0, highest(actual), BOTTOM, Plot.TOP, 4);
        TimeTicks ticks = new TimeTicks(zone);
        Plot plot = new Plot(out, "Forecast and actual rate of " + key, x, y)
                .frame(
                        "time, " + zone,
                        ticks.of(fan.actual().start(0), fan.actual().start(times.length)),
                        key.measure() == Measure.BYTES ? "bytes per second" : "transactions per second",
                        y.ticks(4))
                .band("band", ahead, steps(fan::lower), steps(fan::upper))
                .moment("origin", seconds(fan.start()), "forecast made");
        baseline.ifPresent(b -> plot.line("line base", ahead, steps(b::mean)));
        plot.line("line forecast", ahead, steps(fan::mean))
                .line("line actual", times, actual)
                .end();
    }

    private static double middle(Fan fan, int i) {
        return seconds(fan.actual().start(i)) + fan.grid().stepSeconds() / 2;
    }

    private static double seconds(Instant instant) {
        return instant.toEpochMilli() / 1e3;
    }

    private double[] steps(IntToDoubleFunction value) {
        double[] values = new double[fan.horizon()];
        Arrays.setAll(values, h -> value.applyAsDouble(h + 1));
        return values;
    }

    /** An interval that runs away is cut at three times what is drawn else, or the lines would lie flat on the ground. */
    private double highest(double[] actual) {
        double lines = Math.max(
                Arrays.stream(actual).filter(v -> !Double.isNaN(v)).max().orElse(0),
                Arrays.stream(steps(fan::mean)).max().orElse(0));
        double band = Arrays.stream(steps(fan::upper)).max().orElse(0);
        return Math.max(lines, Math.min(band, 3 * lines));
    }
}
