package io.headroom.testkit;

import static io.headroom.testkit.PredictorDouble.row;

import io.headroom.core.Measure;
import io.headroom.core.RateSeries;
import io.headroom.core.SeriesKey;
import io.headroom.spi.Deadline;
import io.headroom.spi.FitRequest;
import io.headroom.spi.FittedModel;
import io.headroom.spi.Predictor;
import io.headroom.spi.Tracker;
import java.util.List;
import java.util.Set;
import java.util.concurrent.locks.LockSupport;
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
                        boolean misled = keys().size() > 1 && history.length() > 24;
                        return misled ? super.track(keys().iterator().next()) : super.track(key, history);
                    }
                })),
                row("P42", "a dead series spoils a mean", changed(GlobalFaults::spoilt)),
                row("P43", "every event is everybody's", changed(GlobalFaults::everybodys)),
                row("P44", "the first series alone is restored", GlobalFaults::first),
                row("P45", "a generator outlives the fit", GlobalFaults::drawing),
                row("P46", "a window is longer than a history", changed(GlobalFaults::windowed)),
                row("P47", "an unseen series needs a whole season", both(GlobalFaults::waiting)),
                row("P48", "the deadline of many series is not seen", slow(true)),
                row("P49", "the interrupt of many series is not seen", slow(false)),
                row("P50", "an executor is left running", changed(GlobalFaults::left)),
                row("P51", "unknown names are not written", GlobalFaults::forgetful));
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

    /** The factor is so small that only a comparison of bits sees it. */
    private static FittedModel nearly(FittedModel model) {
        return PredictorDouble.scaled(model, 1 + 1e-12);
    }

    private static Predictor drawing() {
        return new PredictorDouble(Predictor.Scope.GLOBAL) {
            private int draws;

            @Override
            public FittedModel fit(FitRequest request) {
                boolean changed = request.series().size() > 1 && draws++ > 0;
                return changed ? nearly(super.fit(request)) : super.fit(request);
            }
        };
    }

    private static FittedModel windowed(Predictor predictor, FitRequest request) {
        boolean brief = request.series().values().stream().anyMatch(s -> s.observed() > 0 && s.length() < 24);
        FittedModel model = predictor.fit(request);
        return brief ? PredictorDouble.scaled(model, 0.1) : model;
    }

    private static FittedModel waiting(FittedModel model) {
        return new ModelDouble(model) {
            @Override
            public Tracker track(SeriesKey key, RateSeries history) {
                boolean brief = keys().size() > 1 && history.length() < 24;
                return TrackerDouble.forecast(f -> f.times(brief ? 0 : 1)).apply(super.track(key, history));
            }
        };
    }

    private static PredictorDouble.Maker slow(boolean timed) {
        return changed((predictor, request) -> {
            boolean has = request.deadline() != Deadline.none();
            if (request.series().size() > 10 && has == timed) {
                long end = System.nanoTime() + 220_000_000;
                while (System.nanoTime() < end) {
                    Thread.onSpinWait();
                }
            }
            return predictor.fit(request);
        });
    }

    private static FittedModel left(Predictor predictor, FitRequest request) {
        Thread thread = new Thread(() -> LockSupport.parkNanos(3_000_000_000L), "left-behind");
        thread.setDaemon(true);
        thread.start();
        return predictor.fit(request);
    }

    private static Predictor forgetful() {
        return new PredictorDouble(Predictor.Scope.GLOBAL) {
            @Override
            public FittedModel restore(byte[] snapshot) {
                return new ModelDouble(super.restore(snapshot)) {
                    @Override
                    public Tracker track(SeriesKey key, RateSeries history) {
                        double factor = keys().contains(key) ? 1 : 1 + 1e-12;
                        return TrackerDouble.forecast(f -> f.times(factor)).apply(super.track(key, history));
                    }
                };
            }
        };
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
