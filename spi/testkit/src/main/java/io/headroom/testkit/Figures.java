package io.headroom.testkit;

import io.headroom.core.RateForecast;
import io.headroom.core.Window;

/** Compares forecasts number by number, and checks that their numbers are rates. */
final class Figures {
    private static final double[] LEVELS = {0.05, 0.25, 0.5, 0.75, 0.95};
    private static final double[] FINE = {0.001, 0.01, 0.1, 0.25, 0.5, 0.75, 0.9, 0.99, 0.999};
    private static final int PATHS = 2;

    private Figures() {}

    /** Both forecasts must have the same bits, scenarios included. */
    static void identical(Clause c, String where, RateForecast expected, RateForecast got) {
        sameSteps(c, where, expected, got);
        for (int step = 1; step <= expected.horizon(); step++) {
            c.at(where + ", mean of step " + step);
            c.same(expected.mean(step), got.mean(step));
            for (double p : LEVELS) {
                c.at(where + ", " + p + " quantile of step " + step);
                c.same(expected.quantile(step, p), got.quantile(step, p));
            }
        }
        for (int s = 0; s < PATHS; s++) {
            double[] a = expected.path(s);
            double[] b = got.path(s);
            for (int h = 0; h < a.length; h++) {
                c.at(where + ", scenario " + s + " at step " + (h + 1));
                c.same(a[h], b[h]);
            }
        }
    }

    /** Means and quantiles must agree within a tolerance relative to the larger mean of the expected forecast. */
    static void near(Clause c, String where, RateForecast expected, RateForecast got, double tolerance) {
        sameSteps(c, where, expected, got);
        double scale = 0;
        for (int step = 1; step <= expected.horizon(); step++) {
            scale = Math.max(scale, Math.max(expected.mean(step), expected.quantile(step, 0.5)));
        }
        for (int step = 1; step <= expected.horizon(); step++) {
            nearAt(c, where, expected, got, step, 1, tolerance, scale);
        }
    }

    /** At one step the second must be a multiple of the first. */
    static void nearAt(
            Clause c,
            String where,
            RateForecast one,
            RateForecast got,
            int step,
            double factor,
            double tolerance,
            double scale) {
        c.at(where + ", mean of step " + step);
        c.near(factor * one.mean(step), got.mean(step), tolerance, factor * scale);
        for (double p : LEVELS) {
            c.at(where + ", " + p + " quantile of step " + step);
            c.near(factor * one.quantile(step, p), got.quantile(step, p), tolerance, factor * scale);
        }
    }

    static void sameSteps(Clause c, String where, RateForecast expected, RateForecast got) {
        c.at(where + ", grid");
        c.same(expected.grid(), got.grid());
        c.at(where + ", first index");
        c.same(expected.firstIndex(), got.firstIndex());
        c.at(where + ", horizon");
        c.same(expected.horizon(), got.horizon());
    }

    /** Every number is finite and not negative, and quantiles do not cross. */
    static void sound(Clause c, String where, RateForecast f) {
        for (int step = 1; step <= f.horizon(); step++) {
            rate(c, where + ", mean of step " + step, f.mean(step));
            double below = 0;
            for (double p : FINE) {
                String what = where + ", " + p + " quantile of step " + step;
                double q = f.quantile(step, p);
                rate(c, what, q);
                c.hold(q >= below, "at least the quantile before, " + below, q);
                below = q;
            }
        }
        Window whole = Window.of(0, f.horizon());
        rate(c, where + ", 0.99 quantile of the maximum", f.maximumQuantile(whole, 0.99));
        rate(c, where + ", 0.99 quantile of the sum", f.sumQuantile(whole, 0.99));
        for (double rate : f.path(0)) {
            rate(c, where + ", scenario 0", rate);
        }
    }

    static void rate(Clause c, String where, double value) {
        c.at(where);
        c.hold(value >= 0 && value < Double.POSITIVE_INFINITY, "a finite rate of 0 or more", value);
    }
}
