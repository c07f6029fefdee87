package io.headroom.forecasting.internal.ets;

/** Rough initial states: the season of {@link Decomposition}, and the line through the first values without it. */
final class InitialStates {

    private static final int LEAST_VALUES = 10;
    private static final int HALVINGS = 6;

    private InitialStates() {}

    /**
     * Returns a point with guessed states, moved towards a flat start where a form needs positive means.
     *
     * @param wholeSeries whether the line goes through all values, which suits states that hardly move, or through the
     *     first ten or two cycles
     */
    static double[] guess(double[] y, Layout layout, boolean wholeSeries) {
        double[] point = new double[layout.size];
        double[] season = layout.form.hasSeason()
                ? Decomposition.season(y, layout.period, layout.form.hasSeasonFactors())
                : new double[] {0};
        if (layout.form.hasSeason()) {
            System.arraycopy(season, 0, point, layout.season, layout.period);
        }
        line(y, layout, season, wholeSeries ? y.length : Math.max(LEAST_VALUES, 2 * layout.period), point);
        if (layout.form.needsPositive()) {
            flatten(y, layout, point);
        }
        return point;
    }

    /**
     * Returns a point without slope or season, which keeps the means of a positive series positive for small beta and
     * gamma.
     */
    static double[] flat(double[] y, Layout layout) {
        double[] point = new double[layout.size];
        for (int j = layout.season; j < layout.size; j++) {
            point[j] = layout.form.hasSeasonFactors() ? 1 : 0;
        }
        point[layout.level] = meanOf(y);
        return point;
    }

    /** Fits level and slope by least squares to the first values that are not missing. */
    private static void line(double[] y, Layout layout, double[] season, int wanted, double[] point) {
        int count = 0;
        double meanTime = 0;
        double mean = 0;
        double squares = 0;
        double products = 0;
        for (int t = 0; t < y.length && count < wanted; t++) {
            double s = season[t % season.length];
            double value = layout.form.hasSeasonFactors() ? y[t] / s : y[t] - s;
            if (!Double.isNaN(value)) {
                count++;
                double dt = t - meanTime;
                meanTime += dt / count;
                squares += dt * (t - meanTime);
                products += dt * (value - mean) * (count - 1) / count;
                mean += (value - mean) / count;
            }
        }
        double slope = layout.slope >= 0 && squares > 0 ? products / squares : 0;
        point[layout.level] = mean - slope * (meanTime + 1);
        if (layout.slope >= 0) {
            point[layout.slope] = slope;
        }
    }

    /**
     * Halves slope and season, from the means of the first values, until level and season alone stay well above zero
     * over the first cycle or ten steps.
     */
    private static void flatten(double[] y, Layout layout, double[] point) {
        int steps = Math.max(LEAST_VALUES, layout.period);
        double neutral = layout.form.hasSeasonFactors() ? 1 : 0;
        for (int i = 0; i < HALVINGS && !staysPositive(layout, point, steps); i++) {
            double keep = i + 1 < HALVINGS ? 0.5 : 0;
            if (layout.slope >= 0) {
                double centre = point[layout.level] + point[layout.slope] * 0.5 * steps;
                point[layout.slope] *= keep;
                point[layout.level] = centre - point[layout.slope] * 0.5 * steps;
            }
            for (int j = layout.season; j < layout.size; j++) {
                point[j] = neutral + keep * (point[j] - neutral);
            }
        }
        if (!(point[layout.level] > 0)) {
            point[layout.level] = meanOf(y);
        }
    }

    private static boolean staysPositive(Layout layout, double[] point, int steps) {
        double level = point[layout.level];
        double lowest = Double.POSITIVE_INFINITY;
        for (int i = 1; i <= steps; i++) {
            double base = level + i * layout.slope(point);
            double season = layout.form.hasSeason() ? point[layout.season + (i - 1) % layout.period] : 0;
            lowest = Math.min(lowest, layout.form.hasSeasonFactors() ? Math.min(base, season) : base + season);
        }
        return lowest > 0;
    }

    private static double meanOf(double[] y) {
        double sum = 0;
        int count = 0;
        for (double value : y) {
            if (!Double.isNaN(value)) {
                sum += value;
                count++;
            }
        }
        return sum / Math.max(count, 1);
    }
}
