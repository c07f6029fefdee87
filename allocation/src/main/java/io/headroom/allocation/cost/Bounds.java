package io.headroom.allocation.cost;

import io.headroom.core.Checks;
import io.headroom.core.Resource;
import io.headroom.core.Resources;
import java.time.Duration;

/** What is too much to be meant: keeps every sum finite. */
final class Bounds {
    /** Resources of a unit or of a requirement. */
    static final double AMOUNT = 1e15;
    /** Price of a unit-hour. */
    static final double PRICE = 1e12;
    /** A term or a need. */
    static final Duration TIME = Duration.ofDays(36_525);

    private Bounds() {}

    static Duration time(Duration value, String name) {
        if (value.isNegative() || value.compareTo(TIME) > 0) {
            throw Checks.failure(
                    name + " " + value,
                    "must lie in [PT0S, " + TIME + "], which is 100 years",
                    value.isNegative() ? "two instants were swapped" : "it was given in another unit");
        }
        return value;
    }

    static Resources amounts(Resources value, String name) {
        for (Resource resource : Resource.values()) {
            if (value.get(resource) > AMOUNT) {
                throw Checks.failure(
                        name + " of " + resource + " " + value.get(resource),
                        "must not exceed " + AMOUNT,
                        "it was given in another unit");
            }
        }
        return value;
    }

    static double price(double value, String name) {
        if (!(value <= PRICE)) {
            throw Checks.failure(name + " " + value, "must not exceed " + PRICE, "it was given in another unit");
        }
        return Checks.notNegative(value, name);
    }
}
