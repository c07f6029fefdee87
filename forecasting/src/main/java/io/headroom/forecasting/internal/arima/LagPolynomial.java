package io.headroom.forecasting.internal.arima;

import java.util.Arrays;

/** A polynomial in the lag operator, 1 + c1 B^l1 + c2 B^l2 + ..., of which only terms that are not 0 are kept. Immutable. */
final class LagPolynomial {
    static final LagPolynomial ONE = new LagPolynomial(new int[0], new double[0]);

    private final int[] lags;
    private final double[] coefficients;

    private LagPolynomial(int[] lags, double[] coefficients) {
        this.lags = lags;
        this.coefficients = coefficients;
    }

    /**
     * Makes 1 + sign (c[from] B^spacing + c[from + 1] B^(2 spacing) + ...).
     *
     * @param count how many coefficients to take
     */
    static LagPolynomial of(double[] c, int from, int count, int spacing, double sign) {
        double[] dense = new double[count * spacing + 1];
        for (int i = 0; i < count; i++) {
            dense[(i + 1) * spacing] = sign * c[from + i];
        }
        return sparse(dense);
    }

    /** Makes (1 - B)^d (1 - B^m)^D. */
    static LagPolynomial difference(int d, int seasonal, int period) {
        LagPolynomial product = ONE;
        for (int i = 0; i < d; i++) {
            product = product.times(of(new double[] {1}, 0, 1, 1, -1));
        }
        for (int i = 0; i < seasonal; i++) {
            product = product.times(of(new double[] {1}, 0, 1, period, -1));
        }
        return product;
    }

    LagPolynomial times(LagPolynomial other) {
        if (other.lags.length == 0) {
            return this;
        }
        double[] dense = new double[degree() + other.degree() + 1];
        for (int i = -1; i < lags.length; i++) {
            for (int j = -1; j < other.lags.length; j++) {
                dense[lag(i) + other.lag(j)] += coefficient(i) * other.coefficient(j);
            }
        }
        return sparse(dense);
    }

    private int lag(int i) {
        return i < 0 ? 0 : lags[i];
    }

    private double coefficient(int i) {
        return i < 0 ? 1 : coefficients[i];
    }

    private static LagPolynomial sparse(double[] dense) {
        int[] lags = new int[dense.length];
        double[] coefficients = new double[dense.length];
        int n = 0;
        for (int lag = 1; lag < dense.length; lag++) {
            if (dense[lag] != 0) {
                lags[n] = lag;
                coefficients[n++] = dense[lag];
            }
        }
        return new LagPolynomial(Arrays.copyOf(lags, n), Arrays.copyOf(coefficients, n));
    }

    int degree() {
        return lags.length == 0 ? 0 : lags[lags.length - 1];
    }

    /** The lags, not to be changed. */
    int[] lags() {
        return lags;
    }

    /** The coefficients, not to be changed. */
    double[] coefficients() {
        return coefficients;
    }

    /** The value at B = 1. */
    double sum() {
        double sum = 1;
        for (double c : coefficients) {
            sum += c;
        }
        return sum;
    }

    /** Sum of the coefficients times what lies that many places before, without the place itself. */
    double before(double[] x, int place) {
        double sum = 0;
        for (int i = 0; i < lags.length; i++) {
            sum += coefficients[i] * x[place - lags[i]];
        }
        return sum;
    }

    /** As {@link #before}, with zeros before the first place. */
    double beforeOrZero(double[] x, int place) {
        double sum = 0;
        for (int i = 0; i < lags.length && lags[i] <= place; i++) {
            sum += coefficients[i] * x[place - lags[i]];
        }
        return sum;
    }

    /** Applies this polynomial: y[t] + c1 y[t - l1] + ..., from t = degree on. */
    double[] apply(double[] y) {
        int degree = degree();
        double[] result = new double[Math.max(0, y.length - degree)];
        for (int t = 0; t < result.length; t++) {
            result[t] = y[t + degree] + before(y, t + degree);
        }
        return result;
    }
}
