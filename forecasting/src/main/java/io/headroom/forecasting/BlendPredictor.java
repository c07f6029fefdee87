package io.headroom.forecasting;

import io.headroom.core.Rung;
import io.headroom.forecasting.internal.blend.BlendFit;
import io.headroom.forecasting.internal.blend.BlendFitter;
import io.headroom.spi.PredictorSettings;
import java.util.Arrays;
import java.util.Optional;
import java.util.function.BooleanSupplier;

/** What the predictors share that weigh members by their errors from origins within the history. */
abstract class BlendPredictor extends LocalPredictor {
    private final BlendFitter fitter;

    BlendPredictor(String name, PredictorSettings settings, BlendFitter fitter) {
        super(name, settings);
        this.fitter = fitter;
    }

    /** The longest declared season; 1 if none is declared. */
    static int longest(PredictorSettings settings) {
        int n = settings.periods().size();
        return n == 0 ? 1 : settings.periods().get(n - 1);
    }

    static int shortest(PredictorSettings settings) {
        return settings.periods().isEmpty() ? 1 : settings.periods().get(0);
    }

    /** The blend, if the history is long enough for it. */
    final Optional<LocalModel> blend(LocalFit fit) {
        BooleanSupplier expired = () ->
                fit.request().deadline().expired() || Thread.currentThread().isInterrupted();
        if (expired.getAsBoolean()) {
            return Optional.empty();
        }
        Optional<BlendFit> found = fitter.fit(fit.values(), expired);
        if (found.isEmpty() || !HorizonLaw.canLearn(found.get().rehearsals())) {
            return Optional.empty();
        }
        BlendFit blend = found.get();
        double least =
                Arrays.stream(fit.values()).filter(y -> !Double.isNaN(y)).min().orElse(0);
        BlendState beginning = new BlendState(blend.beginning().copy(), HorizonLaw.learn(least, blend.rehearsals()));
        String reason = blend.complete() ? "" : "the deadline came before all members were fitted";
        Rung rung = blend.complete() ? Rung.FULL : Rung.RESTRICTED;
        return Optional.of(fit.model(beginning, blend.beginning().description(), rung, reason));
    }
}
