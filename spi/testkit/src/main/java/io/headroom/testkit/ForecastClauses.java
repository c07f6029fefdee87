package io.headroom.testkit;

import io.headroom.core.Dependence;
import io.headroom.core.MarginalForecast;
import io.headroom.core.RateForecast;
import io.headroom.spi.FittedModel;
import io.headroom.spi.Tracker;

/** Clauses of {@link PredictorContract} about forecasts. */
final class ForecastClauses {
    private ForecastClauses() {}

    private static FittedModel fitted(Clause c, PredictorContract kit) {
        return FitClauses.fit(c, kit.create(), kit.request());
    }

    static void coversSteps(Clause c, PredictorContract kit) {
        c.mend("the forecast starts at the last observed step, or is cut at the season: step 1 is nextIndex(), the"
                + " length is the horizon");
        FittedModel model = fitted(c, kit);
        for (int horizon : new int[] {1, 2, 3 * kit.period()}) {
            covers(
                    c,
                    "forecast(" + horizon + ") of the model",
                    model.forecast(horizon),
                    kit.history().endIndex(),
                    horizon);
            Tracker tracker = model.track(Samples.KEY);
            tracker.observe(Samples.LEVEL);
            covers(
                    c,
                    "forecast(" + horizon + ") after one observation",
                    tracker.forecast(horizon),
                    kit.history().endIndex() + 1,
                    horizon);
        }
    }

    private static void covers(Clause c, String where, RateForecast f, long first, int horizon) {
        c.at(where + ", grid");
        c.same(Samples.GRID, f.grid());
        c.at(where + ", first index");
        c.same(first, f.firstIndex());
        c.at(where + ", horizon");
        c.same(horizon, f.horizon());
    }

    static void refusesHorizon(Clause c, PredictorContract kit) {
        c.mend("the horizon is not checked: begin forecast() with Checks.inRange(horizon, 1, Integer.MAX_VALUE,"
                + " \"horizon\")");
        FittedModel model = fitted(c, kit);
        Tracker tracker = model.track(Samples.KEY);
        for (int horizon : new int[] {0, -1, Integer.MIN_VALUE}) {
            c.at("forecast(" + horizon + ") of the model");
            c.refuses(() -> model.forecast(horizon));
            c.at("forecast(" + horizon + ") of a tracker");
            c.refuses(() -> tracker.forecast(horizon));
        }
    }

    static void sound(Clause c, PredictorContract kit) {
        c.mend("a variance overflowed, or a distribution has a tail without end: bound it before the forecast is"
                + " built");
        FittedModel model = fitted(c, kit);
        Figures.sound(c, "forecast of a regular history", model.forecast(2 * kit.period()));
        Tracker tracker = model.track(Samples.KEY);
        tracker.observe(Samples.LEVEL);
        Figures.sound(c, "forecast after one observation", tracker.forecast(2));
    }

    static void isPure(Clause c, PredictorContract kit) {
        c.mend("forecast() moves the tracker's state or draws from a running random number: work on a copy, seeded"
                + " anew");
        Tracker tracker = fitted(c, kit).track(Samples.KEY);
        RateForecast first = tracker.forecast(7);
        tracker.forecast(3);
        c.at("nextIndex() after two forecasts");
        c.same(kit.history().endIndex(), tracker.nextIndex());
        Figures.identical(c, "third forecast in a row", first, tracker.forecast(7));
    }

    static void nextStep(Clause c, PredictorContract kit) {
        c.mend("nextMean() or nextDeviation() lags one step, leaves out a season, or gives a variance: read both off"
                + " the state that forecast() starts from");
        Tracker tracker = fitted(c, kit).track(Samples.KEY);
        for (int i = 0; i < 4; i++) {
            RateForecast f = tracker.forecast(1);
            c.at("nextMean() after " + i + " observations");
            c.near(f.mean(1), tracker.nextMean(), kit.nextMeanTolerance(), Math.max(f.mean(1), f.quantile(1, 0.5)));
            Figures.rate(c, "nextDeviation() after " + i + " observations", tracker.nextDeviation());
            double half = (f.quantile(1, 0.841) - f.quantile(1, 0.159)) / 2;
            boolean alike = tracker.nextDeviation() <= 5 * half && half <= 5 * tracker.nextDeviation();
            c.hold(
                    half == 0 || alike,
                    "within a factor of 5 of half the central 68 % interval, " + half,
                    tracker.nextDeviation());
            tracker.observe(Samples.LEVEL + 50 * i);
        }
    }

    static void dependence(Clause c, PredictorContract kit) {
        c.mend("forecast(horizon, dependence) leaves its argument aside: pass it on to the forecast's builder");
        Dependence wanted = Dependence.independent(3, "own").with("shared", 0.6);
        RateForecast f = fitted(c, kit).track(Samples.KEY).forecast(4, wanted);
        c.at("dependence of forecast(4, dependence)");
        // Forecasts by scenarios may leave it aside.
        if (f instanceof MarginalForecast marginal) {
            c.same(wanted, marginal.dependence());
        }
    }
}
