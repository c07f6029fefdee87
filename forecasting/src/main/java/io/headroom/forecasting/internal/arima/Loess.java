package io.headroom.forecasting.internal.arima;

/** Local regression on equidistant values with tricube weights, as in the original program of STL. Immutable. */
final class Loess {
    private static final double FLAT = 0.001;
    private static final double OUTSIDE = 0.999;

    private final int window;
    private final int degree;
    private final int jump;

    /** Smooths over an odd window with local polynomials of degree 0 or 1; every tenth of the window is fitted. */
    Loess(int window, int degree) {
        this.window = window;
        this.degree = degree;
        jump = (window + 9) / 10;
    }

    double[] smooth(double[] y) {
        int n = y.length;
        double[] result = new double[n];
        if (n < 2) {
            System.arraycopy(y, 0, result, 0, n);
            return result;
        }
        int step = Math.min(jump, n - 1);
        int last = 0;
        for (int i = 0; i < n; i += step) {
            result[i] = fit(y, i);
            between(result, last, i);
            last = i;
        }
        if (last < n - 1) {
            result[n - 1] = fit(y, n - 1);
            between(result, last, n - 1);
        }
        return result;
    }

    private double fit(double[] y, int i) {
        int n = y.length;
        if (window >= n) {
            return at(y, i, 0, n - 1);
        }
        int left = Math.max(0, Math.min(n - window, i - (window - 1) / 2));
        return at(y, i, left, left + window - 1);
    }

    private static void between(double[] result, int from, int to) {
        for (int i = from + 1; i < to; i++) {
            result[i] = result[from] + (result[to] - result[from]) * (i - from) / (to - from);
        }
    }

    /** Fits one place, which may lie outside, from the values between two places, ends included. */
    double at(double[] y, double x, int left, int right) {
        double h = Math.max(x - left, right - x);
        if (window > y.length) {
            int wider = (window - y.length) / 2;
            h += wider;
        }
        double[] w = new double[right - left + 1];
        double total = 0;
        for (int i = left; i <= right; i++) {
            double r = Math.abs(i - x);
            double cube = r / h * (r / h) * (r / h);
            double weight = r <= FLAT * h ? 1 : r <= OUTSIDE * h ? (1 - cube) * (1 - cube) * (1 - cube) : 0;
            w[i - left] = weight;
            total += weight;
        }
        if (!(total > 0)) {
            return y[x < left ? left : right];
        }
        double centre = 0;
        for (int i = 0; i < w.length; i++) {
            w[i] /= total;
            centre += w[i] * (left + i);
        }
        double slope = degree == 0 ? 0 : slope(w, left, centre, x - centre, y.length - 1);
        double value = 0;
        for (int i = 0; i < w.length; i++) {
            value += w[i] * (1 + slope * (left + i - centre)) * y[left + i];
        }
        return value;
    }

    private static double slope(double[] w, int left, double centre, double off, int range) {
        double spread = 0;
        for (int i = 0; i < w.length; i++) {
            spread += w[i] * (left + i - centre) * (left + i - centre);
        }
        return Math.sqrt(spread) > FLAT * range ? off / spread : 0;
    }
}
