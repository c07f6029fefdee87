package io.headroom.forecasting.internal.novelty;

/**
 * The distance of a value to the nearest one seen before, among the last M except for the very latest, which a smooth
 * stream always resembles. Kept in order, so that a value costs two binary searches and two moves of up to 8 M bytes.
 * Not thread-safe.
 */
final class SeenValues {
    private final int memory;
    private final int latest;

    /** The last values by time, as a ring. */
    private final double[] ring;

    /** The comparable ones in rising order, the first {@code size} of them. */
    private final double[] sorted;

    private int size;
    private long next;

    /**
     * Starts with nothing.
     *
     * @param memory how many steps back a value is remembered
     * @param latest how many of the latest values are not compared with, below the memory
     */
    SeenValues(int memory, int latest) {
        this.memory = memory;
        this.latest = latest;
        this.ring = new double[memory + 2];
        this.sorted = new double[memory + 1];
    }

    /**
     * Takes the next value.
     *
     * @param value finite
     * @return its distance to the nearest one, 0 as long as there is none
     */
    double next(double value) {
        double x = value + 0.0;
        ring[slot(next)] = x;
        if (next > latest) {
            add(ring[slot(next - latest - 1)]);
        }
        if (next > memory) {
            remove(ring[slot(next - memory - 1)]);
        }
        next++;
        return distance(x);
    }

    private int slot(long step) {
        return (int) (step % ring.length);
    }

    private double distance(double x) {
        if (size == 0) {
            return 0;
        }
        int at = place(x);
        double above = at < size ? sorted[at] - x : Double.POSITIVE_INFINITY;
        double below = at > 0 ? x - sorted[at - 1] : Double.POSITIVE_INFINITY;
        return Math.min(above, below);
    }

    /** The first place whose value is not below x. */
    private int place(double x) {
        int low = 0;
        int high = size;
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (sorted[middle] < x) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        return low;
    }

    private void add(double x) {
        int at = place(x);
        System.arraycopy(sorted, at, sorted, at + 1, size - at);
        sorted[at] = x;
        size++;
    }

    private void remove(double x) {
        int at = place(x);
        System.arraycopy(sorted, at + 1, sorted, at, size - at - 1);
        size--;
    }
}
