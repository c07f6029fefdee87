package io.headroom.forecasting;

/** How well a model does since its fit, by its one-step errors. Not thread-safe. */
final class FitQuality {
    /** Exponential mean of squared standardised errors over about this many values. */
    private static final double MEMORY = 48;

    /** Two errors of this size make a model bad, a single one does not. */
    private static final double LARGEST_SQUARE = 100;

    /** For so many values errors must have been large: a fit to fewer at a new level would take them for anything. */
    private static final int PATIENCE = 12;

    /** Where a model allows no error at all, only what is beyond rounding is one. */
    private static final double ROUNDING = 1e-9;

    private final double worst;
    private double square = 1;
    private int bad;

    /**
     * Starts.
     *
     * @param worst root mean square of standardised errors up to which a model is good
     */
    FitQuality(double worst) {
        this.worst = worst;
    }

    /** Starts anew, after a fit. */
    void reset() {
        square = 1;
        bad = 0;
    }

    /** Takes the next value and what was expected of it. */
    void take(double rate, double mean, double deviation) {
        double error = rate - mean;
        double next = error * error / (deviation * deviation);
        if (!(deviation > 0)) {
            next = Math.abs(error) > ROUNDING * Math.max(rate, mean) ? LARGEST_SQUARE : 0;
        }
        square += (Math.min(next, LARGEST_SQUARE) - square) / MEMORY;
        bad = square > worst * worst ? bad + 1 : 0;
    }

    /** Whether errors have been too large for long enough. */
    boolean isBad() {
        return bad >= PATIENCE;
    }
}
