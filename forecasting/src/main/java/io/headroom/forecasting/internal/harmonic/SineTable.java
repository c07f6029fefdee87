package io.headroom.forecasting.internal.harmonic;

import java.lang.ref.SoftReference;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Sines and cosines of 2 pi j / period for every whole j of a season, exact to rounding however far time has gone on.
 * Immutable and thread-safe. Tables are shared by all models with the same season, and go when memory is short.
 */
final class SineTable {
    private static final ConcurrentHashMap<Integer, SoftReference<SineTable>> SHARED = new ConcurrentHashMap<>();

    final double[] sine;
    final double[] cosine;

    private SineTable(int period) {
        sine = new double[period];
        cosine = new double[period];
        for (int j = 0; j < period; j++) {
            double angle = 2 * StrictMath.PI * j / period;
            sine[j] = StrictMath.sin(angle);
            cosine[j] = StrictMath.cos(angle);
        }
    }

    static SineTable of(int period) {
        SoftReference<SineTable> reference = SHARED.get(period);
        SineTable table = reference == null ? null : reference.get();
        if (table == null) {
            table = new SineTable(period);
            SHARED.put(period, new SoftReference<>(table));
        }
        return table;
    }
}
