package io.headroom.allocation.pairs;

import io.headroom.core.Checks;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Shares out what is short, max-min fair: no item can have more without taking from one that has no more than it. Every item rises at the same
 * speed until it has all it wants or something that it uses is full (progressive filling; Bertsekas and Gallager, Data Networks, 6.5.2).
 *
 * <p>Not thread-safe; made for one use. Cost: a pass over the items and their uses for each of the limits, and for each of the different
 * amounts wanted, at which something stops.
 */
public final class MaxMinFill {
    private final double[] room;
    private final double[] rising;
    private final List<Item> items = new ArrayList<>();

    /** Something that rises. */
    private static final class Item {
        final double wanted;
        final int[] uses;
        final double[] weights;

        Item(double wanted, int[] uses, double[] weights) {
            this.wanted = wanted;
            this.uses = uses;
            this.weights = weights;
        }
    }

    /**
     * Starts with limits.
     *
     * @param limits what there is of each, 0 or more, perhaps infinite
     */
    public MaxMinFill(double[] limits) {
        this.room = limits.clone();
        this.rising = new double[limits.length];
        for (double limit : limits) {
            Checks.require(limit >= 0, "limit " + limit, "must be 0 or more", "something was taken from it twice");
        }
    }

    /**
     * Adds an item.
     *
     * @param wanted the most that it may have, finite, 0 or more
     * @param uses the limits that it uses, by index, none twice
     * @param weights how much of each it uses for each that it has, finite, 0 or more
     */
    public void add(double wanted, int[] uses, double[] weights) {
        Checks.notNegative(wanted, "amount wanted");
        for (double weight : weights) {
            Checks.notNegative(weight, "weight of a use");
        }
        items.add(new Item(wanted, uses.clone(), weights.clone()));
    }

    /**
     * Fills.
     *
     * @return what each item gets, in the order in which they were added; the limits are kept but for rounding
     */
    public double[] fill() {
        double[] got = new double[items.size()];
        Arrays.fill(got, Double.NaN);
        items.forEach(this::rise);
        double level = 0;
        for (int left = items.size(); left > 0; ) {
            double step = step(got, level);
            double next = level + step;
            int full = first(step);
            for (int c = 0; c < room.length; c++) {
                room[c] = c == full ? 0 : Math.max(0, room[c] - step * rising[c]);
            }
            level = next;
            left -= stop(got, level);
        }
        return got;
    }

    private void rise(Item item) {
        for (int i = 0; i < item.uses.length; i++) {
            rising[item.uses[i]] = Math.min(Double.MAX_VALUE, rising[item.uses[i]] + item.weights[i]);
        }
    }

    /** How far all can rise until the first stops. */
    private double step(double[] got, double level) {
        double step = Double.POSITIVE_INFINITY;
        for (int i = 0; i < got.length; i++) {
            if (Double.isNaN(got[i])) {
                step = Math.min(step, items.get(i).wanted - level);
            }
        }
        for (int c = 0; c < room.length; c++) {
            step = Math.min(step, untilFull(c));
        }
        return Math.max(0, step);
    }

    private double untilFull(int limit) {
        boolean fills = rising[limit] > 0 && room[limit] < Double.POSITIVE_INFINITY;
        return fills ? room[limit] / rising[limit] : Double.POSITIVE_INFINITY;
    }

    private int first(double step) {
        for (int c = 0; c < room.length; c++) {
            if (untilFull(c) <= step) {
                return c;
            }
        }
        return -1;
    }

    /** Stops what has all it wants or uses something that is full; at least one does. */
    private int stop(double[] got, double level) {
        int stopped = 0;
        for (int i = 0; i < got.length; i++) {
            Item item = items.get(i);
            if (Double.isNaN(got[i]) && (item.wanted <= level || full(item))) {
                got[i] = Math.min(item.wanted, level);
                stopped++;
            }
        }
        // Counted anew, so that what rises never drifts below 0 or stays above it.
        Arrays.fill(rising, 0);
        for (int i = 0; i < got.length; i++) {
            if (Double.isNaN(got[i])) {
                rise(items.get(i));
            }
        }
        return stopped;
    }

    private boolean full(Item item) {
        for (int i = 0; i < item.uses.length; i++) {
            if (item.weights[i] > 0 && room[item.uses[i]] == 0) {
                return true;
            }
        }
        return false;
    }
}
