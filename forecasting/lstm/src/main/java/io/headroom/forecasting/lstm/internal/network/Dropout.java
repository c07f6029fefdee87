package io.headroom.forecasting.lstm.internal.network;

import java.util.Arrays;
import java.util.SplittableRandom;

/**
 * Which units are left out, at random (Srivastava et al. 2014); the others make up for it. The same for every engine, given the seed. Not
 * thread-safe.
 */
public final class Dropout {
    private final double share;
    private final SplittableRandom random;
    private final float[] factors;

    /**
     * Leaves nothing out until the first draw.
     *
     * @param units most units
     * @param share how many of them are left out, in [0, 1)
     * @param seed of the choice
     */
    public Dropout(int units, double share, long seed) {
        this.share = share;
        this.random = new SplittableRandom(seed);
        this.factors = new float[units];
        Arrays.fill(factors, 1);
    }

    /**
     * Draws anew.
     *
     * @param n how many units there are now
     */
    public void draw(int n) {
        if (share > 0) {
            float kept = (float) (1 / (1 - share));
            // A branch that no processor can foretell costs more than the draw: the sign of a difference stands in for
            // it.
            long bound = (long) Math.ceil(share * (1L << 53));
            for (int i = 0; i < n; i++) {
                long left = (random.nextLong() >>> 11) - bound;
                factors[i] = kept * ((left >>> 63) ^ 1);
            }
        }
    }

    /**
     * Whether anything is ever left out.
     *
     * @return whether the share is above 0
     */
    public boolean isNeeded() {
        return share > 0;
    }

    /**
     * What each unit is multiplied by, as drawn last.
     *
     * @return the live array
     */
    public float[] factors() {
        return factors;
    }
}
