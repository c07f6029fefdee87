package io.headroom.core;

/**
 * The standard normal distribution, with the same bits on every machine. Stateless and thread-safe.
 */
public final class StandardNormal {
    private static final double[] A = {
        3.3871328727963666080e0, 1.3314166789178437745e2, 1.9715909503065514427e3, 1.3731693765509461125e4,
        4.5921953931549871457e4, 6.7265770927008700853e4, 3.3430575583588128105e4, 2.5090809287301226727e3
    };
    private static final double[] B = {
        1.0, 4.2313330701600911252e1, 6.8718700749205790830e2, 5.3941960214247511077e3,
        2.1213794301586595867e4, 3.9307895800092710610e4, 2.8729085735721942674e4, 5.2264952788528545610e3
    };
    private static final double[] C = {
        1.42343711074968357734e0, 4.63033784615654529590e0, 5.76949722146069140550e0, 3.64784832476320460504e0,
        1.27045825245236838258e0, 2.41780725177450611770e-1, 2.27238449892691845833e-2, 7.74545014278341407640e-4
    };
    private static final double[] D = {
        1.0, 2.05319162663775882187e0, 1.67638483018380384940e0, 6.89767334985100004550e-1,
        1.48103976427480074590e-1, 1.51986665636164571966e-2, 5.47593808499534494600e-4, 1.05075007164441684324e-9
    };
    private static final double[] E = {
        6.65790464350110377720e0, 5.46378491116411436990e0, 1.78482653991729133580e0, 2.96560571828504891230e-1,
        2.65321895265761230930e-2, 1.24266094738807843860e-3, 2.71155556874348757815e-5, 2.01033439929228813265e-7
    };
    private static final double[] F = {
        1.0, 5.99832206555887937690e-1, 1.36929880922735805310e-1, 1.48753612908506148525e-2,
        7.86869131145613259100e-4, 1.84631831751005468180e-5, 1.42151175831644588870e-7, 2.04426310338993978564e-15
    };
    private static final double[] NUMERATOR = {
        220.206867912376,
        221.213596169931,
        112.079291497871,
        33.912866078383,
        6.37396220353165,
        0.700383064443688,
        3.52624965998911e-2
    };
    private static final double[] DENOMINATOR = {
        440.413735824752, 793.826512519948, 637.333633378831, 296.564248779674,
        86.7807322029461, 16.064177579207, 1.75566716318264, 8.83883476483184e-2
    };

    private StandardNormal() {}

    /**
     * The quantile, by Wichura's rational approximation (Applied Statistics 37, 1988, AS 241), relative error 1e-16.
     *
     * @param p a probability in (0, 1)
     * @return the z-score with P(Z &lt;= z) = p
     * @throws IllegalArgumentException if {@code p} is not strictly between 0 and 1
     */
    public static double quantile(double p) {
        double q = p - 0.5;
        if (Math.abs(q) <= 0.425) {
            double r = 0.180625 - q * q;
            return q * polynomial(A, r) / polynomial(B, r);
        }
        Checks.probability(p, "probability");
        double r = Math.sqrt(-StrictMath.log(q < 0 ? p : 1 - p));
        double z =
                r <= 5 ? polynomial(C, r - 1.6) / polynomial(D, r - 1.6) : polynomial(E, r - 5) / polynomial(F, r - 5);
        return q < 0 ? -z : z;
    }

    /**
     * The distribution function, by Hart's rational approximation in the form of West (Wilmott, 2005), absolute error 1e-15.
     *
     * @param z a z-score; infinities allowed
     * @return P(Z &lt;= z), NaN for NaN
     */
    public static double cdf(double z) {
        double x = Math.abs(z);
        if (x > 37) {
            return z > 0 ? 1 : 0;
        }
        double density = StrictMath.exp(-x * x / 2);
        double tail;
        if (x < 7.07106781186547) {
            tail = density * polynomial(NUMERATOR, x) / polynomial(DENOMINATOR, x);
        } else {
            double fraction = x + 0.65;
            for (int k = 4; k >= 1; k--) {
                fraction = x + k / fraction;
            }
            tail = density / fraction / 2.506628274631;
        }
        return z > 0 ? 1 - tail : tail;
    }

    private static double polynomial(double[] coefficients, double x) {
        double sum = coefficients[coefficients.length - 1];
        for (int i = coefficients.length - 2; i >= 0; i--) {
            sum = sum * x + coefficients[i];
        }
        return sum;
    }
}
