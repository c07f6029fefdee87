package io.headroom.forecasting;

import io.headroom.core.Rung;
import io.headroom.forecasting.internal.blend.BlendFitter;
import io.headroom.forecasting.internal.ets.EtsFit;
import io.headroom.forecasting.internal.ets.EtsFitter;
import io.headroom.forecasting.internal.ets.EtsForm;
import io.headroom.forecasting.internal.ets.EtsModel;
import io.headroom.forecasting.internal.ets.EtsOptions;
import io.headroom.forecasting.internal.theta.Adjustment;
import io.headroom.forecasting.internal.theta.ThetaFitter;
import io.headroom.forecasting.internal.theta.ThetaForm;
import io.headroom.forecasting.internal.theta.ThetaModel;
import io.headroom.spi.PredictorSettings;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.BooleanSupplier;

/**
 * Picks by the data. With 200 values or more: a blend of cheap and different members, weighed by their errors within the
 * history. With fewer, which are too few to weigh anything: the plain mean of a dynamic optimised theta model, a
 * standard theta model of logs, and exponential smoothing with a damped trend, the three that together had the least
 * error on the held-out ends of the M3 competition's training parts.
 */
final class AutoPredictor extends BlendPredictor {
    static final String NAME = "auto";

    private static final int ENOUGH_TO_WEIGH = 200;

    private final ThetaFitter theta;
    private final EtsFitter damped;

    AutoPredictor(PredictorSettings settings) {
        super(NAME, settings, new BlendFitter(shortest(settings), longest(settings), BlendFitter.Choice.ALL));
        this.theta = new ThetaFitter(settings.periods());
        this.damped = new EtsFitter(EtsOptions.defaults().withForms(dampedForms()));
    }

    private static List<EtsForm> dampedForms() {
        return EtsForm.admissible(true, true).stream().filter(EtsForm::isDamped).toList();
    }

    @Override
    LocalModel fit(LocalFit fit) {
        Optional<LocalModel> blend = fit.observed() < ENOUGH_TO_WEIGH ? Optional.empty() : blend(fit);
        return blend.orElseGet(() -> mean(fit));
    }

    private LocalModel mean(LocalFit fit) {
        BooleanSupplier expired = () ->
                fit.request().deadline().expired() || Thread.currentThread().isInterrupted();
        if (expired.getAsBoolean()) {
            return fit.fallback(period(), "the deadline came before anything was fitted");
        }
        List<SeriesState> members = new ArrayList<>();
        List<String> names = new ArrayList<>();
        add(members, names, fit.values(), ThetaForm.DYNAMIC_OPTIMISED, Adjustment.FACTOR);
        add(members, names, fit.values(), ThetaForm.STANDARD, Adjustment.LOGARITHM);
        EtsFit smoothing = damped.select(fit.values(), period(), expired);
        if (smoothing.model().isPresent()) {
            EtsModel model = smoothing.model().get();
            members.add(new EtsSeriesState(model.beginning(), model.sigma2()));
            names.add("ETS(" + model.form() + ")");
        }
        if (members.isEmpty()) {
            return fit.fallback(period(), "too few values for any of its members");
        }
        boolean seasonLost = period() > 1 && fit.observed() < 2 * period();
        String reason = members.size() < 3
                ? "too few values, or no time, for all members before the deadline"
                : seasonLost ? "less than two seasons of data" : "";
        Rung rung = reason.isEmpty() ? Rung.FULL : Rung.RESTRICTED;
        return fit.model(new MeanState(members), "mean of " + String.join(", ", names), rung, reason);
    }

    private void add(
            List<SeriesState> members, List<String> names, double[] values, ThetaForm form, Adjustment adjustment) {
        Optional<ThetaModel> fitted = theta.fit(values, form, adjustment);
        if (fitted.isPresent()) {
            ThetaModel model = fitted.get();
            members.add(new ThetaSeriesState(model.beginning(), model.sigma()));
            names.add("theta (" + model + ")");
        }
    }
}
