package io.headroom.testkit;

import io.headroom.core.RateForecast;
import io.headroom.core.RateSeries;
import io.headroom.spi.FittedModel;
import io.headroom.spi.Tracker;
import java.util.Arrays;

/** Clauses of {@link PredictorContract} about trackers. */
final class TrackClauses {
    private static final double TOLERANCE = 1e-9;
    private static final int MORE = 30;

    private TrackClauses() {}

    private static FittedModel fitted(Clause c, PredictorContract kit) {
        return FitClauses.fit(c, kit.create(), kit.request());
    }

    static void oddObservations(Clause c, PredictorContract kit) {
        c.mend("a gain or variance of the state runs away: bound it, and leave it alone while steps are missing");
        for (double odd : new double[] {Double.NaN, 0, 1e12, 1e-300}) {
            Tracker tracker = fitted(c, kit).track(Samples.KEY);
            String where = "after 400 observations of " + odd;
            c.at(where);
            for (int i = 0; i < 400; i++) {
                tracker.observe(odd);
            }
            Figures.sound(c, where, tracker.forecast(3));
            tracker.observe(Samples.LEVEL);
            Figures.sound(c, where + " and a usual one", tracker.forecast(3));
        }
    }

    static void movesOn(Clause c, PredictorContract kit) {
        c.mend("a missing step is skipped in time, too: nextIndex() rises with each call of observe()");
        Tracker tracker = fitted(c, kit).track(Samples.KEY);
        long index = kit.history().endIndex();
        c.at("grid()");
        c.same(Samples.GRID, tracker.grid());
        for (double rate : new double[] {Samples.LEVEL, Double.NaN, 0}) {
            c.at("nextIndex() before " + rate + " is observed");
            c.same(index, tracker.nextIndex());
            tracker.observe(rate);
            index++;
        }
        c.at("nextIndex() after three observations");
        c.same(index, tracker.nextIndex());
    }

    static void refusesRates(Clause c, PredictorContract kit) {
        c.mend("the rate is checked after it was used, or not at all: begin observe() with the check");
        Tracker tracker = fitted(c, kit).track(Samples.KEY);
        tracker.observe(Samples.LEVEL);
        RateForecast before = tracker.forecast(4);
        for (double rate : new double[] {-1, -1e-300, Double.NEGATIVE_INFINITY, Double.POSITIVE_INFINITY}) {
            c.at("observe(" + rate + ")");
            c.refuses(() -> tracker.observe(rate));
            Figures.identical(c, "forecast after " + rate + " was refused", before, tracker.forecast(4));
        }
    }

    static void independent(Clause c, PredictorContract kit) {
        c.mend("the trackers share an array or an object of the model: copy the state in track()");
        FittedModel model = fitted(c, kit);
        Tracker one = model.track(Samples.KEY);
        Tracker other = model.track(Samples.KEY);
        RateForecast before = one.forecast(4);
        for (int i = 0; i < 10; i++) {
            other.observe(3 * Samples.LEVEL);
        }
        Figures.identical(c, "forecast of a tracker after another one observed", before, one.forecast(4));
        Figures.identical(
                c,
                "forecast of a tracker started after another one observed",
                before,
                model.track(Samples.KEY).forecast(4));
    }

    static void equalsRefiltering(Clause c, PredictorContract kit) {
        c.mend("observe() and track(key, history) update different things: let both run one method step by step");
        FittedModel model = fitted(c, kit);
        int n = kit.historyLength();
        double[] rates = Samples.rates(n + MORE, kit.period());
        rates[n + 4] = Double.NaN;
        rates[n + 7] = 0;
        RateSeries longer = Samples.series(rates);
        Figures.near(
                c,
                "a tracker started on the history against one started at its end",
                model.track(Samples.KEY).forecast(8),
                model.track(Samples.KEY, longer.slice(0, n)).forecast(8),
                TOLERANCE);
        RateForecast expected = model.track(Samples.KEY, longer).forecast(8);
        Figures.near(
                c,
                MORE + " observations against the longer history",
                expected,
                observed(model.track(Samples.KEY), longer, n),
                TOLERANCE);
        RateSeries half = longer.slice(0, n / 2);
        Figures.near(
                c,
                "observations after half of the history against the whole",
                expected,
                observed(model.track(Samples.KEY, half), longer, n / 2),
                TOLERANCE);
    }

    private static RateForecast observed(Tracker tracker, RateSeries series, int from) {
        for (int i = from; i < series.length(); i++) {
            tracker.observe(series.rate(i));
        }
        return tracker.forecast(8);
    }

    static void unknownSeries(Clause c, PredictorContract kit) {
        c.mend("track(key) does not look at its key, or track(key, history) looks for the key: only the history"
                + " counts there");
        FittedModel model = fitted(c, kit);
        c.at("track(key) of a series that was not fitted");
        c.refuses(() -> model.track(Samples.OTHER));
        RateSeries history = Samples.regular(2 * kit.period(), kit.period());
        started(c, "track(key, history) of a series that was not fitted", model.track(Samples.OTHER, history), history);
        RateSeries none = Samples.series();
        started(c, "track(key, history) of that series without any history", model.track(Samples.OTHER, none), none);
        started(
                c,
                "track(key, history) of the fitted series without any history",
                model.track(Samples.KEY, none),
                none);
        double[] gone = new double[history.length()];
        Arrays.fill(gone, Double.NaN);
        RateSeries missing = Samples.series(gone);
        started(c, "track(key, history) of missing steps only", model.track(Samples.OTHER, missing), missing);
    }

    private static void started(Clause c, String where, Tracker tracker, RateSeries history) {
        c.at(where + ", nextIndex()");
        c.same(history.endIndex(), tracker.nextIndex());
        c.at(where + ", rung()");
        c.given(tracker.rung(), "a rung");
        Figures.sound(c, where, tracker.forecast(3));
    }
}
