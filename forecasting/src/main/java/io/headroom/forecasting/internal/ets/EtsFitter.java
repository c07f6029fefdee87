package io.headroom.forecasting.internal.ets;

import java.util.List;
import java.util.Optional;
import java.util.function.BooleanSupplier;

/**
 * Fits exponential smoothing models by maximum likelihood.
 *
 * <p>Immutable and thread-safe. The same series gives the same model on every machine, and a series times a power of
 * two the same model times that power.
 *
 * <p>Method: the likelihood of Hyndman, Koehler, Ord and Snyder (2008), concentrated over the error variance, as a
 * least-squares problem; Gauss-Newton steps with derivatives carried along the filter, the initial states eliminated,
 * the smoothing parameters held exactly within R's usual region and the admissible region ({@link EtsParameters});
 * several starts, from a coarse grid and from the fits of simpler forms. Points at which a relative error or a season
 * factor would need a mean that is not positive are rejected. A step costs n p^2 for p unknowns; a whole choice among
 * 15 forms some 200 steps.
 *
 * <p>Missing values (NaN, infinite or beyond 1e150) are left out of the likelihood. Nothing here throws on a degenerate
 * series: the outcome says what was wrong.
 */
public final class EtsFitter {

    private static final int LEAST_VALUES = 5;
    private static final double CONSTANT_ALPHA = 0.5;
    private static final EtsForm LEVEL =
            new EtsForm(EtsForm.ErrorKind.ADDITIVE, EtsForm.TrendKind.NONE, EtsForm.SeasonKind.NONE);

    private final EtsOptions options;

    /**
     * Makes a fitter.
     *
     * @param options what to consider
     */
    public EtsFitter(EtsOptions options) {
        this.options = options;
    }

    /**
     * Fits one form, whatever the list of forms in the options.
     *
     * @param y the series, with NaN where a value is missing
     * @param period steps in a season; 1 or less for none
     * @param form the form
     * @param expired asked at every step whether to stop with what there is
     * @return the model; none if the series is too short for the form, or not positive where it must be
     */
    public EtsFit fit(double[] y, int period, EtsForm form, BooleanSupplier expired) {
        Search search = new Search(y, period, options, expired);
        if (search.observed() < LEAST_VALUES || !search.isLongEnough(form)) {
            return EtsFit.none(EtsOutcome.TOO_SHORT);
        }
        if (search.isConstant() && form.equals(LEVEL)) {
            return constant(y);
        }
        if (!search.isPositiveEnough(form)) {
            return EtsFit.none(EtsOutcome.NOT_POSITIVE);
        }
        return result(search, search.fit(form), y);
    }

    /**
     * Chooses among forms and fits the best, by the corrected Akaike criterion or, if the options name a horizon, by
     * errors at that horizon within the series.
     *
     * <p>A season takes part if the series spans two of them. With a season too long to estimate (see the options) only
     * A,N,A and A,Ad,A take part beside the forms without a season, and a horizon of one season is the default: looking
     * one step ahead, such a season is hardly ever worth its states.
     *
     * @param y the series, with NaN where a value is missing
     * @param period steps in a season; 1 or less for none
     * @param expired asked at every step whether to stop with what there is
     * @return the model; none if fewer than five values are there. If time is up at once, a rough fit of the simplest
     *     form
     */
    public EtsFit select(double[] y, int period, BooleanSupplier expired) {
        Search search = new Search(y, period, options, expired);
        if (search.observed() < LEAST_VALUES) {
            return EtsFit.none(EtsOutcome.TOO_SHORT);
        }
        if (search.isConstant()) {
            return constant(y);
        }
        List<EtsForm> forms = search.suitable();
        return forms.isEmpty() ? EtsFit.none(EtsOutcome.NO_FIT) : result(search, search.select(forms), y);
    }

    private static EtsFit result(Search search, Optional<Contender> winner, double[] y) {
        EtsOutcome outcome =
                search.isExpired() ? EtsOutcome.DEADLINE : winner.isPresent() ? EtsOutcome.COMPLETE : EtsOutcome.NO_FIT;
        return new EtsFit(winner.map(contender -> contender.model(y)), outcome);
    }

    private static EtsFit constant(double[] y) {
        double level = 0;
        for (double value : y) {
            level = Standardized.isValue(value) ? value : level;
        }
        EtsParameters parameters = new EtsParameters(CONSTANT_ALPHA, 0, 0, 1);
        EtsModel model = EtsModel.evaluate(LEVEL, parameters, new EtsStates(level, 0, new double[0]), y);
        return new EtsFit(Optional.of(model), EtsOutcome.CONSTANT);
    }
}
