package io.headroom.forecasting.internal.numeric;

/** The logarithm of a product of many positive numbers with one call of log, safe from overflow. Not thread-safe. */
public final class LogProduct {

    private static final double BIG = 0x1p500;
    private static final double SMALL = 0x1p-500;
    private static final double LOG_TWO = 0.6931471805599453;

    private double product = 1;
    private long exponent;

    /** The empty product, 1. */
    public LogProduct() {}

    /**
     * Multiplies.
     *
     * @param factor positive and finite
     */
    public void multiply(double factor) {
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

    /**
     * The logarithm of the product.
     *
     * @return finite
     */
    public double log() {
        return StrictMath.log(product) + exponent * LOG_TWO;
    }
}
