package io.headroom.forecasting.internal.theta;

import java.util.List;
import java.util.Optional;
import java.util.function.BooleanSupplier;

/**
 * Fits theta models by least squares of the errors one step ahead.
 *
 * <p>Immutable and thread-safe. The same series gives the same model on every machine. Nothing here throws on a
 * degenerate series. A fit costs about 30 passes over the series.
 */
public final class ThetaFitter {
    private static final int LEAST_VALUES = 5;

    private final List<Integer> periods;

    /**
     * Makes a fitter.
     *
     * @param periods steps in each season to consider, 2 or more, ascending; empty for none
     */
    public ThetaFitter(List<Integer> periods) {
        this.periods = List.copyOf(periods);
    }

    /**
     * Fits one member with the longest of the seasons that the series has.
     *
     * @param y the series, with NaN where a value is missing
     * @param form the member of the family
     * @param adjustment how the season is taken out; differences if the values do not suit it
     * @return the model; none below five values
     */
    public Optional<ThetaModel> fit(double[] y, ThetaForm form, Adjustment adjustment) {
        Sample sample = new Sample(y);
        if (sample.observed < LEAST_VALUES) {
            return Optional.empty();
        }
        int period = 1;
        for (int candidate : periods) {
            period = sample.isSeasonal(candidate) ? candidate : period;
        }
        int season = period;
        return sample.season(season, adjustment)
                .or(() -> sample.season(season, Adjustment.DIFFERENCE))
                .map(indices -> Fit.of(sample, indices, form));
    }

    /**
     * Chooses form, adjustment and season by their errors ahead of the first part of the series, and fits the best to
     * all of it.
     *
     * @param y the series, with NaN where a value is missing
     * @param expired asked before every fit whether to stop with what there is
     * @return the model; none below five values or if time is up at once
     */
    public ThetaFit select(double[] y, BooleanSupplier expired) {
        Sample sample = new Sample(y);
        if (sample.observed < LEAST_VALUES || expired.getAsBoolean()) {
            return new ThetaFit(Optional.empty(), sample.observed < LEAST_VALUES);
        }
        return new Choice(sample, periods, expired).fit();
    }
}
