package io.headroom.allocation;

import io.headroom.core.Location;
import io.headroom.core.Resources;

/** Resources that are used at numbered locations, added up in place. Not thread-safe. */
final class DemandSums {
    private static final int WIDTH = 3;

    private final Places places;
    private final double[] sums;

    DemandSums(Places places) {
        this.places = places;
        this.sums = new double[WIDTH * places.size()];
    }

    /** Adds a multiple of an amount. */
    void add(int number, Resources amount, double times) {
        int row = WIDTH * number;
        sums[row] += amount.compute() * times;
        sums[row + 1] += amount.storage() * times;
        sums[row + 2] += amount.bandwidth() * times;
    }

    /** Adds the sum of multiples of two amounts; nothing where nobody asks for the location. */
    void add(Location location, Resources first, double times, Resources second, double otherTimes) {
        int number = first.isNone() && second.isNone() ? -1 : places.number(location);
        if (number >= 0) {
            int row = WIDTH * number;
            sums[row] += first.compute() * times + second.compute() * otherTimes;
            sums[row + 1] += first.storage() * times + second.storage() * otherTimes;
            sums[row + 2] += first.bandwidth() * times + second.bandwidth() * otherTimes;
        }
    }

    /**
     * What was added up at a location.
     *
     * @throws IllegalArgumentException if it is beyond what can be counted
     */
    Resources at(int number) {
        int row = WIDTH * number;
        return sums[row] == 0 && sums[row + 1] == 0 && sums[row + 2] == 0
                ? Resources.NONE
                : new Resources(sums[row], sums[row + 1], sums[row + 2]);
    }
}
