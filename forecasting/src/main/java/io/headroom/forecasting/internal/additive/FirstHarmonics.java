package io.headroom.forecasting.internal.additive;

import java.util.Arrays;

/** Fills rows with the sines and cosines of a season; those of the first harmonic are computed once a phase. */
final class FirstHarmonics {
    /** A period of this many times the rows is not worth a table. */
    private static final long LARGEST = 4;

    private final Season season;
    private final double[] sines;
    private final double[] cosines;

    FirstHarmonics(Season season, int rows) {
        this.season = season;
        int size = season.numerator() <= LARGEST * rows ? (int) season.numerator() : 0;
        this.sines = new double[size];
        this.cosines = new double[size];
        Arrays.fill(sines, Double.NaN);
    }

    int columns() {
        return season.columns();
    }

    void fill(long step, double[] into, int at) {
        long phase = season.phase(step);
        double angle = season.angle(phase);
        if (sines.length == 0) {
            season.fill(StrictMath.sin(angle), StrictMath.cos(angle), into, at);
            return;
        }
        int p = (int) phase;
        if (Double.isNaN(sines[p])) {
            sines[p] = StrictMath.sin(angle);
            cosines[p] = StrictMath.cos(angle);
        }
        season.fill(sines[p], cosines[p], into, at);
    }
}
