package io.headroom.testkit;

import io.headroom.spi.FitRequest;
import io.headroom.spi.FittedModel;
import io.headroom.spi.Predictor;
import io.headroom.spi.Tracker;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;

/** Passes everything on to {@link LastValuePredictor}; the rows of a table override what they break. */
class PredictorDouble implements Predictor {
    private final Predictor inner;

    PredictorDouble() {
        this(Scope.LOCAL);
    }

    PredictorDouble(Scope scope) {
        this.inner = new LastValuePredictor(scope);
    }

    /** What the subclasses of the kits ask for. */
    interface Maker extends Supplier<Predictor> {}

    /** A row of the predictors' table. */
    static BrokenDouble row(String clause, String fault, Maker maker) {
        return new BrokenDouble(clause, fault, maker);
    }

    /** Changes each model that was fitted. */
    static Maker fitted(UnaryOperator<FittedModel> change) {
        return () -> new PredictorDouble() {
            @Override
            public FittedModel fit(FitRequest request) {
                return change.apply(super.fit(request));
            }
        };
    }

    /** Changes each model, fitted or restored. */
    static Maker model(UnaryOperator<FittedModel> change) {
        return () -> new PredictorDouble() {
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

    /** Changes each tracker. */
    static Maker tracker(UnaryOperator<Tracker> change) {
        return model(m -> new ModelDouble(m) {
            @Override
            Tracker started(Tracker tracker) {
                return change.apply(tracker);
            }
        });
    }

    /** A model whose forecasts are multiplied. */
    static FittedModel scaled(FittedModel model, double factor) {
        return new ModelDouble(model) {
            @Override
            Tracker started(Tracker tracker) {
                return TrackerDouble.forecast(f -> f.times(factor)).apply(tracker);
            }
        };
    }

    /** Changes each request before it is fitted. */
    static Maker request(UnaryOperator<FitRequest> change) {
        return () -> new PredictorDouble() {
            @Override
            public FittedModel fit(FitRequest request) {
                return super.fit(change.apply(request));
            }
        };
    }

    @Override
    public String name() {
        return inner.name();
    }

    @Override
    public Scope scope() {
        return inner.scope();
    }

    @Override
    public FittedModel fit(FitRequest request) {
        return inner.fit(request);
    }

    @Override
    public FittedModel restore(byte[] snapshot) {
        return inner.restore(snapshot);
    }
}
