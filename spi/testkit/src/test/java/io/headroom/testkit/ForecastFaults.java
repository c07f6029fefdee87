package io.headroom.testkit;

import static io.headroom.testkit.TrackerDouble.row;

import io.headroom.core.Dependence;
import io.headroom.core.MarginalForecast;
import io.headroom.core.RateForecast;
import io.headroom.spi.Tracker;
import java.util.Arrays;
import java.util.List;

/** Predictors whose forecasts are wrong. */
final class ForecastFaults {
    private ForecastFaults() {}

    static List<BrokenDouble> rows() {
        return List.of(
                row("P3", "a forecast is cut at two days", t -> cut(t, 48)),
                row("P4", "a horizon of 0 is taken for 1", t -> new TrackerDouble(t) {
                    @Override
                    public RateForecast forecast(int horizon, Dependence dependence) {
                        return super.forecast(Math.max(1, horizon), dependence);
                    }
                }),
                row("P5", "a variance overflows two days ahead", TrackerDouble.forecast(ForecastFaults::overflowing)),
                row("P13", "a short forecast spoils the next long one", t -> new TrackerDouble(t) {
                    private int before = Integer.MAX_VALUE;

                    @Override
                    public RateForecast forecast(int horizon, Dependence dependence) {
                        RateForecast f = super.forecast(horizon, dependence);
                        boolean spoilt = horizon > before;
                        before = horizon;
                        return spoilt ? f.times(1.000001) : f;
                    }
                }),
                row("P16", "the next mean lags", t -> new TrackerDouble(t) {
                    private double before = t.nextMean();

                    @Override
                    public void observe(double rate) {
                        before = inner.nextMean();
                        super.observe(rate);
                    }

                    @Override
                    public double nextMean() {
                        return before;
                    }
                }),
                row("P16", "the next deviation is a variance", t -> new TrackerDouble(t) {
                    @Override
                    public double nextDeviation() {
                        return super.nextDeviation() * super.nextDeviation();
                    }
                }),
                row("P30", "the dependence is left aside", t -> new TrackerDouble(t) {
                    @Override
                    public RateForecast forecast(int horizon, Dependence dependence) {
                        return super.forecast(horizon, Dependence.independent(0, "series"));
                    }
                }));
    }

    private static Tracker cut(Tracker tracker, int most) {
        return new TrackerDouble(tracker) {
            @Override
            public RateForecast forecast(int horizon, Dependence dependence) {
                return super.forecast(Math.min(horizon, most), dependence);
            }
        };
    }

    private static RateForecast overflowing(RateForecast f) {
        if (f.horizon() != 48) {
            return f;
        }
        double[] mean = new double[f.horizon()];
        double[] deviation = new double[f.horizon()];
        Arrays.setAll(mean, h -> f.mean(h + 1));
        Arrays.fill(deviation, Double.MAX_VALUE);
        return MarginalForecast.builder(f.grid(), f.firstIndex())
                .mean(mean)
                .standardDeviation(deviation)
                .build();
    }
}
