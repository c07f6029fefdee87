package io.headroom.forecasting.internal.arima;

/**
 * Where the coefficients of given orders stand in one array: ar, ma, seasonal ar, seasonal ma. Signs as in R: y = phi
 * y[t-1] + e + theta e[t-1].
 */
final class Coefficients {
    private final ArimaOrder order;
    private final int[] from;
    private final int[] count;

    Coefficients(ArimaOrder order) {
        this.order = order;
        count = new int[] {order.ar(), order.ma(), order.seasonalAr(), order.seasonalMa()};
        from = new int[] {0, count[0], count[0] + count[1], count[0] + count[1] + count[2]};
    }

    static final int BLOCKS = 4;

    int from(int block) {
        return from[block];
    }

    int count(int block) {
        return count[block];
    }

    int spacing(int block) {
        return block < 2 ? 1 : order.period();
    }

    private static boolean isMovingAverage(int block) {
        return (block & 1) == 1;
    }

    /** The polynomial of a block: 1 - phi B - ..., or 1 + theta B + .... */
    LagPolynomial polynomial(double[] c, int block) {
        return LagPolynomial.of(c, from[block], count[block], spacing(block), isMovingAverage(block) ? 1 : -1);
    }

    LagPolynomial autoregression(double[] c) {
        return polynomial(c, 0).times(polynomial(c, 2));
    }

    LagPolynomial movingAverage(double[] c) {
        return polynomial(c, 1).times(polynomial(c, 3));
    }

    /** Coefficients of any numbers: stationary and invertible. */
    double[] of(double[] x) {
        double[] c = new double[x.length];
        for (int b = 0; b < BLOCKS; b++) {
            Partial.coefficients(x, from[b], count[b], c);
            negate(c, b);
        }
        return c;
    }

    /** Numbers of coefficients. */
    double[] numbers(double[] c) {
        double[] x = new double[c.length];
        double[] a = c.clone();
        for (int b = 0; b < BLOCKS; b++) {
            negate(a, b);
            Partial.inverse(a, from[b], count[b], x);
        }
        return x;
    }

    private void negate(double[] c, int block) {
        for (int i = from[block]; isMovingAverage(block) && i < from[block] + count[block]; i++) {
            c[i] = -c[i];
        }
    }

    /** Whether no root of any block, in its own lag, lies within a circle of this radius. */
    boolean clearOf(double[] c, double radius) {
        double[] a = c.clone();
        boolean clear = true;
        for (int b = 0; b < BLOCKS; b++) {
            negate(a, b);
            clear &= Partial.isStationary(a, from[b], count[b], radius);
        }
        return clear;
    }

    /** Numbers for these orders from numbers for others: what is missing is 0. */
    double[] adapt(double[] x, Coefficients other) {
        double[] adapted = new double[order.size()];
        for (int b = 0; b < BLOCKS; b++) {
            System.arraycopy(x, other.from[b], adapted, from[b], Math.min(count[b], other.count[b]));
        }
        return adapted;
    }
}
