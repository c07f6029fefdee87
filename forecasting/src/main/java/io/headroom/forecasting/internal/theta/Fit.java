package io.headroom.forecasting.internal.theta;

/** One fit: given season and form, the parameters with the least squared errors. */
final class Fit {
    /** The first two values make the first line that moves: they are no errors of it. */
    private static final int SKIPPED = 2;

    private Fit() {}

    static ThetaModel of(Sample sample, SeasonIndices season, ThetaForm form) {
        double[] x = season.withoutSeason(sample.values(season.adjustment));
        double location = Sample.firstValue(x);
        double scale = standardise(x, location);
        Line line = form.isDynamic() ? Line.running(x) : Line.fixed(x);
        double smoothed = form == ThetaForm.STANDARD ? 0 : form.isOptimised() ? Double.NaN : 0.5;
        int skipped = form.isDynamic() ? SKIPPED : 0;
        Profile profile = new Profile(x, line, skipped, smoothed);
        double alpha = Smoothing.best(profile);
        double weight = form == ThetaForm.STANDARD ? 0.5 : profile.weight;
        double level = location + scale * profile.level;
        ThetaState beginning = form.isDynamic()
                ? new ThetaState(
                        season, alpha, weight, level - weight * location, true, new RunningLine(location, 0, 0))
                : new ThetaState(season, alpha, weight, level, false, new RunningLine(0, line.slope[0] * scale, 1));
        int freedom = sample.observed - skipped - (form.isOptimised() ? 3 : 2);
        double sigma = scale * Math.sqrt(profile.squares / Math.max(1, freedom));
        return new ThetaModel(form, alpha, weight, beginning, sigma);
    }

    /** Brings a series to magnitude one around its first value; returns the scale, a power of two. */
    private static double standardise(double[] x, double location) {
        double spread = 0;
        for (double value : x) {
            spread = Double.isNaN(value) ? spread : Math.max(spread, Math.abs(value - location));
        }
        double scale = spread > 0 ? Math.scalb(1.0, Math.getExponent(spread)) : 1;
        for (int t = 0; t < x.length; t++) {
            x[t] = (x[t] - location) / scale;
        }
        return scale;
    }
}
