package io.headroom.testkit;

import static io.headroom.testkit.PredictorDouble.row;

import io.headroom.core.Measure;
import io.headroom.core.RateSeries;
import io.headroom.core.SeriesKey;
import io.headroom.spi.FitRequest;
import io.headroom.spi.FittedModel;
import io.headroom.spi.Predictor;
import io.headroom.spi.Tracker;
import java.util.List;
import java.util.Set;
import java.util.function.UnaryOperator;

/** Global predictors that mix up their series; with one series they are right. */
final class GlobalFaults {
    private GlobalFaults() {}

    static Predictor good() {
        return new LastValuePredictor(Predictor.Scope.GLOBAL);
    }

    static List<BrokenDouble> rows() {
        return List.of(
                row("P40", "bytes are forecast on another scale", both(m -> new ModelDouble(m) {
                    @Override
                    public Tracker track(SeriesKey key) {
                        double factor = key.measure() == Measure.BYTES ? 10 : 1;
                        return TrackerDouble.forecast(f -> f.times(factor)).apply(super.track(key));
                    }
                })),
                row("P41", "an unseen series has the level of a fitted one", both(m -> new ModelDouble(m) {
                    @Override
                    public Tracker track(SeriesKey key, RateSeries history) {
                        return keys().size() > 1 ? super.track(keys().iterator().next()) : super.track(key, history);
                    }
                })),
                row("P42", "a dead series spoils a mean", changed(GlobalFaults::spoilt)),
                row("P43", "every event is everybody's", changed(GlobalFaults::everybodys)),
                row("P44", "the first series alone is restored", GlobalFaults::first));
    }

    /** Changes models of several series, fitted and restored. */
    private static PredictorDouble.Maker both(UnaryOperator<FittedModel> change) {
        return () -> new PredictorDouble(Predictor.Scope.GLOBAL) {
            @Override
            public FittedModel fit(FitRequest request) {
                return change.apply(super.fit(request));
            }

            @Override
            public FittedModel restore(byte[] snapshot) {
                return change.apply(super.restore(snapshot));
            }
        };
    }

    private interface Fit {
        FittedModel of(Predictor predictor, FitRequest request);
    }

    private static PredictorDouble.Maker changed(Fit fit) {
        Predictor inner = new LastValuePredictor(Predictor.Scope.GLOBAL);
        return () -> new PredictorDouble(Predictor.Scope.GLOBAL) {
            @Override
            public FittedModel fit(FitRequest request) {
                return request.series().size() > 1 ? fit.of(inner, request) : super.fit(request);
            }
        };
    }

    private static FittedModel spoilt(Predictor predictor, FitRequest request) {
        boolean dead = request.series().values().stream().anyMatch(s -> s.observed() == 0);
        FittedModel model = predictor.fit(request);
        return dead ? PredictorDouble.scaled(model, 0.1) : model;
    }

    private static FittedModel everybodys(Predictor predictor, FitRequest request) {
        return predictor.fit(request.withEvents(EventFaults.everybodys(request.events())));
    }

    private static Predictor first() {
        return new PredictorDouble(Predictor.Scope.GLOBAL) {
            @Override
            public FittedModel restore(byte[] snapshot) {
                return new ModelDouble(super.restore(snapshot)) {
                    @Override
                    public Set<SeriesKey> keys() {
                        return Set.of(super.keys().iterator().next());
                    }
                };
            }
        };
    }
}
