package io.headroom.forecasting.backtest.report;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * A linear axis: values from low to high lie between two places. Immutable.
 *
 * @param low value at the start
 * @param high value at the end, above {@code low}
 * @param from place of {@code low} in pixels
 * @param to place of {@code high}
 */
record Axis(double low, double high, double from, double to) {
    /** A mark on an axis and its words. */
    record Tick(double value, String label) {}

    /** An axis that holds both values and ends at round ones. */
    static Axis around(double low, double high, double from, double to, int ticks) {
        double top = high > low ? high : low + Math.max(1, Math.abs(low));
        double step = step(top - low, ticks);
        return new Axis(Math.floor(low / step + 1e-9) * step, Math.ceil(top / step - 1e-9) * step, from, to);
    }

    double at(double value) {
        return from + (value - low) / (high - low) * (to - from);
    }

    /** Round values, about so many. */
    List<Tick> ticks(int about) {
        double step = step(high - low, about);
        int decimals = (int) Math.max(0, -Math.floor(StrictMath.log10(step) + 1e-9));
        List<Tick> ticks = new ArrayList<>();
        for (double i = Math.ceil(low / step - 1e-9); i * step <= high + 1e-9 * step; i++) {
            ticks.add(new Tick(i * step, label(i * step + 0.0, decimals)));
        }
        return ticks;
    }

    private static String label(double value, int decimals) {
        return decimals > 5 || Math.abs(value) >= 1e7
                ? String.format(Locale.ROOT, "%.2g", value)
                : String.format(Locale.ROOT, "%,." + decimals + "f", value);
    }

    /** 1, 2 or 5 times a power of ten. */
    private static double step(double span, int about) {
        double rough = span / about;
        double power = StrictMath.pow(10, Math.floor(StrictMath.log10(rough)));
        double lead = rough / power;
        return (lead <= 1 ? 1 : lead <= 2 ? 2 : lead <= 5 ? 5 : 10) * power;
    }
}
