package io.headroom.forecasting.internal.harmonic;

/**
 * Coefficients of x(t) = sum phi(i) x(t-i) + e(t) + sum theta(j) e(t-j). Immutable and thread-safe as long as nobody
 * writes to the arrays: it stays inside the package.
 */
final class Arma {
    private static final double EDGE = 0.999;

    final double[] phi;
    final double[] theta;

    Arma(double[] phi, double[] theta) {
        this.phi = phi;
        this.theta = theta;
    }

    int p() {
        return phi.length;
    }

    int q() {
        return theta.length;
    }

    /**
     * Runs the errors out of a series; before it everything is zero.
     *
     * @param x values, NaN where missing; those are replaced by their forecasts
     * @param e where one-step errors go; 0 where a value is missing
     * @return sum of squared errors
     */
    double filter(double[] x, double[] e) {
        double squares = 0;
        int p = phi.length;
        int q = theta.length;
        for (int t = 0; t < x.length; t++) {
            double mean = 0;
            for (int i = 0; i < p && i < t; i++) {
                mean += phi[i] * x[t - 1 - i];
            }
            for (int j = 0; j < q && j < t; j++) {
                mean += theta[j] * e[t - 1 - j];
            }
            if (Double.isNaN(x[t])) {
                x[t] = mean;
                e[t] = 0;
            } else {
                e[t] = x[t] - mean;
                squares += e[t] * e[t];
            }
        }
        return squares;
    }

    /** Responses to a unit error of the d times summed process. */
    double[] impulse(int n, int d) {
        double[] psi = new double[n];
        for (int h = 0; h < n; h++) {
            double value = h == 0 ? 1 : h <= theta.length ? theta[h - 1] : 0;
            for (int i = 0; i < phi.length && i < h; i++) {
                value += phi[i] * psi[h - 1 - i];
            }
            psi[h] = value;
        }
        for (int round = 0; round < d; round++) {
            for (int h = 1; h < n; h++) {
                psi[h] += psi[h - 1];
            }
        }
        return psi;
    }

    /** Whether the process neither explodes nor has errors that cannot be told from its past. */
    boolean isSound() {
        double[] minus = new double[theta.length];
        for (int j = 0; j < minus.length; j++) {
            minus[j] = -theta[j];
        }
        return isStable(phi) && isStable(minus);
    }

    /** The same with coefficients moved towards zero until {@link #isSound}. */
    Arma sound() {
        Arma arma = this;
        double shrink = 1;
        while (!arma.isSound()) {
            shrink *= 0.98;
            arma = new Arma(shrunk(phi, shrink), shrunk(theta, shrink));
        }
        return arma;
    }

    /** Multiplies all roots by a factor. */
    private static double[] shrunk(double[] a, double factor) {
        double[] b = a.clone();
        double power = 1;
        for (int i = 0; i < b.length; i++) {
            power *= factor;
            b[i] *= power;
        }
        return b;
    }

    /** Durbin's recursion backwards: all partial autocorrelations lie within the edge. */
    private static boolean isStable(double[] coefficients) {
        double[] a = coefficients.clone();
        for (int k = a.length; k > 0; k--) {
            double r = a[k - 1];
            if (!(Math.abs(r) < EDGE)) {
                return false;
            }
            double[] b = new double[k - 1];
            for (int i = 0; i < k - 1; i++) {
                b[i] = (a[i] + r * a[k - 2 - i]) / (1 - r * r);
            }
            a = b;
        }
        return true;
    }

    /** What the filter that yields the errors makes of a wave exp(i w t): real part, imaginary part. */
    double[] response(double w, int d) {
        double[] above = polynomial(phi, -1, w);
        double[] below = polynomial(theta, 1, w);
        for (int round = 0; round < d; round++) {
            above = times(above, new double[] {1 - StrictMath.cos(w), StrictMath.sin(w)});
        }
        double size = below[0] * below[0] + below[1] * below[1];
        double[] quotient = times(above, new double[] {below[0], -below[1]});
        return new double[] {quotient[0] / size, quotient[1] / size};
    }

    private static double[] polynomial(double[] c, int sign, double w) {
        double re = 1;
        double im = 0;
        for (int i = 0; i < c.length; i++) {
            re += sign * c[i] * StrictMath.cos((i + 1) * w);
            im -= sign * c[i] * StrictMath.sin((i + 1) * w);
        }
        return new double[] {re, im};
    }

    private static double[] times(double[] a, double[] b) {
        return new double[] {a[0] * b[0] - a[1] * b[1], a[0] * b[1] + a[1] * b[0]};
    }
}
