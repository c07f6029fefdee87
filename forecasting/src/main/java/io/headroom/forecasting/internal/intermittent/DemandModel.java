package io.headroom.forecasting.internal.intermittent;

import java.util.Locale;

/** A fitted demand model: its parameters, and its state before the series. Immutable and thread-safe. */
public final class DemandModel {
    private final DemandState beginning;
    private final double alpha;
    private final double beta;

    DemandModel(DemandState beginning, double alpha, double beta) {
        this.beginning = beginning;
        this.alpha = alpha;
        this.beta = beta;
    }

    /**
     * Returns the method.
     *
     * @return the method chosen
     */
    public DemandMethod method() {
        return beginning.method();
    }

    /**
     * Returns the state before the first value of the fitted series.
     *
     * @return a copy
     */
    public DemandState beginning() {
        return beginning.copy();
    }

    @Override
    public String toString() {
        return switch (method()) {
            case SMOOTHING -> String.format(Locale.ROOT, "smoothing, alpha = %.2f", alpha);
            case CROSTON -> parameters("Croston");
            case SYNTETOS_BOYLAN -> parameters("Syntetos and Boylan");
            case TEUNTER_SYNTETOS_BABAI -> parameters("Teunter, Syntetos and Babai");
        };
    }

    private String parameters(String name) {
        return String.format(Locale.ROOT, "%s, alpha = %.2f, beta = %.2f", name, alpha, beta);
    }
}
