package io.headroom.forecasting.internal.additive;

import java.util.Arrays;

/** A mode of the posterior in scaled units, on its way to a model. Immutable. */
final class Mode {
    private final Design design;
    final double[] theta;
    final double sigma;
    final double objective;
    private final double[] fitted;
    private final double capacity;
    private final boolean converged;

    /**
     * A mode.
     *
     * @param theta slope k, offset m, other columns, hinges
     * @param fitted value of each row, scaled
     * @param capacity of a logistic trend, scaled, whose line is k (t - m) plus hinges; infinite for a linear one, whose
     *     line is k t + m plus hinges
     */
    Mode(
            Design design,
            double[] theta,
            double sigma,
            double objective,
            double[] fitted,
            double capacity,
            boolean converged) {
        this.design = design;
        this.theta = theta;
        this.sigma = sigma;
        this.objective = objective;
        this.fitted = fitted;
        this.capacity = capacity;
        this.converged = converged;
    }

    /** What {@link MapSolver} minimises. */
    static double objective(Design design, double[] theta, double sigma, double squares) {
        double sum = design.rows * StrictMath.log(sigma) + squares / (2 * sigma * sigma) + 2 * sigma * sigma;
        for (int c = 0; c < design.columns; c++) {
            sum += 0.5 * design.ridge[c] * theta[c] * theta[c];
        }
        for (int j = design.columns; j < theta.length; j++) {
            sum += design.penalty * Math.abs(theta[j]);
        }
        return sum;
    }

    /** Back to the unit of the series and to steps. */
    AdditiveFit toFit(AdditiveOptions options) {
        boolean logistic = capacity < Double.POSITIVE_INFINITY;
        double unit = logistic ? 1 : design.scale;
        double length = design.last - design.first;
        int hinges = design.bends.length;
        long[] bends = new long[hinges];
        double[] changes = new double[hinges];
        double sizes = 0;
        for (int j = 0; j < hinges; j++) {
            bends[j] = design.first + Math.round(design.t[design.bends[j]] * length);
            changes[j] = theta[design.columns + j] * unit / length;
            sizes += Math.abs(changes[j]);
        }
        double[] coefficients = Arrays.copyOfRange(theta, Design.TREND, design.columns);
        for (int c = 0; c < coefficients.length; c++) {
            coefficients[c] *= design.scale;
        }
        double level = logistic ? -theta[0] * theta[1] : theta[1] * unit;
        PiecewiseLine line = PiecewiseLine.of(design.first, level, theta[0] * unit / length, bends, changes);
        double[] residuals = new double[(int) (design.last - design.first + 1)];
        Arrays.fill(residuals, Double.NaN);
        for (int i = 0; i < design.rows; i++) {
            residuals[(int) Math.round(design.t[i] * length)] = (design.y[i] - fitted[i]) * design.scale;
        }
        double rate = hinges / length;
        double slopes = logistic ? 0 : sizes / Math.max(1, hinges);
        AdditiveModel model = new AdditiveModel(
                line,
                capacity * design.scale,
                options.seasons(),
                coefficients,
                shift(coefficients, options),
                design.last,
                new TrendUncertainty(rate, slopes));
        return new AdditiveFit(model, objective, sigma, theta.clone(), design.columns, residuals, converged);
    }

    /** Turns coefficients of regressors into those of raw values; what their centres amount to. */
    private static double shift(double[] coefficients, AdditiveOptions options) {
        int at = coefficients.length - options.regressors().size();
        double shift = 0;
        for (Regressor regressor : options.regressors()) {
            coefficients[at] /= regressor.spread();
            shift -= coefficients[at] * regressor.centre();
            at++;
        }
        return shift;
    }
}
