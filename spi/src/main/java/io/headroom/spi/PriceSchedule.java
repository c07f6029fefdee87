package io.headroom.spi;

import io.headroom.core.Checks;
import java.time.Instant;
import java.util.Collections;
import java.util.Map;
import java.util.TreeMap;

/**
 * The price of one unit over time: a step function. Immutable and thread-safe.
 *
 * @param first price of a unit-hour until the first change, in the host's currency, finite, 0 or more
 * @param changes price of a unit-hour from each instant on until the next, ascending by instant
 */
public record PriceSchedule(double first, Map<Instant, Double> changes) {
    /**
     * Checks and copies.
     *
     * @param first price of a unit-hour until the first change
     * @param changes price of a unit-hour from each instant on
     * @throws IllegalArgumentException if a price is negative or not finite
     */
    public PriceSchedule {
        first = Checks.notNegative(first, "price");
        changes = Collections.unmodifiableMap(new TreeMap<>(changes));
        changes.forEach((at, price) -> Checks.notNegative(price, "price from " + at));
    }

    /**
     * A price that does not change.
     *
     * @param price price of a unit-hour, finite, 0 or more
     * @return the schedule
     * @throws IllegalArgumentException if it is negative or not finite
     */
    public static PriceSchedule flat(double price) {
        return new PriceSchedule(price, Map.of());
    }

    /**
     * The same with one more change.
     *
     * @param at when it comes into force; a change already known for this instant is replaced
     * @param price price of a unit-hour from then on, finite, 0 or more
     * @return a copy
     * @throws IllegalArgumentException if the price is negative or not finite
     */
    public PriceSchedule from(Instant at, double price) {
        Map<Instant, Double> more = new TreeMap<>(changes);
        more.put(at, price);
        return new PriceSchedule(first, more);
    }

    /**
     * The price in force at an instant. Linear in the changes before it.
     *
     * @param at the instant
     * @return price of a unit-hour, finite, 0 or more
     */
    public double at(Instant at) {
        double price = first;
        for (Map.Entry<Instant, Double> change : changes.entrySet()) {
            if (change.getKey().isAfter(at)) {
                break;
            }
            price = change.getValue();
        }
        return price;
    }
}
