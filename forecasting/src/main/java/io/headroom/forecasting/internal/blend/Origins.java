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
    private final int last;
    private final int horizon;
    private final int farStride;
    private final int nearStride;

    /**
     * Origins for a history.
     *
     * @param length values in the history
     * @param memory values that the members need
     * @param period steps in a season, 1 without one
     */
    Origins(int length, int memory, int period) {
        int reach = period > 1 ? Math.max(NEAR, 2 * period) : WITHOUT_SEASON;
        this.horizon = Math.max(1, Math.min(Math.min(reach, LONGEST), length / 4));
        this.first = Math.max(Math.max(1, memory), length / 4);
        this.last = length - horizon;
        this.farStride = stride(FAR_COUNT, period);
        this.nearStride = stride(NEAR_COUNT, period);
    }

    private int stride(int count, int period) {
        int stride = Math.max(1, (last - first) / (count - 1));
        while (gcd(stride, period) > 1) {
            stride--;
        }
        return stride;
    }

    private static int gcd(int a, int b) {
        return b == 0 ? a : gcd(b, a % b);
    }

    int horizon() {
        return horizon;
    }

    /** Steps to forecast from here: 0 if this is no origin. */
    int reach(int index) {
        int back = last - index;
        if (index < first || back < 0) {
            return 0;
        }
        if (back % farStride == 0 && back / farStride < FAR_COUNT) {
            return horizon;
        }
        return back % nearStride == 0 && back / nearStride < NEAR_COUNT ? Math.min(NEAR, horizon) : 0;
    }
}
