package io.headroom.simulation.report;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.time.Duration;
import java.util.Locale;

/** Numbers as a person reads them, the same in every locale. */
final class Figures {

    private static final double EXACT_INTEGERS = 1e15;
    private static final String PERCENT = "\u00a0%";

    private Figures() {}

    /** Returns whole numbers with thousands separated, others with so many significant digits. */
    static String significant(double value, int digits) {
        if (value == Math.rint(value) || Math.abs(value) >= StrictMath.pow(10, digits - 1)) {
            return String.format(Locale.ROOT, "%,.0f", value);
        }
        return BigDecimal.valueOf(value)
                .round(new MathContext(digits, RoundingMode.HALF_EVEN))
                .stripTrailingZeros()
                .toPlainString();
    }

    static String count(long value) {
        return String.format(Locale.ROOT, "%,d", value);
    }

    /** Returns a share of a whole, such as "1.53 %". */
    static String percent(double share) {
        return percentOf(100 * share);
    }

    /** Returns percent with two decimals, more below 0.1, and 0 and 100 only where they are exact. */
    static String percentOf(double percent) {
        if (percent == 0 || percent == 100) {
            return String.format(Locale.ROOT, "%.0f", percent) + PERCENT;
        }
        if (percent < 0.1) {
            return significant(percent, 2) + PERCENT;
        }
        return String.format(Locale.ROOT, "%.2f", percent < 99 ? percent : Math.floor(100 * percent) / 100) + PERCENT;
    }

    static String ratio(double ratio) {
        return String.format(Locale.ROOT, "%.3f", ratio) + "\u00a0×";
    }

    /** Returns a duration in one unit, so that durations below each other can be compared: "95 min", "14.3 h". */
    static String duration(Duration duration) {
        if (duration.isZero()) {
            return "0";
        }
        long minutes = duration.toMinutes();
        if (minutes == 0) {
            return duration.toSeconds() + "\u00a0s";
        }
        return minutes < 120 ? minutes + "\u00a0min" : significant(minutes / 60.0, 3) + "\u00a0h";
    }

    /**
     * Returns a JSON number as short as the page needs: whole numbers as they are, others to five significant digits,
     * more than a screen can show.
     */
    static String json(double value) {
        if (value == Math.rint(value) && Math.abs(value) < EXACT_INTEGERS) {
            return Long.toString((long) value);
        }
        BigDecimal rounded = BigDecimal.valueOf(value)
                .round(new MathContext(5, RoundingMode.HALF_EVEN))
                .stripTrailingZeros();
        String plain = rounded.toPlainString();
        String scientific = rounded.toString();
        return plain.length() <= scientific.length() ? plain : scientific;
    }
}
