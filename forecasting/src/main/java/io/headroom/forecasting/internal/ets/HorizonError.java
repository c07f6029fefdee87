package io.headroom.forecasting.internal.ets;

/** How well a model forecasts several steps ahead within the series it was fitted to. */
final class HorizonError {

    private static final int ORIGINS = 8;

    private HorizonError() {}

    /** Tells whether a forecast of a positive length lies in the second half of a series. */
    static boolean fits(int length, int horizon) {
        return horizon > 0 && length - horizon >= length / 2;
    }

    /**
     * Returns the mean absolute error over up to eight origins in the second half of the series, half a horizon apart,
     * the last a horizon from the end.
     *
     * @param beginning a state before the series; it is moved
     * @return in units of the series; infinite if no forecast of that length lies in the second half, or no value was
     *     there to compare
     */
    static double of(EtsState beginning, double[] y, int horizon) {
        int last = y.length - horizon;
        int spacing = Math.max(1, horizon / 2);
        int fits = last < y.length / 2 ? 0 : 1 + (last - y.length / 2) / spacing;
        int origin = last - (Math.min(ORIGINS, fits) - 1) * spacing;
        double sum = 0;
        int count = 0;
        int t = 0;
        while (origin <= last) {
            for (; t < origin; t++) {
                beginning.observe(y[t]);
            }
            double[] means = beginning.means(horizon);
            for (int h = 0; h < horizon; h++) {
                if (Standardized.isValue(y[origin + h])) {
                    sum += Math.abs(means[h] - y[origin + h]);
                    count++;
                }
            }
            origin += spacing;
        }
        return count > 0 && sum < Double.POSITIVE_INFINITY ? sum / count : Double.POSITIVE_INFINITY;
    }
}
