package io.headroom.simulation.strategy;

import java.time.Duration;

/** Range checks whose messages name the thing, the value and the bound. */
final class Checks {

    private Checks() {}

    static int atLeast(String name, int value, int bound) {
        if (value < bound) {
            throw new IllegalArgumentException(
                    name + " is " + value + ", but must be at least " + bound + "\nMaybe two arguments were swapped?");
        }
        return value;
    }

    static double positive(String name, double value) {
        if (!(value > 0) || Double.isInfinite(value)) {
            throw new IllegalArgumentException(
                    name + " is " + value + ", but must be finite and above 0\nMaybe the series is all zero?");
        }
        return value;
    }

    static double notNegative(String name, double value) {
        if (!(value >= 0) || Double.isInfinite(value)) {
            throw new IllegalArgumentException(
                    name + " is " + value + ", but must be finite and at least 0\nMaybe a value is missing?");
        }
        return value;
    }

    static double share(String name, double value) {
        if (!(value > 0 && value <= 1)) {
            throw new IllegalArgumentException(
                    name + " is " + value + ", but must lie in (0, 1]\nMaybe it was given in percent?");
        }
        return value;
    }

    static Duration positive(String name, Duration value) {
        if (value.isZero() || value.isNegative()) {
            throw new IllegalArgumentException(
                    name + " is " + value + ", but must be longer than zero\nMaybe PT1M was meant?");
        }
        return value;
    }

    static Duration notNegative(String name, Duration value) {
        if (value.isNegative()) {
            throw new IllegalArgumentException(
                    name + " is " + value + ", but must not be negative\nMaybe its sign was lost?");
        }
        return value;
    }
}
