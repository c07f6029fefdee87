package io.headroom.forecasting.internal.novelty;

/**
 * How surprising a number is after all those before it: -ln of its estimated tail probability, in nats, as far as it
 * lies in the tail; 0 in the bulk. Only ratios count, so that a multiple of all numbers gives the same.
 *
 * <p>The tail is taken as a power law above the k-th largest number u of the n seen: P(X &gt; x) = (k + 1) / (n + 1)
 * (x / u)^(-1/h) with Hill's estimator h = mean ln(x_i / u) of the k numbers above u (B. M. Hill, Annals of Statistics 3,
 * 1975), drawn to {@value #PRIOR} with the weight of {@value #PRIOR_WEIGHT} numbers; k is {@value #SHARE} n, at least
 * {@value #LEAST_KEPT} and at most {@value #MOST_KEPT}. So a stream that often jumps far needs to jump further before it
 * surprises.
 *
 * <p>After {@value #HALVE_AT} numbers the count and the kept ones are thinned to half, so that old ones fade. Memory is
 * that of {@value #MOST_KEPT} numbers; a number costs one comparison in the bulk and O({@value #MOST_KEPT}) in the tail.
 * Not thread-safe.
 */
final class TailSurprise {
    static final int MOST_KEPT = 32;
    static final int LEAST_KEPT = 8;
    static final double SHARE = 0.02;
    static final double PRIOR = 0.3;
    static final double PRIOR_WEIGHT = 2;
    static final int HALVE_AT = 1 << 16;

    /** Before so many numbers nothing surprises. */
    static final int WARM_UP = 100;

    /** What lies beyond the largest number adds at most so much: an estimated tail can't be trusted further out. */
    static final double FURTHEST = 20;

    /** In falling order, the first {@code kept} of them. */
    private final double[] largest = new double[MOST_KEPT + 1];

    private int kept;
    private int count;

    /** Numbers up to this one were thinned out and can't be kept any more. */
    private double lost = -1;

    /**
     * Takes the next number.
     *
     * @param x 0 or more, finite
     * @return its surprise after the numbers before it, in nats
     */
    double next(double x) {
        double surprise = count < WARM_UP ? 0 : surprise(x);
        count++;
        if (x > lost && (kept <= MOST_KEPT || x > largest[MOST_KEPT])) {
            keep(x);
        }
        if (count == HALVE_AT) {
            halve();
        }
        return surprise;
    }

    private double surprise(double x) {
        int k = Math.max(LEAST_KEPT, (int) (SHARE * count));
        k = Math.min(k, kept - 1);
        if (k < 0 || !(x > largest[k])) {
            return 0;
        }
        double bound = largest[k];
        double rarity = StrictMath.log((count + 1.0) / (k + 1.0));
        if (bound == 0) {
            return rarity + FURTHEST;
        }
        double hill = PRIOR * PRIOR_WEIGHT;
        for (int i = 0; i < k; i++) {
            hill += StrictMath.log(largest[i] / bound);
        }
        hill /= k + PRIOR_WEIGHT;
        return rarity + Math.min(FURTHEST, StrictMath.log(x / bound) / hill);
    }

    private void keep(double x) {
        int i = Math.min(kept, MOST_KEPT);
        kept = i + 1;
        while (i > 0 && largest[i - 1] < x) {
            largest[i] = largest[i - 1];
            i--;
        }
        largest[i] = x;
    }

    private void halve() {
        count /= 2;
        int half = (kept + 1) / 2;
        for (int i = 0; i < half; i++) {
            largest[i] = largest[2 * i];
        }
        kept = half;
        lost = half == 0 ? -1 : largest[half - 1];
    }
}
