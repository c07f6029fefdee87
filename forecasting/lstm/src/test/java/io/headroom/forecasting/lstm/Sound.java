package io.headroom.forecasting.lstm;

import static org.assertj.core.api.Assertions.assertThat;

import io.headroom.core.RateForecast;
import io.headroom.core.Rung;
import io.headroom.core.Window;
import io.headroom.spi.FittedModel;

/** What holds for every forecast and every model, whatever the data were. */
final class Sound {
    static final double[] LEVELS = {0.001, 0.01, 0.05, 0.25, 0.5, 0.75, 0.95, 0.99, 0.999};

    private Sound() {}

    static void check(RateForecast f) {
        for (int step = 1; step <= f.horizon(); step++) {
            rate(f.mean(step), "mean of step " + step);
            double before = 0;
            for (double p : LEVELS) {
                double q = f.quantile(step, p);
                rate(q, p + " quantile of step " + step);
                assertThat(q).as("%s quantile of step %d", p, step).isGreaterThanOrEqualTo(before);
                before = q;
            }
        }
        Window all = Window.of(0, f.horizon());
        rate(f.maximumQuantile(all, 0.99), "0.99 quantile of the maximum");
        rate(f.sumQuantile(all, 0.99), "0.99 quantile of the sum");
        for (double rate : f.path(3)) {
            rate(rate, "path");
        }
    }

    static void check(FittedModel model) {
        assertThat(model.description()).isNotBlank();
        assertThat(model.rungReason().isEmpty())
                .as("rung %s has the reason '%s'", model.rung(), model.rungReason())
                .isEqualTo(model.rung() == Rung.FULL);
    }

    private static void rate(double value, String what) {
        assertThat(value).as(what).isNotNegative().isLessThan(Double.POSITIVE_INFINITY);
    }

    /** Means and quantiles agree within a tolerance relative to a scale. */
    static void near(RateForecast expected, RateForecast actual, double factor, double tolerance) {
        assertThat(actual.firstIndex()).isEqualTo(expected.firstIndex());
        assertThat(actual.horizon()).isEqualTo(expected.horizon());
        double scale = 0;
        for (int step = 1; step <= expected.horizon(); step++) {
            scale = Math.max(scale, factor * expected.quantile(step, 0.95));
        }
        for (int step = 1; step <= expected.horizon(); step++) {
            near(factor * expected.mean(step), actual.mean(step), tolerance * scale, "mean of step " + step);
            for (double p : LEVELS) {
                String what = p + " quantile of step " + step;
                near(factor * expected.quantile(step, p), actual.quantile(step, p), tolerance * scale, what);
            }
        }
    }

    private static void near(double expected, double actual, double tolerance, String what) {
        assertThat(Math.abs(actual - expected))
                .as("%s: %s, expected %s", what, actual, expected)
                .isLessThanOrEqualTo(tolerance);
    }
}
