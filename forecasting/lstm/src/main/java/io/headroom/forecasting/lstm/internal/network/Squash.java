package io.headroom.forecasting.lstm.internal.network;

/**
 * The hyperbolic tangent and the sigmoid over arrays, as one quotient of polynomials (degree 13 over 6, the coefficients of Eigen's
 * {@code generic_fast_tanh_float}): right to about 3e-7, without branches or tables, and only from operations that IEEE 754 defines.
 */
final class Squash {
    private static final float LIMIT = 7.90531110763549805f;

    private Squash() {}

    static float tanh(float v) {
        float x = Math.max(-LIMIT, Math.min(LIMIT, v));
        float s = x * x;
        float p = s * -2.76076847742355e-16f + 2.00018790482477e-13f;
        p = s * p - 8.60467152213735e-11f;
        p = s * p + 5.12229709037114e-08f;
        p = s * p + 1.48572235717979e-05f;
        p = s * p + 6.37261928875436e-04f;
        p = s * p + 4.89352455891786e-03f;
        float q = s * 1.19825839466702e-06f + 1.18534705686654e-04f;
        q = s * q + 2.26843463243900e-03f;
        q = s * q + 4.89352518554385e-03f;
        return x * p / q;
    }

    static void tanh(int n, float[] x, int xo, float[] out, int oo) {
        for (int i = 0; i < n; i++) {
            out[oo + i] = tanh(x[xo + i]);
        }
    }

    static void sigmoid(int n, float[] x, int xo, float[] out, int oo) {
        for (int i = 0; i < n; i++) {
            out[oo + i] = 0.5f + 0.5f * tanh(0.5f * x[xo + i]);
        }
    }
}
