package io.headroom.forecasting;

import io.headroom.core.Checks;
import io.headroom.core.Flow;
import io.headroom.core.TimeGrid;
import io.headroom.spi.EventCalendar;
import io.headroom.spi.Predictor;
import java.time.Duration;
import java.util.concurrent.Executor;
import java.util.concurrent.ForkJoinPool;
import java.util.function.Function;

/** Builds a {@link TransactionPredictor}. Not thread-safe. */
public final class TransactionPredictorBuilder {
    final TimeGrid grid;
    Function<Flow, Predictor> predictors = flow -> Predictors.naive();
    EventCalendar events = EventCalendar.none();
    int retainedSteps = 20_160;
    Duration refitAge = Duration.ofDays(1);
    double refitError = 2;
    Duration fitBudget = Duration.ofSeconds(10);
    Executor executor = ForkJoinPool.commonPool();
    long seed;

    TransactionPredictorBuilder(TimeGrid grid) {
        this.grid = grid;
    }

    /** Copies the settings, which later calls of a builder must not change. */
    private TransactionPredictorBuilder(TransactionPredictorBuilder other) {
        this.grid = other.grid;
        this.predictors = other.predictors;
        this.events = other.events;
        this.retainedSteps = other.retainedSteps;
        this.refitAge = other.refitAge;
        this.refitError = other.refitError;
        this.fitBudget = other.fitBudget;
        this.executor = other.executor;
        this.seed = other.seed;
    }

    /**
     * The predictor of every flow. Default: the last value.
     *
     * @param value the predictor
     * @return this
     */
    public TransactionPredictorBuilder predictor(Predictor value) {
        return predictor(flow -> value);
    }

    /**
     * The predictor of each flow: by type, by region, by the zone of its source.
     *
     * @param value a pure function; it should return the same predictor for flows that one global model serves
     * @return this
     */
    public TransactionPredictorBuilder predictor(Function<Flow, Predictor> value) {
        this.predictors = value;
        return this;
    }

    /**
     * The known events. Default: none.
     *
     * @param value the calendar
     * @return this
     */
    public TransactionPredictorBuilder events(EventCalendar value) {
        this.events = value;
        return this;
    }

    /**
     * How many steps of history are kept and fitted. Default 20,160, two weeks of minutes.
     *
     * @param value in [2, 10,000,000]
     * @return this
     */
    public TransactionPredictorBuilder retainedSteps(int value) {
        this.retainedSteps = value;
        return this;
    }

    /**
     * The age at which a model is fitted again. Default one day.
     *
     * @param value above zero
     * @return this
     */
    public TransactionPredictorBuilder refitAge(Duration value) {
        this.refitAge = value;
        return this;
    }

    /**
     * The error at which a model is fitted again: root mean square of standardised one-step errors, which is 1 for a
     * model that fits. Default 2.
     *
     * @param value above 1
     * @return this
     */
    public TransactionPredictorBuilder refitError(double value) {
        this.refitError = value;
        return this;
    }

    /**
     * The longest that one fit may take. Default 10 seconds.
     *
     * @param value above zero
     * @return this
     */
    public TransactionPredictorBuilder fitBudget(Duration value) {
        this.fitBudget = value;
        return this;
    }

    /**
     * Where fits run. Default: the common fork-join pool. With {@code Runnable::run} they run inside the calls that
     * find them due, which makes a simulation repeatable.
     *
     * @param value the executor
     * @return this
     */
    public TransactionPredictorBuilder executor(Executor value) {
        this.executor = value;
        return this;
    }

    /**
     * The seed of fits and scenarios. Default 0.
     *
     * @param value any number
     * @return this
     */
    public TransactionPredictorBuilder seed(long value) {
        this.seed = value;
        return this;
    }

    /**
     * Checks the settings and builds.
     *
     * @return a predictor that knows no flow yet
     * @throws IllegalArgumentException if a setting is outside its range
     */
    public TransactionPredictor build() {
        Checks.inRange(retainedSteps, 2, 10_000_000, "retained steps");
        Checks.positive(refitAge, "refit age");
        Checks.positive(fitBudget, "fit budget");
        if (!(refitError > 1)) {
            throw Checks.failure("refit error " + refitError, "must be above 1", "1 is the error of a model that fits");
        }
        return new TransactionPredictor(new TransactionPredictorBuilder(this));
    }
}
