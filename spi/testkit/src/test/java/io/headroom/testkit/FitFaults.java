package io.headroom.testkit;

import static io.headroom.testkit.PredictorDouble.row;

import io.headroom.core.RateSeries;
import io.headroom.core.Rung;
import io.headroom.spi.FitRequest;
import io.headroom.spi.FittedModel;
import io.headroom.spi.Predictor;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Predicate;

/** Predictors whose fit is wrong. */
final class FitFaults {
    private FitFaults() {}

    static List<BrokenDouble> rows() {
        return List.of(
                row("P1", "a name with a blank", named("last value")),
                row("P1", "a global scope in the local kit", FitFaults::global),
                row("P2", "no description", PredictorDouble.model(FitFaults::undescribed)),
                row("P2", "a reason on the full rung", FitFaults::chatty),
                row("P6", "a prior that claims to be the model", PredictorDouble.model(FitFaults::overconfident)),
                row("P7", "two rates are too few", failing(series -> series.observed() == 2)),
                row("P8", "a variance of zero is divided by", failing(FitFaults::constant)),
                row("P9", "gaps are filled with zeros", filled()),
                row("P25", "the second fit differs from the first", FitFaults::counting),
                row("P26", "fits at a time share scratch memory", FitFaults::sharing),
                row(
                        "P31",
                        "an absolute threshold",
                        PredictorDouble.tracker(TrackerDouble.forecast(f -> f.mean(1) > 50_000 ? f.times(1.001) : f))));
    }

    private static PredictorDouble.Maker named(String name) {
        return () -> new PredictorDouble() {
            @Override
            public String name() {
                return name;
            }
        };
    }

    private static Predictor global() {
        return new PredictorDouble(Predictor.Scope.GLOBAL);
    }

    private static FittedModel undescribed(FittedModel model) {
        return new ModelDouble(model) {
            @Override
            public String description() {
                return "";
            }
        };
    }

    /** With the regular history alone, which other clauses do not look at the reason of. */
    private static Predictor chatty() {
        return new PredictorDouble() {
            @Override
            public FittedModel fit(FitRequest request) {
                boolean regular =
                        request.single().equals(Samples.regular(request.single().length(), 24));
                return regular && request.single().length() > 3 ? chatty(super.fit(request)) : super.fit(request);
            }

            @Override
            public FittedModel restore(byte[] snapshot) {
                return chatty(super.restore(snapshot));
            }
        };
    }

    private static FittedModel chatty(FittedModel model) {
        return new ModelDouble(model) {
            @Override
            public String rungReason() {
                return "All went well.";
            }
        };
    }

    private static FittedModel overconfident(FittedModel model) {
        return new ModelDouble(model) {
            @Override
            public Rung rung() {
                return super.rung() == Rung.PRIOR ? Rung.RESTRICTED : super.rung();
            }
        };
    }

    private static PredictorDouble.Maker failing(Predicate<RateSeries> when) {
        return PredictorDouble.request(request -> {
            if (when.test(request.single())) {
                throw new ArithmeticException("matrix is singular");
            }
            return request;
        });
    }

    private static boolean constant(RateSeries series) {
        return series.length() > 3 && Arrays.stream(series.toArray()).distinct().count() == 1 && series.observed() > 0;
    }

    private static PredictorDouble.Maker filled() {
        return PredictorDouble.request(request -> {
            if (request.single().observed() < 100) {
                return request;
            }
            double[] rates = Arrays.stream(request.single().toArray())
                    .map(rate -> Double.isNaN(rate) ? 0 : rate)
                    .toArray();
            return FitRequest.of(request.singleKey(), Samples.series(rates))
                    .withSeed(request.seed())
                    .withEvents(request.events());
        });
    }

    /** The factor is so small that only a comparison of bits sees it. */
    private static FittedModel nearly(FittedModel model) {
        return PredictorDouble.scaled(model, 1 + 1e-12);
    }

    private static Predictor counting() {
        return new PredictorDouble() {
            private final Thread home = Thread.currentThread();
            private boolean before;

            @Override
            public FittedModel fit(FitRequest request) {
                FittedModel model = super.fit(request);
                boolean changed = before && home == Thread.currentThread();
                before = true;
                return changed ? nearly(model) : model;
            }
        };
    }

    /** Waits for company in a fit, for a while, so that the fault shows on every machine. */
    private static Predictor sharing() {
        return new PredictorDouble() {
            private final AtomicInteger entered = new AtomicInteger();

            @Override
            public FittedModel fit(FitRequest request) {
                FittedModel model = super.fit(request);
                if (!Company.onThreadOfKit()) {
                    return model;
                }
                boolean first = entered.incrementAndGet() == 1;
                boolean shared = !first || Company.await(() -> entered.get() > 1);
                return shared ? nearly(model) : model;
            }
        };
    }
}
