package io.headroom.forecasting.internal.arima;

/**
 * Where the coefficients of given orders stand in one array: ar, ma, seasonal ar, seasonal ma. Signs as in R: y = phi
 * y[t-1] + e + theta e[t-1].
 */
final class Coefficients {
    static final int BLOCKS = 4;

    private static final double LEAST_ROOT = 1.01;
    private static final double MOST_SEASONAL_AR = 1.25;
    private static final double MOST_SEASONAL_MA = 1.1;

    private final ArimaOrder order;
    private final int[] from;
    private final int[] count;
    private final double[] radius;

    /**
     * Lays out the coefficients.
     *
     * @param strict whether roots stay out of the circles of {@link #strictRadius}, or only out of that of radius 1
     */
    Coefficients(ArimaOrder order, boolean strict) {
        this.order = order;
        radius = new double[BLOCKS];
        for (int b = 0; b < BLOCKS; b++) {
            radius[b] = strict ? strictRadius(b, order.period()) : 1;
        }
        count = new int[] {order.ar(), order.ma(), order.seasonalAr(), order.seasonalMa()};
        from = new int[] {0, count[0], count[0] + count[1], count[0] + count[1] + count[2]};
    }

    /**
     * The circle that roots of a block, in its own lag, stay out of in a choice of orders. R rejects models with a root
     * within 1.01 in steps, which for a season of m steps is 1.01^m in seasons; here that is the bound itself, and for
     * long seasons it is limited. Nearer roots make criteria good and forecasts bad: a seasonal autoregression near 1
     * after a seasonal difference carries on what happened by chance.
     */
    private static double strictRadius(int block, int period) {
        if (block < 2) {
            return LEAST_ROOT;
        }
        double seasonal = StrictMath.pow(LEAST_ROOT, period);
        return Math.min(seasonal, isMovingAverage(block) ? MOST_SEASONAL_MA : MOST_SEASONAL_AR);
    }

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
            stretch(c, b, isMovingAverage(b) ? -1 : 1, 1 / radius[b]);
        }
        return c;
    }

    /** Numbers of coefficients. */
    double[] numbers(double[] c) {
        double[] x = new double[c.length];
        double[] a = c.clone();
        for (int b = 0; b < BLOCKS; b++) {
            stretch(a, b, isMovingAverage(b) ? -1 : 1, radius[b]);
            Partial.inverse(a, from[b], count[b], x);
        }
        return x;
    }

    /** Multiplies coefficient i of a block by the i-th power of a factor, and all by a sign. */
    private void stretch(double[] c, int block, double sign, double factor) {
        double power = sign;
        for (int i = from[block]; i < from[block] + count[block]; i++) {
            power *= factor;
            c[i] *= power;
        }
    }

    /** Whether no root of any block, in its own lag, lies within a circle of this radius. */
    boolean clearOf(double[] c, double circle) {
        double[] a = c.clone();
        boolean clear = true;
        for (int b = 0; b < BLOCKS; b++) {
            stretch(a, b, isMovingAverage(b) ? -1 : 1, 1);
            clear &= Partial.isStationary(a, from[b], count[b], circle);
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
