package io.headroom.testkit;

import io.headroom.core.RateForecast;
import io.headroom.core.RateSeries;
import io.headroom.core.Rung;
import io.headroom.spi.FitRequest;
import io.headroom.spi.FittedModel;
import io.headroom.spi.Predictor;
import io.headroom.spi.Tracker;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Clauses of {@link PredictorContract} about what a fit yields. */
final class FitClauses {
    private FitClauses() {}

    static void nameAndScope(Clause c, PredictorContract kit) {
        Predictor predictor = kit.create();
        c.at("name()");
        c.mend("the name holds blanks, capitals or underscores, or is made anew on each call: return one constant");
        String name = c.given(predictor.name(), "a name");
        c.hold(name.matches("[a-z0-9]+(-[a-z0-9]+)*"), "lower case, words joined by hyphens", name);
        c.same(name, kit.create().name());
        c.at("scope()");
        c.mend("a global predictor is tried with PredictorContract: extend GlobalPredictorContract instead");
        boolean global = kit instanceof GlobalPredictorContract;
        c.same(global ? Predictor.Scope.GLOBAL : Predictor.Scope.LOCAL, predictor.scope());
    }

    static void describesItself(Clause c, PredictorContract kit) {
        FittedModel model = fit(c, kit.create(), kit.request());
        c.mend("a description is left out, or a reason is given on the full rung: the reason is empty on FULL alone");
        c.at("description()");
        c.hold(!c.given(model.description(), "a text").isBlank(), "a few words", "a blank text");
        reason(c, model);
        c.at("keys()");
        c.mend("the model names its series itself: return the keys of the request");
        c.same(Set.of(Samples.KEY), model.keys());
    }

    static void noData(Clause c, PredictorContract kit) {
        Samples.empty(kit.historyLength()).forEach((what, history) -> {
            FittedModel model = usable(c, kit, what, history);
            c.mend("there is nothing to estimate from, and the model claims otherwise: yield a prior, on the rung"
                    + " PRIOR");
            c.at(what + ", rung()");
            c.same(Rung.PRIOR, model.rung());
        });
    }

    static void usable(Clause c, PredictorContract kit, Map<String, RateSeries> histories) {
        histories.forEach((what, history) -> usable(c, kit, what, history));
    }

    private static FittedModel usable(Clause c, PredictorContract kit, String what, RateSeries history) {
        c.mend("a formula divides by a count or a variance that is zero here, or loses all digits: test what it"
                + " divides by and step down a rung");
        c.at(what);
        FittedModel model =
                fit(c, kit.create(), FitRequest.of(Samples.KEY, history).withSeed(11));
        reason(c, model);
        c.at(what);
        Tracker tracker = model.track(Samples.KEY);
        Figures.sound(c, what, tracker.forecast(kit.period() + 1));
        c.at(what + ", after three more observations");
        tracker.observe(Double.NaN);
        tracker.observe(Samples.LEVEL);
        tracker.observe(0);
        Figures.sound(c, what + ", after three more observations", tracker.forecast(2));
        return model;
    }

    static void missingIsNotZero(Clause c, PredictorContract kit) {
        c.mend("missing steps are filled with zeros: skip them, NaN is not a rate");
        int last = kit.historyLength() - 1;
        RateSeries history = Samples.made(last + 1, i -> (last - i) % 3 == 0 ? Double.NaN : Samples.LEVEL);
        String what = "forecast of a flow of " + Samples.LEVEL + " of whose steps a third are missing";
        c.at(what);
        RateForecast f =
                fit(c, kit.create(), FitRequest.of(Samples.KEY, history)).forecast(3);
        for (int step = 1; step <= 3; step++) {
            c.at(what + ", mean of step " + step);
            boolean ok = f.mean(step) > 0.8 * Samples.LEVEL && f.mean(step) < 1.25 * Samples.LEVEL;
            c.hold(ok, "between 0.8 and 1.25 times the rate", f.mean(step));
        }
    }

    static void deterministic(Clause c, PredictorContract kit) {
        c.mend("the fit reads a clock, an unseeded random number, the order of a hash table or what was fitted"
                + " before: take all from the request");
        Predictor predictor = kit.create();
        FittedModel first = fit(c, predictor, kit.request());
        same(c, "a second fit of the same predictor", first, fit(c, predictor, kit.request()));
        same(c, "a fit of a second predictor", first, fit(c, kit.create(), kit.request()));
    }

    static void threadSafe(Clause c, PredictorContract kit) throws Exception {
        c.mend("scratch memory is shared between calls: make it a local variable of the call, or synchronize");
        c.at("four fits at a time");
        Predictor predictor = kit.create();
        FittedModel alone = fit(c, predictor, kit.request());
        List<FittedModel> together =
                Parallel.run(4, kit.patience().multipliedBy(6), () -> predictor.fit(kit.request()));
        for (FittedModel model : together) {
            same(c, "one of four fits at a time", alone, model);
        }
        c.at("four threads that track one model");
        RateForecast expected = continued(alone);
        for (RateForecast f : Parallel.run(4, kit.patience(), () -> continued(alone))) {
            Figures.identical(c, "one of four threads that track one model", expected, f);
        }
    }

    private static RateForecast continued(FittedModel model) {
        Tracker tracker = model.track(Samples.KEY);
        for (int i = 0; i < 50; i++) {
            tracker.observe(Samples.LEVEL + 10 * (i % 9));
        }
        return tracker.forecast(8);
    }

    static void scaleEquivariant(Clause c, PredictorContract kit) {
        c.needs(Capability.SCALE_EQUIVARIANCE);
        c.mend("an absolute constant is added to rates: take it relative to the level, widen scaleTolerance(), or"
                + " declare SCALE_EQUIVARIANCE absent");
        RateForecast plain = fit(c, kit.create(), kit.request()).forecast(kit.period());
        double factor = 1000;
        RateSeries large = Samples.times(kit.history(), factor);
        FitRequest request = FitRequest.of(Samples.KEY, large).withSeed(11);
        RateForecast scaled = fit(c, kit.create(), request).forecast(kit.period());
        Figures.near(c, "history times 1000", plain.times(factor), scaled, kit.scaleTolerance());
    }

    /** The same rung, description and forecast bits. */
    private static void same(Clause c, String what, FittedModel expected, FittedModel got) {
        c.at(what + ", rung()");
        c.same(expected.rung(), got.rung());
        c.at(what + ", description()");
        c.same(expected.description(), got.description());
        Figures.identical(c, what, expected.forecast(6), got.forecast(6));
    }

    private static void reason(Clause c, FittedModel model) {
        c.at("rung() and rungReason()");
        Rung rung = c.given(model.rung(), "a rung");
        String reason = c.given(model.rungReason(), "a reason, empty on FULL");
        if (rung == Rung.FULL) {
            c.same("", reason);
        } else {
            c.hold(!reason.isBlank(), "a sentence that says why it stands on " + rung, "a blank text");
        }
    }

    /** Fits; the model must be there and able to forecast. */
    static FittedModel fit(Clause c, Predictor predictor, FitRequest request) {
        return c.given(predictor.fit(request), "a model");
    }
}
