package io.headroom.forecasting.internal.blend;

/**
 * From where within a history to forecast, and how far: many origins for the next steps and fewer for the whole horizon,
 * spread evenly over all phases of the season. Immutable and thread-safe.
 */
final class Origins {
    private static final int NEAR = 12;
    private static final int FAR_COUNT = 32;
    private static final int NEAR_COUNT = 128;
    private static final int LONGEST = 288;
    private static final int WITHOUT_SEASON = 48;

    private final int first;
    private final int length;
    private final int near;
    private final int far;
    private final int nearStride;
    private final int farStride;

    /**
     * Origins for a history.
     *
     * @param length values in the history
     * @param memory values that the members need
     * @param period steps in a season, 1 without one
     */
    Origins(int length, int memory, int period) {
        int reach = period > 1 ? Math.max(NEAR, 2 * period) : WITHOUT_SEASON;
        this.length = length;
        this.far = Math.max(1, Math.min(Math.min(reach, LONGEST), length / 4));
        this.near = Math.min(NEAR, far);
        this.first = Math.max(Math.max(1, memory), length / 4);
        this.nearStride = stride(near, NEAR_COUNT, period);
        this.farStride = stride(far, FAR_COUNT, period);
    }

    private int stride(int horizon, int count, int period) {
        int stride = Math.max(1, (length - horizon - first) / (count - 1));
        while (gcd(stride, period) > 1) {
            stride--;
        }
        return stride;
    }

    private static int gcd(int a, int b) {
        return b == 0 ? a : gcd(b, a % b);
    }

    /** Steps to forecast from here: 0 if this is no origin. */
    int reach(int index) {
        if (index < first) {
            return 0;
        }
        if (hits(length - far - index, farStride, FAR_COUNT)) {
            return far;
        }
        return hits(length - near - index, nearStride, NEAR_COUNT) ? near : 0;
    }

    private static boolean hits(int back, int stride, int count) {
        return back >= 0 && back % stride == 0 && back / stride < count;
    }
}
