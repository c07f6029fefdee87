package io.headroom.forecasting.internal.harmonic;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * A regression on waves with ARMA errors, on its way to generalised least squares. Mutable and not thread-safe.
 *
 * <p>The filter that makes the errors white makes of each wave the same wave, turned and scaled. So the regression of
 * the filtered series on plain waves is the generalised one of the series, once coefficients are turned and scaled back:
 * no regressor has to be filtered.
 */
final class Regression {
    private final double[] z;
    private final int differences;
    private Basis basis;
    private double[] coefficients;
    private double[] gains;
    private double[] rest;
    private SeasonalMemory memory = SeasonalMemory.NONE;

    /** Starts with ordinary least squares. */
    Regression(double[] z, Basis basis, int differences) {
        this.z = z;
        this.differences = differences;
        this.basis = basis;
        this.coefficients = basis.regress(z).coefficients();
        this.gains = new double[basis.waves().size()];
        Arrays.fill(gains, Double.POSITIVE_INFINITY);
        this.rest = basis.residuals(z, coefficients);
        centre();
    }

    /** The errors without memory of seasons, differenced as often as they should be, around zero. */
    double[] errors() {
        double[] x = memory.forget(rest);
        if (differences == 0) {
            return x;
        }
        double[] changes = new double[x.length];
        changes[0] = Double.NaN;
        for (int t = 1; t < x.length; t++) {
            changes[t] = x[t] - x[t - 1];
        }
        return changes;
    }

    boolean hasWaves() {
        return !basis.waves().isEmpty();
    }

    /** Looks for memory of a season in the errors. */
    void remember(int season, ArmaFit errors) {
        memory = memory.with(white(errors.arma()), season);
    }

    private double[] white(Arma arma) {
        double[] white = new double[z.length];
        double[] x = errors();
        arma.filter(x.clone(), white);
        int first = 0;
        while (first < x.length && Double.isNaN(x[first])) {
            first++;
        }
        int start = first + Math.max(arma.p(), arma.q());
        for (int t = 0; t < z.length; t++) {
            white[t] = t < start || Double.isNaN(x[t]) ? Double.NaN : white[t];
        }
        return white;
    }

    /** Regresses anew, with weights by the model of the errors. */
    void reweigh(ArmaFit errors) {
        Arma arma = errors.arma();
        Basis.Solution solution = basis.regress(white(arma));
        for (int i = 0; i < gains.length; i++) {
            double w = basis.waves().get(i).frequency();
            double[] response = memory.times(arma.response(w, differences), w);
            gains[i] = turn(i, response, solution) * errors.count() / Math.max(errors.squares(), Double.MIN_NORMAL);
        }
        rest = basis.residuals(z, coefficients);
        centre();
    }

    /**
     * Adds to the coefficients of a wave what was found behind a filter, and tells how much of the filtered series' sum
     * of squares the wave explains.
     */
    private double turn(int i, double[] response, Basis.Solution solution) {
        int c = 2 * i + 1;
        int s = c + 1;
        double re = response[0];
        double im = response[1];
        double cosine = coefficients[c] * re + coefficients[s] * im + solution.coefficients()[c];
        double sine = coefficients[s] * re - coefficients[c] * im + solution.coefficients()[s];
        double size = re * re + im * im;
        coefficients[c] = (cosine * re - sine * im) / size;
        coefficients[s] = (cosine * im + sine * re) / size;
        double[][] gram = solution.gram();
        return cosine * cosine * gram[c][c] + 2 * cosine * sine * gram[c][s] + sine * sine * gram[s][s];
    }

    /**
     * Puts the constant where errors have the mean zero, or, if they are differenced, where the first one is zero. The
     * efficient estimate of a mean of errors with long memory is far too uncertain to be of use.
     */
    private void centre() {
        double sum = 0;
        int n = 0;
        for (int t = 0; t < rest.length && (n == 0 || differences == 0); t++) {
            if (!Double.isNaN(rest[t])) {
                sum += rest[t];
                n++;
            }
        }
        double shift = n == 0 ? 0 : sum / n;
        coefficients[0] += shift;
        for (int t = 0; t < rest.length; t++) {
            rest[t] -= shift;
        }
    }

    /** Lets go of waves: of each season those beyond the last one that explains more than a threshold of variances. */
    void prune(double threshold) {
        List<Wave> waves = basis.waves();
        boolean[] counts = new boolean[gains.length];
        for (int i = 0; i < gains.length; i++) {
            counts[i] = gains[i] > threshold;
        }
        boolean[] keep = Waves.upToLast(waves, counts);
        List<Wave> kept = new ArrayList<>();
        double[] left = new double[coefficients.length];
        left[0] = coefficients[0];
        for (int i = 0; i < keep.length; i++) {
            if (keep[i]) {
                left[2 * kept.size() + 1] = coefficients[2 * i + 1];
                left[2 * kept.size() + 2] = coefficients[2 * i + 2];
                kept.add(waves.get(i));
            }
        }
        basis = new Basis(kept);
        gains = new double[kept.size()];
        coefficients = Arrays.copyOf(left, basis.columns());
        rest = basis.residuals(z, coefficients);
        centre();
    }

    HarmonicModel model(ArmaFit errors) {
        int parameters = basis.columns() + errors.arma().p() + errors.arma().q();
        int free = Math.max(errors.count() - parameters, Math.max(1, errors.count() / 2));
        double sigma2 = errors.squares() / free;
        return new HarmonicModel(basis.waves(), coefficients, differences, memory, errors.arma(), sigma2);
    }
}
