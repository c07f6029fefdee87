package io.headroom.forecasting.lstm;

import io.headroom.core.Checks;
import io.headroom.core.RateSeries;
import io.headroom.core.Rung;
import io.headroom.core.SeriesKey;
import io.headroom.core.TimeGrid;
import io.headroom.forecasting.lstm.internal.network.Engine;
import io.headroom.forecasting.lstm.internal.network.Network;
import io.headroom.forecasting.lstm.internal.network.Shape;
import io.headroom.spi.FitRequest;
import io.headroom.spi.FittedModel;
import io.headroom.spi.Predictor;
import io.headroom.spi.PredictorSettings;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * One long short-term memory network for all flows: each is read on its own scale, so that what is learned from one serves all others, and
 * a flow with little history, or none that was fitted, forecasts like those that resemble it. Quantiles are direct, for any step ahead
 * at once (after MQ-RNN, Wen et al. 2017), trained with the pinball loss from every step of every history; values one season before and
 * the like enter as anchors whose weights the network chooses. Departing from that paper, one decoder serves all steps ahead, and states
 * are carried along the whole history, so that tracking an observation is one step of the network.
 *
 * <p>A fit takes time in proportion to {@link LstmSettings#updates}, and ends before at the deadline, on an interrupt, or when a part of
 * the data that is held out is forecast no better. Without a deadline the result depends on the request alone, to the bit. Seasons and
 * lags count steps of the grid; the hour of the day and the day of the week go by the wall clock. Events with a learned effect share one
 * effect.
 *
 * <p>Immutable and thread-safe; a listener is called on the thread that fits.
 */
public final class LstmPredictor implements Predictor {
    /** The name it is asked for by. */
    public static final String NAME = "lstm";

    private final Engine engine;
    private final PredictorSettings seasons;
    private final LstmSettings settings;
    private final TrainingListener listener;
    private final @Nullable LstmModel earlier;

    private LstmPredictor(
            Engine engine,
            PredictorSettings seasons,
            LstmSettings settings,
            TrainingListener listener,
            @Nullable LstmModel earlier) {
        this.engine = engine;
        this.seasons = seasons;
        this.settings = settings;
        this.listener = listener;
        this.earlier = earlier;
    }

    /**
     * The predictor with default settings.
     *
     * @param seasons declared seasons and their wall clock
     * @return the predictor
     */
    public static LstmPredictor of(PredictorSettings seasons) {
        return new LstmPredictor(Engine.JAVA, seasons, LstmSettings.defaults(), progress -> {}, null);
    }

    /**
     * The same, training with another engine; for Headroom's own modules, which alone see engines. Models keep plain weights: those of
     * one engine are restored, tracked and trained on by any other.
     *
     * @param newEngine works out slopes
     * @return a copy
     */
    public LstmPredictor on(Engine newEngine) {
        return new LstmPredictor(newEngine, seasons, settings, listener, earlier);
    }

    /**
     * The same with other settings.
     *
     * @param newSettings size and training of the network
     * @return a copy
     */
    public LstmPredictor with(LstmSettings newSettings) {
        return new LstmPredictor(engine, seasons, newSettings, listener, earlier);
    }

    /**
     * The same, telling someone how trainings go.
     *
     * @param newListener is called on the thread that fits
     * @return a copy
     */
    public LstmPredictor reportingTo(TrainingListener newListener) {
        return new LstmPredictor(engine, seasons, settings, newListener, earlier);
    }

    /**
     * The same, starting from what an earlier fit learned: for fitting again when actual rates have come in, with a smaller learning rate
     * and fewer steps. Regions and types that the earlier model did not know start from nothing.
     *
     * @param model a model of this predictor with the same seasons, horizon and size
     * @return a copy
     * @throws IllegalArgumentException if it is a model of another kind or size
     */
    public LstmPredictor startingFrom(FittedModel model) {
        if (!(model instanceof LstmModel lstm)
                || !lstm.frame().periods().equals(seasons.periods())
                || lstm.frame().horizon() != settings.horizonFor(lstm.frame().period())
                || !sameSize(lstm.network().shape())) {
            throw Checks.failure(
                    "model " + model.description() + " to start from",
                    "must be an LSTM of the same seasons, horizon and size",
                    "the settings were changed since");
        }
        return new LstmPredictor(engine, seasons, settings, listener, lstm);
    }

    private boolean sameSize(Shape shape) {
        return shape.hidden() == settings.hidden()
                && shape.decoder() == settings.decoder()
                && shape.embedding() == settings.embedding();
    }

    @Override
    public String name() {
        return engine.predictor();
    }

    @Override
    public Scope scope() {
        return Scope.GLOBAL;
    }

    @Override
    public FittedModel fit(FitRequest request) {
        TimeGrid grid = request.single().grid();
        int period = seasons.periods().isEmpty() ? 1 : seasons.periods().get(0);
        long span = earlier != null
                ? earlier.frame().span()
                : request.series().values().stream()
                        .mapToInt(RateSeries::length)
                        .max()
                        .orElse(0);
        LstmFrame frame = new LstmFrame(grid, seasons.zone(), seasons.periods(), settings.horizonFor(period), span);
        StopSign stop = new StopSign(request.deadline());
        Names names = Names.of(request.series().keySet());
        Corpus corpus = Corpus.of(frame, request, names, stop);
        Network start = start(frame, names, request.seed());
        Trainer.Outcome outcome =
                new Trainer(engine, frame, settings, corpus, stop, listener).train(start, request.seed());
        SortedMap<SeriesKey, RateSeries> histories = new TreeMap<>(request.series());
        return new LstmModel(
                frame, outcome.network(), names, request.events(), verdict(request, outcome, stop), histories);
    }

    private Network start(LstmFrame frame, Names names, long seed) {
        Network untrained = frame.untrained(frame.shape(settings, names.size()), seed);
        return earlier == null ? untrained : Transfer.into(untrained, names, earlier.network(), earlier.names());
    }

    private LstmModel.Verdict verdict(FitRequest request, Trainer.Outcome outcome, StopSign stop) {
        String description = "LSTM(" + settings.hidden() + ")";
        Rung rung = Rung.FULL;
        String reason = "";
        if (request.series().values().stream().allMatch(series -> series.observed() == 0)) {
            rung = Rung.PRIOR;
            reason = "there is no value to learn from";
        } else if (outcome.updates() == 0) {
            rung = earlier != null ? Rung.LAST_GOOD : Rung.SEASONAL_NAIVE;
            reason = "nothing was learned: " + (outcome.finished() ? "the histories are too short" : stop.reason());
        } else if (!outcome.finished()) {
            rung = Rung.RESTRICTED;
            reason = stop.reason() + " after " + outcome.updates() + " of " + outcome.planned() + " training steps";
        }
        double memory =
                rung == Rung.LAST_GOOD && earlier != null ? earlier.verdict().memory() : outcome.memory();
        return new LstmModel.Verdict(description, rung, reason, memory);
    }

    @Override
    public FittedModel restore(byte[] snapshot) {
        return LstmSnapshots.model(snapshot);
    }
}
