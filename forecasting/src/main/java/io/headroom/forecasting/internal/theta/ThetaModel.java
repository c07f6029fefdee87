package io.headroom.forecasting.internal.theta;

import java.util.Locale;

/** A fitted theta model: its parameters, and its state before the series. Immutable and thread-safe. */
public final class ThetaModel {
    private final ThetaForm form;
    private final double alpha;
    private final double weight;
    private final ThetaState beginning;
    private final double sigma;

    ThetaModel(ThetaForm form, double alpha, double weight, ThetaState beginning, double sigma) {
        this.form = form;
        this.alpha = alpha;
        this.weight = weight;
        this.beginning = beginning;
        this.sigma = sigma;
    }

    /**
     * Returns the form.
     *
     * @return the member of the family
     */
    public ThetaForm form() {
        return form;
    }

    /**
     * Returns the smoothing parameter.
     *
     * @return alpha, from 1e-4 to 0.9999
     */
    public double alpha() {
        return alpha;
    }

    /**
     * Returns the weight of the trend line.
     *
     * @return w = 1 - 1 / theta, from 0 to 1
     */
    public double weight() {
        return weight;
    }

    /**
     * Returns the state before the first value of the fitted series.
     *
     * @return a copy
     */
    public ThetaState beginning() {
        return beginning.copy();
    }

    /**
     * Returns the standard deviation of an error one step ahead, in the series without its season.
     *
     * @return in units of the series
     */
    public double sigma() {
        return sigma;
    }

    @Override
    public String toString() {
        String adjustment = beginning.adjustment().name().toLowerCase(Locale.ROOT);
        return String.format(
                Locale.ROOT,
                "%s, w = %.3f, alpha = %.3f, season of %d by %s",
                form.name().toLowerCase(Locale.ROOT).replace('_', ' '),
                weight,
                alpha,
                beginning.period(),
                adjustment);
    }
}
