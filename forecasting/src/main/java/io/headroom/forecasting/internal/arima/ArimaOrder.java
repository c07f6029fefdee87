package io.headroom.forecasting.internal.arima;

import java.util.Locale;

/**
 * The orders of a seasonal ARIMA model, written (p,d,q)(P,D,Q)[m]. Immutable and thread-safe.
 *
 * @param ar order p of the autoregression, 0 to 64
 * @param difference count d of differences, 0 to 3
 * @param ma order q of the moving average, 0 to 64
 * @param seasonalAr order P of the seasonal autoregression, 0 to 64; 0 for a period of 1
 * @param seasonalDifference count D of seasonal differences, 0 to 2; 0 for a period of 1
 * @param seasonalMa order Q of the seasonal moving average, 0 to 64; 0 for a period of 1
 * @param period steps m in a season, at least 1; 1 without a season
 */
public record ArimaOrder(
        int ar, int difference, int ma, int seasonalAr, int seasonalDifference, int seasonalMa, int period) {

    private static final int LARGEST = 64;

    /**
     * Checks the ranges.
     *
     * @param ar order p of the autoregression
     * @param difference count d of differences
     * @param ma order q of the moving average
     * @param seasonalAr order P of the seasonal autoregression
     * @param seasonalDifference count D of seasonal differences
     * @param seasonalMa order Q of the seasonal moving average
     * @param period steps m in a season
     * @throws IllegalArgumentException if one is out of range, or a seasonal order is not 0 for a period of 1
     */
    public ArimaOrder {
        check(ar, LARGEST, "autoregressive order");
        check(ma, LARGEST, "moving average order");
        check(difference, 3, "count of differences");
        int seasonal = period > 1 ? LARGEST : 0;
        check(seasonalAr, seasonal, "seasonal autoregressive order");
        check(seasonalMa, seasonal, "seasonal moving average order");
        check(seasonalDifference, Math.min(seasonal, 2), "count of seasonal differences");
        if (period < 1) {
            throw new IllegalArgumentException(String.format(
                    Locale.ROOT, "The period is %d steps, not at least 1.%nMaybe 1, no season, was meant.", period));
        }
    }

    private static void check(int value, int most, String name) {
        if (value < 0 || value > most) {
            throw new IllegalArgumentException(String.format(
                    Locale.ROOT,
                    "The %s is %d, not 0 to %d.%nMaybe the orders are not given as p, d, q, P, D, Q, m.",
                    name,
                    value,
                    most));
        }
    }

    /**
     * Makes a model without a season.
     *
     * @param ar order p of the autoregression
     * @param difference count d of differences
     * @param ma order q of the moving average
     * @return the orders, with a period of 1
     */
    public static ArimaOrder of(int ar, int difference, int ma) {
        return new ArimaOrder(ar, difference, ma, 0, 0, 0, 1);
    }

    /** Count of coefficients. */
    int size() {
        return ar + ma + seasonalAr + seasonalMa;
    }

    /** Count of steps that differencing takes away. */
    int lost() {
        return difference + seasonalDifference * period;
    }

    /** Whether every order is at most that of another, so that this is a special case of it. */
    boolean within(ArimaOrder other) {
        return ar <= other.ar && ma <= other.ma && seasonalAr <= other.seasonalAr && seasonalMa <= other.seasonalMa;
    }

    @Override
    public String toString() {
        String season =
                period == 1 ? "" : "(" + seasonalAr + "," + seasonalDifference + "," + seasonalMa + ")[" + period + "]";
        return "(" + ar + "," + difference + "," + ma + ")" + season;
    }
}
