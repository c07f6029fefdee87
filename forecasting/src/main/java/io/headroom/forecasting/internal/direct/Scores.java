package io.headroom.forecasting.internal.direct;

import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.util.Arrays;

/**
 * The latest standardised errors, in order of age and of size. To begin with there are a few of the Laplace law, whose mean
 * size is 1. Memory grows up to the capacity; an observation costs O(capacity) moves of memory at worst. Not thread-safe.
 */
public final class Scores {
    private static final int PRIOR = 32;

    private final int capacity;
    private double[] ring;
    private double[] sorted;
    private int count;
    private int oldest;

    Scores(int capacity) {
        this.capacity = capacity;
        this.ring = new double[PRIOR];
        this.sorted = new double[ring.length];
        for (int i = 0; i < PRIOR; i++) {
            double p = (i + 0.5) / PRIOR;
            sorted[i] = p < 0.5 ? StrictMath.log(2 * p) : -StrictMath.log(2 * (1 - p));
        }
        System.arraycopy(sorted, 0, ring, 0, PRIOR);
        count = PRIOR;
    }

    private Scores(Scores other) {
        this.capacity = other.capacity;
        this.ring = other.ring.clone();
        this.sorted = other.sorted.clone();
        this.count = other.count;
        this.oldest = other.oldest;
    }

    Scores copy() {
        return new Scores(this);
    }

    /**
     * How many there are.
     *
     * @return 32 or more
     */
    public int count() {
        return count;
    }

    /**
     * One by its rank.
     *
     * @param k from 0, below the count
     * @return the k-th smallest
     */
    public double at(int k) {
        return sorted[k];
    }

    /** Takes one, and drops the oldest if there is no more room. */
    void add(double score) {
        if (count == capacity) {
            remove(ring[oldest]);
            ring[oldest] = score;
            oldest = oldest + 1 == capacity ? 0 : oldest + 1;
        } else {
            if (count == ring.length) {
                int size = Math.min(capacity, 2 * count);
                ring = Arrays.copyOf(ring, size);
                sorted = Arrays.copyOf(sorted, size);
            }
            ring[count] = score;
        }
        int at = Arrays.binarySearch(sorted, 0, count, score);
        at = at < 0 ? -at - 1 : at;
        System.arraycopy(sorted, at, sorted, at + 1, count - at);
        sorted[at] = score;
        count++;
    }

    private void remove(double score) {
        int at = Arrays.binarySearch(sorted, 0, count, score);
        System.arraycopy(sorted, at + 1, sorted, at, count - at - 1);
        count--;
    }

    void write(DataOutput out) throws IOException {
        out.writeInt(count);
        for (int i = 0; i < count; i++) {
            out.writeDouble(ring[(oldest + i) % count]);
        }
    }

    void read(DataInput in) throws IOException {
        int n = in.readInt();
        if (n < PRIOR || n > capacity) {
            throw new IOException(n + " scores are too few or too many");
        }
        ring = new double[n];
        for (int i = 0; i < n; i++) {
            ring[i] = in.readDouble();
        }
        sorted = ring.clone();
        Arrays.sort(sorted);
        count = n;
        oldest = 0;
    }
}
