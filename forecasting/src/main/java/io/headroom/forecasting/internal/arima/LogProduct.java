package io.headroom.forecasting.internal.arima;

/** The logarithm of a product of many positive numbers with one call of log, safe from overflow. Not thread-safe. */
final class LogProduct {

    private static final double BIG = 0x1p500;
    private static final double SMALL = 0x1p-500;
    private static final double LOG_TWO = 0.6931471805599453;

    private double product = 1;
    private long exponent;

    /** Multiplies by a positive finite factor. */
    void multiply(double factor) {
        product *= factor;
        if (product > BIG || product < SMALL) {
            rescale();
        }
    }

    private void rescale() {
        int power = Math.getExponent(product);
        product = Math.scalb(product, -power);
        exponent += power;
    }

    double log() {
        return StrictMath.log(product) + exponent * LOG_TWO;
    }
}
