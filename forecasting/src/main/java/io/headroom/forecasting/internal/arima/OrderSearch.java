package io.headroom.forecasting.internal.arima;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.BooleanSupplier;

/**
 * The choice of orders for one differenced series by the corrected criterion of Akaike: the stepwise search of Hyndman
 * and Khandakar (2008), wider. Where theirs follows one model, this looks at all neighbours of several of the best, and
 * the best few are refined to the maximum of the exact likelihood before they are compared for good. Not thread-safe.
 */
final class OrderSearch {
    private static final int MOST = 5;
    private static final int MOST_SEASONAL = 2;
    private static final int[][] STARTS = {
        {0, 0, 0, 0}, {2, 2, 1, 1}, {1, 0, 1, 0}, {0, 1, 0, 1}, {1, 0, 0, 1}, {1, 1, 0, 1}
    };
    private static final int[][] MOVES = {
        {1, 0, 0, 0}, {-1, 0, 0, 0}, {0, 1, 0, 0}, {0, -1, 0, 0}, {0, 0, 1, 0}, {0, 0, -1, 0}, {0, 0, 0, 1},
        {0, 0, 0, -1}, {1, 1, 0, 0}, {-1, -1, 0, 0}, {1, -1, 0, 0}, {-1, 1, 0, 0}, {0, 0, 1, 1}, {0, 0, -1, -1},
        {0, 0, 1, -1}, {0, 0, -1, 1}
    };
    /** Criterion by which a candidate may trail and still be refined, and how many are. */
    private static final double NEAR = 4;

    private static final int REFINED = 6;

    /**
     * How far to search.
     *
     * @param length values of the series
     * @param breadth how many of the best to look around
     * @param seasonal whether to try seasonal orders
     */
    record Limits(int length, int breadth, boolean seasonal) {}

    private final Pool pool;
    private final ArimaOrder plain;
    private final boolean[] constants;
    private final Limits limits;
    private final BooleanSupplier expired;

    /**
     * Prepares a search.
     *
     * @param plain the differences and the period
     * @param constants whether to try models without a constant, with one, or both
     */
    OrderSearch(Pool pool, ArimaOrder plain, boolean[] constants, Limits limits, BooleanSupplier expired) {
        this.pool = pool;
        this.plain = plain;
        this.constants = constants;
        this.limits = limits;
        this.expired = expired;
    }

    /** Finds the best candidate; none if no model has a likelihood. */
    Optional<Candidate> run() {
        for (int[] start : STARTS) {
            for (boolean constant : constants) {
                visit(start[0], start[1], start[2], start[3], constant);
            }
        }
        Optional<Candidate> best = refine();
        while (best.isPresent() && !best.get().expanded && !expired.getAsBoolean()) {
            best = refine();
        }
        return best;
    }

    /** Looks around until the best candidates have no neighbours left, then refines them. */
    private Optional<Candidate> refine() {
        Optional<Candidate> next = nextToExpand();
        while (next.isPresent() && !expired.getAsBoolean()) {
            expand(next.get());
            next = nextToExpand();
        }
        List<Candidate> ranked = ranked();
        for (int i = 0; i < Math.min(REFINED, ranked.size()) && !expired.getAsBoolean(); i++) {
            if (ranked.get(i).aicc() < ranked.get(0).aicc() + NEAR) {
                pool.polish(ranked.get(i));
            }
        }
        return ranked().stream().findFirst();
    }

    private List<Candidate> ranked() {
        return pool.all().stream()
                .filter(candidate -> candidate.aicc() < Double.POSITIVE_INFINITY)
                .sorted(Comparator.comparingDouble(Candidate::aicc))
                .toList();
    }

    private Optional<Candidate> nextToExpand() {
        return ranked().stream()
                .limit(limits.breadth())
                .filter(candidate -> !candidate.expanded)
                .findFirst();
    }

    private void expand(Candidate centre) {
        ArimaOrder order = centre.order;
        for (int[] move : MOVES) {
            visit(
                    order.ar() + move[0],
                    order.ma() + move[1],
                    order.seasonalAr() + move[2],
                    order.seasonalMa() + move[3],
                    centre.constant);
        }
        for (boolean constant : constants) {
            visit(order.ar(), order.ma(), order.seasonalAr(), order.seasonalMa(), constant);
        }
        centre.expanded = true;
    }

    private void visit(int p, int q, int sp, int sq, boolean constant) {
        int m = plain.period();
        int most = Math.min(MOST, limits.length() / 3);
        int mostSeasonal = m > 1 && limits.seasonal() ? Math.min(MOST_SEASONAL, limits.length() / 3 / m) : 0;
        int sp0 = m > 1 ? sp : 0;
        int sq0 = m > 1 ? sq : 0;
        boolean allowed = Math.min(Math.min(p, q), Math.min(sp0, sq0)) >= 0
                && Math.max(p, q) <= most
                && Math.max(sp0, sq0) <= mostSeasonal;
        boolean first = pool.all().isEmpty();
        if (allowed && (first || !expired.getAsBoolean())) {
            pool.visit(new ArimaOrder(p, plain.difference(), q, sp0, plain.seasonalDifference(), sq0, m), constant);
        }
    }
}
