package io.headroom.forecasting;

import io.headroom.core.RateSeries;
import io.headroom.spi.FitRequest;
import io.headroom.spi.FittedModel;
import io.headroom.spi.Predictor;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.UnaryOperator;

/** Counts the fits of another predictor; what they yield can be changed. */
final class CountingPredictor implements Predictor {
    private final Predictor inner;
    private final Scope scope;
    private final UnaryOperator<FittedModel> change;
    private final List<FitRequest> requests = new CopyOnWriteArrayList<>();

    CountingPredictor(Predictor inner) {
        this(inner, Scope.LOCAL, model -> model);
    }

    CountingPredictor(Predictor inner, Scope scope, UnaryOperator<FittedModel> change) {
        this.inner = inner;
        this.scope = scope;
        this.change = change;
    }

    int fits() {
        return requests.size();
    }

    FitRequest request(int fit) {
        return requests.get(fit);
    }

    /** How many values each fit was given, of its first series. */
    List<Integer> observed() {
        return requests.stream()
                .map(FitRequest::single)
                .map(RateSeries::observed)
                .toList();
    }

    @Override
    public String name() {
        return "counting";
    }

    @Override
    public Scope scope() {
        return scope;
    }

    @Override
    public FittedModel fit(FitRequest request) {
        requests.add(request);
        return change.apply(inner.fit(request));
    }

    @Override
    public FittedModel restore(byte[] snapshot) {
        return inner.restore(snapshot);
    }
}
