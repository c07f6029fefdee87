package io.headroom.forecasting.internal.arima;

import java.util.function.BooleanSupplier;

/**
 * The way to the maximum for given orders: by all smaller ones if they are few, else along one path, so that starts come
 * from several sides and a local maximum is hardly ever the end.
 */
final class Ladder {
    private static final int MOST_RUNGS = 80;

    private Ladder() {}

    static Candidate climb(Pool pool, ArimaOrder top, boolean constant, BooleanSupplier expired) {
        int rungs = (top.ar() + 1) * (top.ma() + 1) * (top.seasonalAr() + 1) * (top.seasonalMa() + 1);
        boolean all = rungs <= MOST_RUNGS;
        for (int sp = all ? 0 : top.seasonalAr(); sp <= top.seasonalAr(); sp++) {
            for (int sq = all ? 0 : top.seasonalMa(); sq <= top.seasonalMa(); sq++) {
                for (int p = all ? 0 : top.ar(); p <= top.ar(); p++) {
                    for (int q = 0; q <= top.ma() && !expired.getAsBoolean(); q++) {
                        pool.visit(
                                new ArimaOrder(p, top.difference(), q, sp, top.seasonalDifference(), sq, top.period()),
                                constant);
                    }
                }
            }
        }
        Candidate best = pool.visit(top, constant);
        pool.polish(best);
        return best;
    }
}
