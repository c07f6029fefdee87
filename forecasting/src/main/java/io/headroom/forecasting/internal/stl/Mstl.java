package io.headroom.forecasting.internal.stl;

import java.util.ArrayList;
import java.util.List;
import java.util.function.BooleanSupplier;

/**
 * Splits a series into trend, several seasons and remainder (Bandara, Hyndman and Bergmeir 2021): STL of one season
 * after the other, shortest first, twice over, each time with that season put back. As R's {@code mstl}. Immutable and
 * thread-safe.
 *
 * <p>Missing values are filled along a line, and, once seasons are known, along a line through the series without them.
 */
public final class Mstl {
    private static final int ROUNDS = 2;
    private static final int FIRST_WINDOW = 11;
    private static final int WIDER = 4;

    private final List<StlOptions> options;

    /**
     * Makes a splitter.
     *
     * @param options windows and loops of each season, shortest first; at least one
     */
    public Mstl(List<StlOptions> options) {
        this.options = List.copyOf(options);
    }

    /**
     * R's windows: 11 cycles for the shortest season, four more for each longer one.
     *
     * @param periods steps in each season, rising
     * @return a splitter
     */
    public static Mstl of(int... periods) {
        List<StlOptions> options = new ArrayList<>();
        for (int period : periods) {
            options.add(StlOptions.of(period, FIRST_WINDOW + WIDER * options.size()));
        }
        return new Mstl(options);
    }

    /**
     * Splits a series.
     *
     * @param y values, NaN where one is missing, at least one there; at least two of the longest season
     * @param expired asked before every pass but the first whether to stop with what there is
     * @return the parts
     * @throws IllegalArgumentException if there are less than two seasons
     */
    public MstlParts split(double[] y, BooleanSupplier expired) {
        double[] filled = Gaps.fill(y);
        MstlParts parts = splitFilled(filled, expired);
        if (filled == y || !parts.complete()) {
            return parts;
        }
        double[] adjusted = parts.adjusted().clone();
        for (int i = 0; i < y.length; i++) {
            adjusted[i] = Double.isNaN(y[i]) ? Double.NaN : adjusted[i];
        }
        double[] again = Gaps.fill(adjusted);
        for (int which = 0; which < options.size(); which++) {
            add(again, parts.season(which), 1);
        }
        for (int i = 0; i < y.length; i++) {
            again[i] = Double.isNaN(y[i]) ? again[i] : y[i];
        }
        return splitFilled(again, expired);
    }

    private MstlParts splitFilled(double[] y, BooleanSupplier expired) {
        double[] rest = y.clone();
        List<double[]> seasons = new ArrayList<>();
        double[] trend = y;
        boolean complete = true;
        for (int round = 0; round < ROUNDS; round++) {
            for (int which = 0; which < options.size(); which++) {
                if (round + which > 0 && expired.getAsBoolean()) {
                    complete = false;
                }
                if (round == 0) {
                    seasons.add(new double[y.length]);
                }
                if (complete) {
                    add(rest, seasons.get(which), 1);
                    StlParts parts = new Stl(options.get(which)).split(rest, expired);
                    add(rest, parts.season(), -1);
                    seasons.set(which, parts.season());
                    trend = parts.trend();
                }
            }
        }
        int[] periods = options.stream().mapToInt(StlOptions::period).toArray();
        return new MstlParts(periods, seasons, trend, rest, complete);
    }

    private static void add(double[] y, double[] part, int sign) {
        for (int i = 0; i < y.length; i++) {
            y[i] += sign * part[i];
        }
    }
}
