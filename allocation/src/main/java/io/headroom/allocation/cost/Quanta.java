package io.headroom.allocation.cost;

import java.math.BigDecimal;
import java.math.RoundingMode;

/**
 * Decimal numbers as whole ones: multiples of a power of ten, fine enough that 17 digits of the largest count. Prices and sizes are short
 * decimals, so that this loses nothing, and keeps the common divisors that they have; a double would not.
 */
final class Quanta {
    /** Share of a requirement that may be missing, so that rounding does not buy a unit. */
    private static final long TOLERANCE = 1_000_000_000L;

    private static final int DIGITS = 17;

    private final int power;

    private Quanta(int power) {
        this.power = power;
    }

    /** Such that a number, and all below it, fit {@link Covering#LARGEST}. */
    static Quanta upTo(BigDecimal largest) {
        return new Quanta(DIGITS - (largest.precision() - largest.scale()));
    }

    /** A requirement, less the tolerance. */
    long required(BigDecimal value) {
        long all =
                value.scaleByPowerOfTen(power).setScale(0, RoundingMode.FLOOR).longValueExact();
        return all - all / TOLERANCE;
    }

    /** What a unit brings, rounded down. */
    long amount(BigDecimal value) {
        BigDecimal scaled = value.scaleByPowerOfTen(power);
        return scaled.compareTo(BigDecimal.valueOf(Covering.LARGEST)) >= 0
                ? Covering.LARGEST
                : scaled.setScale(0, RoundingMode.FLOOR).longValueExact();
    }

    long cost(BigDecimal value) {
        return value.scaleByPowerOfTen(power).setScale(0, RoundingMode.HALF_UP).longValueExact();
    }

    /** As a number again. */
    double value(long quanta) {
        return BigDecimal.valueOf(quanta).scaleByPowerOfTen(-power).doubleValue();
    }
}
