package io.headroom.forecasting.lstm.internal.input;

/**
 * Exponential and logarithm from additions and multiplications alone, in a few nanoseconds and with the same bits on every machine; right
 * to about 1e-14 of their value. For moderate arguments, as ratios are. Stateless and thread-safe.
 */
final class Elementary {
    private static final double LN2 = 0.6931471805599453;
    private static final double PER_LN2 = 1 / LN2;
    private static final double ROOT2 = 1.4142135623730951;
    private static final int BIAS = 1023;
    private static final int MANTISSA = 52;
    private static final long MANTISSA_BITS = (1L << MANTISSA) - 1;

    private Elementary() {}

    /** The exponential, for arguments in [-700, 700]; 0 below. */
    static double exp(double x) {
        if (x < -700) {
            return 0;
        }
        double whole = Math.rint(x * PER_LN2);
        double r = x - whole * LN2;
        // Taylor: |r| <= 0.35, so that the first term left out is below 1e-16. Even and odd terms apart, which is twice
        // as fast.
        double t = r * r;
        double even = 1
                + t
                        * (1.0 / 2
                                + t
                                        * (1.0 / 24
                                                + t
                                                        * (1.0 / 720
                                                                + t
                                                                        * (1.0 / 40320
                                                                                + t
                                                                                        * (1.0 / 3628800
                                                                                                + t
                                                                                                        * (1.0
                                                                                                                / 479001600))))));
        double odd = 1 + t * (1.0 / 6 + t * (1.0 / 120 + t * (1.0 / 5040 + t * (1.0 / 362880 + t * (1.0 / 39916800)))));
        return (even + r * odd) * Double.longBitsToDouble(((long) whole + BIAS) << MANTISSA);
    }

    /** The natural logarithm of a normal number above 0. */
    static double log(double x) {
        long bits = Double.doubleToRawLongBits(x);
        int exponent = (int) (bits >>> MANTISSA) - BIAS;
        double m = Double.longBitsToDouble((bits & MANTISSA_BITS) | ((long) BIAS << MANTISSA));
        if (m > ROOT2) {
            m /= 2;
            exponent++;
        }
        // log m = 2 artanh s; |s| <= 0.172, so that the first term left out is below 1e-16.
        double s = (m - 1) / (m + 1);
        double t = s * s;
        double high = 1.0 / 11 + t * (1.0 / 13 + t * (1.0 / 15 + t * (1.0 / 17 + t * (1.0 / 19))));
        double sum = t * (1.0 / 3 + t * (1.0 / 5 + t * (1.0 / 7 + t * (1.0 / 9 + t * high))));
        return exponent * LN2 + 2 * s * (1 + sum);
    }
}
