package io.headroom.forecasting.internal.ets;

import java.util.Optional;

/** A start of one form from the solution of another. */
final class WarmStart {

    private static final double BETA_SHARE = 0.03;
    private static final double PHI = 0.9;
    private static final double LEAST_FACTOR = 0.05;
    private static final double[] KEEP = {1, 0.5, 0.25, 0};

    private WarmStart() {}

    /** Converts the best point of one contender for another, flattened until it is allowed; none if it never is. */
    static Optional<double[]> from(Contender known, Contender other) {
        double[] point = convert(known, other);
        Filter filter = new Filter(other.layout.period);
        for (double keep : KEEP) {
            double[] start = flatten(point, other.layout, keep);
            double value = filter.evaluate(other.series.values, other.layout, start);
            if (filter.positive() && value < Double.POSITIVE_INFINITY) {
                return Optional.of(start);
            }
        }
        return Optional.empty();
    }

    private static double[] convert(Contender known, Contender other) {
        Layout from = known.layout;
        Layout to = other.layout;
        double[] point = known.point();
        double[] start = new double[to.size];
        double ratio = known.series.scale / other.series.scale;
        double level = (known.series.location - other.series.location) / other.series.scale + ratio * point[from.level];
        start[Layout.ALPHA] = point[Layout.ALPHA];
        start[to.level] = level;
        if (to.beta >= 0) {
            start[to.beta] = from.beta >= 0 ? point[from.beta] : Math.max(Region.LOW, BETA_SHARE * point[Layout.ALPHA]);
            start[to.slope] = ratio * from.slope(point);
        }
        if (to.phi >= 0) {
            start[to.phi] = from.phi >= 0 ? point[from.phi] : PHI;
        }
        if (to.gamma >= 0) {
            start[to.gamma] = point[from.gamma];
            for (int i = 0; i < to.period; i++) {
                double state = point[from.season + i];
                if (from.form.hasSeasonFactors() == to.form.hasSeasonFactors()) {
                    start[to.season + i] = to.form.hasSeasonFactors() ? state : ratio * state;
                } else {
                    start[to.season + i] = to.form.hasSeasonFactors()
                            ? Math.max(1 + ratio * state / level, LEAST_FACTOR)
                            : (state - 1) * level;
                }
            }
        }
        to.capSlope(start);
        return start;
    }

    private static double[] flatten(double[] point, Layout layout, double keep) {
        double[] flat = point.clone();
        double neutral = layout.form.hasSeasonFactors() ? 1 : 0;
        for (int i = layout.season; i < layout.size; i++) {
            flat[i] = neutral + keep * (flat[i] - neutral);
        }
        if (layout.slope >= 0) {
            flat[layout.slope] *= keep;
        }
        return flat;
    }
}
