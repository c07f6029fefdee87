package io.headroom.benchmarks.data;

import java.util.Arrays;

/** A growing array of numbers. Not thread-safe. */
final class Values {
    private double[] values = new double[256];
    private int size;

    void add(double value) {
        if (size == values.length) {
            values = Arrays.copyOf(values, 2 * size);
        }
        values[size++] = value;
    }

    double[] toArray() {
        return Arrays.copyOf(values, size);
    }
}
