package io.headroom.forecasting.internal.joined;

import io.headroom.core.RateForecast;
import io.headroom.core.RateSeries;
import io.headroom.core.SeriesKey;
import io.headroom.spi.EventEffects;
import io.headroom.spi.FitRequest;
import io.headroom.spi.FittedModel;
import io.headroom.spi.Predictor;
import io.headroom.spi.Tracker;
import java.util.Map;
import java.util.Objects;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * What a shared model earns beside the flows' own: both are fitted without the end of each history, and forecast it from four origins. For
 * each share w the quantiles are (1 - w) own + w shared; the loss is the pinball loss over nine deciles, as a multiple of the mean of both
 * models' losses on that flow, so that each flow counts alike. The share with the least mean loss is taken; the shared model gets none if
 * it saves less than a hundredth.
 *
 * @param share share of the shared model, in [0, 1]
 * @param held whether anything was held out, so that {@code shared} did not see the ends
 * @param shared the shared model without the ends; of all there is if nothing was held out and there was no need to judge
 * @param doubt why nothing was judged; empty if it was
 */
record Rehearsal(double share, boolean held, FittedModel shared, String doubt) {
    private static final double[] SHARES = {0, 0.25, 0.5, 0.75, 1};
    private static final double[] DECILES = {0.1, 0.2, 0.3, 0.4, 0.5, 0.6, 0.7, 0.8, 0.9};
    private static final String NO_TIME = "no time was left to weigh the shared model";
    private static final double WORTH_IT = 0.99;
    private static final int MOST_STEPS = 48;

    /** The held-out end is at most this part of a history. */
    private static final int PART = 4;

    private static final int ORIGINS = 4;

    static Rehearsal of(Predictor own, Predictor shared, FitRequest request) {
        if (JoinedPredictor.isOver(request)) {
            return none(shared, request, NO_TIME);
        }
        SortedMap<SeriesKey, RateSeries> begun = new TreeMap<>();
        for (Map.Entry<SeriesKey, RateSeries> entry : request.series().entrySet()) {
            RateSeries whole = entry.getValue();
            if (heldSteps(whole) > 0 && whole.observed() > 0) {
                begun.put(entry.getKey(), whole.slice(0, whole.length() - heldSteps(whole)));
            }
        }
        if (begun.isEmpty()) {
            return none(shared, request, "the histories are too short to weigh the shared model");
        }
        FitRequest shortened = new FitRequest(begun, request.events(), request.deadline(), request.seed());
        SortedMap<SeriesKey, FittedModel> owned = JoinedPredictor.fitEach(own, shortened);
        FittedModel common = shared.fit(shortened);
        boolean over = owned.size() < begun.size() || JoinedPredictor.isOver(request);
        double[] losses = new double[SHARES.length];
        for (Map.Entry<SeriesKey, FittedModel> entry : owned.entrySet()) {
            over |= JoinedPredictor.isOver(request);
            if (over) {
                break;
            }
            SeriesKey key = entry.getKey();
            RateSeries whole = Objects.requireNonNull(request.series().get(key), "series of a model");
            EventEffects events = new EventEffects(request.events(), key.flow(), whole.grid());
            add(losses, opened(whole, events), entry.getValue().track(key), common.track(key));
        }
        return over ? new Rehearsal(0, true, common, NO_TIME) : new Rehearsal(best(losses), true, common, "");
    }

    private static Rehearsal none(Predictor shared, FitRequest request, String doubt) {
        return new Rehearsal(0, false, shared.fit(request), doubt);
    }

    private static int heldSteps(RateSeries series) {
        return Math.min(MOST_STEPS, series.length() / PART);
    }

    private static double best(double[] losses) {
        int best = 0;
        for (int k = 1; k < losses.length; k++) {
            if (losses[k] < losses[best]) {
                best = k;
            }
        }
        return losses[best] < WORTH_IT * losses[0] ? SHARES[best] : 0;
    }

    /** The series without what it did where it was closed: nobody is to be judged by that. */
    private static RateSeries opened(RateSeries series, EventEffects events) {
        double[] rates = series.toArray();
        for (int i = rates.length - heldSteps(series); i < rates.length; i++) {
            if (Double.isNaN(events.undo(series.firstIndex() + i, rates[i]))) {
                rates[i] = Double.NaN;
            }
        }
        return RateSeries.of(series.grid(), series.firstIndex(), rates);
    }

    /** Adds the losses of one flow to those of all. */
    private static void add(double[] losses, RateSeries series, Tracker own, Tracker shared) {
        int steps = heldSteps(series);
        int first = series.length() - steps;
        int stride = Math.max(1, steps / ORIGINS);
        double[] sums = new double[SHARES.length];
        for (int at = 0; at < steps; at++) {
            if (at % stride == 0) {
                RateForecast alone = own.forecast(steps - at);
                RateForecast common = shared.forecast(steps - at);
                for (int ahead = 1; ahead <= steps - at; ahead++) {
                    add(sums, series.rate(first + at + ahead - 1), ahead, alone, common);
                }
            }
            own.observe(series.rate(first + at));
            shared.observe(series.rate(first + at));
        }
        double scale = (sums[0] + sums[sums.length - 1]) / 2;
        for (int k = 0; k < sums.length && scale > 0; k++) {
            losses[k] += sums[k] / scale;
        }
    }

    private static void add(double[] sums, double actual, int ahead, RateForecast own, RateForecast shared) {
        if (Double.isNaN(actual)) {
            return;
        }
        for (double p : DECILES) {
            double alone = own.quantile(ahead, p);
            double common = shared.quantile(ahead, p);
            for (int k = 0; k < sums.length; k++) {
                double error = actual - (alone + SHARES[k] * (common - alone));
                sums[k] += error >= 0 ? p * error : (p - 1) * error;
            }
        }
    }
}
