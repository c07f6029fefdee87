package io.headroom.forecasting.internal.novelty;

/**
 * The Euclidean distance of the last three values to the nearest three in a row seen before, among the last M that do
 * not overlap with them: the left matrix profile of length 3 (C.-C. M. Yeh and others, ICDM 2016), not normalised. A value
 * costs one pass over the memory, most of it one subtraction a step. Not thread-safe.
 */
final class SeenPatterns {
    private static final int LENGTH = 3;

    private final int memory;

    /** The last values in the order of time; when it is full, its second half moves to the front. */
    private final double[] values;

    private int size;

    /**
     * Starts with nothing.
     *
     * @param memory how many steps back a pattern is remembered
     */
    SeenPatterns(int memory) {
        this.memory = memory;
        this.values = new double[2 * (memory + LENGTH)];
    }

    /**
     * Takes the next value.
     *
     * @param value its squares must be finite
     * @return the distance, 0 as long as there is no pattern to compare with
     */
    double next(double value) {
        if (size == values.length) {
            int kept = memory + LENGTH - 1;
            System.arraycopy(values, size - kept, values, 0, kept);
            size = kept;
        }
        values[size++] = value;
        return distance();
    }

    private double distance() {
        int now = size - 1;
        int first = Math.max(LENGTH - 1, now - memory);
        if (now - LENGTH <= first) {
            return 0;
        }
        double a = values[now];
        double b = values[now - 1];
        double c = values[now - 2];
        double best = Double.POSITIVE_INFINITY;
        for (int i = now - LENGTH - 1; i >= first && best > 0; i--) {
            double da = a - values[i];
            double square = da * da;
            if (square < best) {
                double db = b - values[i - 1];
                double dc = c - values[i - 2];
                square += db * db + dc * dc;
                best = Math.min(best, square);
            }
        }
        return Math.sqrt(best);
    }
}
