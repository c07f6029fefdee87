package io.headroom.forecasting.internal.additive;

/**
 * What the model missed carries over to the next steps: with e the one-step error, the expected residual p follows
 *
 * <p>p' = decay (p + gain e),
 *
 * <p>so that gain 1 is a first-order autoregression, decay 1 an exponential level, gain 0 nothing at all; together the
 * residuals are ARMA(1, 1) with both coefficients in the range where shocks do not change sign. Response to a unit error
 * h steps later: gain decay^h. Immutable and thread-safe.
 *
 * @param decay in [0, 1]
 * @param gain in [0, 1]
 */
public record ResidualMemory(double decay, double gain) {
    /** No memory. */
    public static final ResidualMemory NONE = new ResidualMemory(0, 0);

    private static final int GRID = 5;
    private static final int REFINEMENTS = 5;

    /** Share by which squared errors must fall for a memory to be worth having. */
    private static final double WORTH = 1e-3;

    /**
     * Chooses by least squared one-step errors: a grid, refined around its best point. Cost: about 70 passes.
     *
     * @param residuals value minus model, NaN where missing
     * @return the memory
     */
    public static ResidualMemory fit(double[] residuals) {
        double none = squares(residuals, 0, 0);
        double best = none * (1 - WORTH);
        ResidualMemory memory = NONE;
        for (int d = 1; d <= GRID; d++) {
            for (int g = 1; g <= GRID; g++) {
                double squares = squares(residuals, (double) d / GRID, (double) g / GRID);
                if (squares < best) {
                    best = squares;
                    memory = new ResidualMemory((double) d / GRID, (double) g / GRID);
                }
            }
        }
        double width = 0.5 / GRID;
        for (int r = 0; r < REFINEMENTS && !memory.equals(NONE); r++) {
            ResidualMemory centre = memory;
            for (int d = -1; d <= 1; d++) {
                for (int g = -1; g <= 1; g++) {
                    double decay = Math.min(1, centre.decay + d * width);
                    double gain = Math.min(1, centre.gain + g * width);
                    double squares = squares(residuals, decay, gain);
                    if (squares < best) {
                        best = squares;
                        memory = new ResidualMemory(decay, gain);
                    }
                }
            }
            width /= 2;
        }
        return memory;
    }

    /**
     * Sum of squared one-step errors.
     *
     * @param residuals value minus model, NaN where missing
     * @return in the squared unit of the residuals
     */
    public double squares(double[] residuals) {
        return squares(residuals, decay, gain);
    }

    private static double squares(double[] residuals, double decay, double gain) {
        double sum = 0;
        double expected = 0;
        for (double residual : residuals) {
            if (Double.isNaN(residual)) {
                expected *= decay;
            } else {
                double error = residual - expected;
                sum += error * error;
                expected = decay * (expected + gain * error);
            }
        }
        return sum;
    }

    /**
     * Moves on by one step.
     *
     * @param expected residual of this step
     * @param error what was off, 0 if the value is missing
     * @return expected residual of the next step
     */
    public double next(double expected, double error) {
        return decay * (expected + gain * error);
    }
}
