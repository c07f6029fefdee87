package io.headroom.forecasting.internal.additive;

import java.util.Arrays;

/** Sine and cosine of a season's first harmonic, computed once a phase. */
final class FirstHarmonics {
    private final Season season;
    private final boolean kept;
    private final double[] sines;
    private final double[] cosines;

    FirstHarmonics(Season season, int uses) {
        this.season = season;
        this.kept = season.numerator() <= 4L * uses;
        int size = kept ? (int) season.numerator() : 0;
        this.sines = new double[size];
        this.cosines = new double[size];
        Arrays.fill(sines, Double.NaN);
    }

    double sine(long phase) {
        if (!kept) {
            return StrictMath.sin(season.angle(phase));
        }
        int at = (int) phase;
        if (Double.isNaN(sines[at])) {
            sines[at] = StrictMath.sin(season.angle(phase));
            cosines[at] = StrictMath.cos(season.angle(phase));
        }
        return sines[at];
    }

    /** Cosine of the phase that {@link #sine} was asked for last. */
    double cosine(long phase) {
        return kept ? cosines[(int) phase] : StrictMath.cos(season.angle(phase));
    }
}
