package io.headroom.simulation.strategy;

/** The one place where a real number of units becomes a whole one. */
final class Units {

    private Units() {}

    /** The smallest whole number of units that covers {@code amount}, which must not be NaN; saturates. */
    static int ceil(double amount) {
        if (Double.isNaN(amount)) {
            throw new IllegalArgumentException(
                    "amount of units is NaN, but must be a number\nMaybe it was divided by a fleet of 0?");
        }
        // A cast saturates at the ends of int, so an infinite amount becomes the largest fleet, not a small one.
        return (int) Math.ceil(amount);
    }
}
