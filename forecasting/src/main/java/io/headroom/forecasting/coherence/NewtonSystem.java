package io.headroom.forecasting.coherence;

import java.util.Arrays;

/**
 * The equations of one Newton step, (U + A W A') p = r, with the pairs solved for: a flow belongs to one pair, so that
 * their part of the matrix is diagonal, and what is left over the other groups is U + A W' A' with
 *
 * <pre>W' = W - W 1 1'W / (U of the pair + 1'W 1)        within each pair.</pre>
 *
 * <p>Not thread-safe.
 */
final class NewtonSystem {
    private final Dual dual;
    private final GroupRows rows;
    private final double[] w;
    private final double[] perFlow;
    /** 1 / (U + sum of W) of each pair; 0 if it has no mean. */
    private final double[] perPair;

    NewtonSystem(Dual dual, double[] w) {
        this.dual = dual;
        this.rows = dual.hierarchy().rows();
        this.w = w;
        this.perFlow = new double[dual.flows()];
        this.perPair = new double[rows.pairs()];
        for (int pair = 0; rows.hasPairs() && pair < perPair.length; pair++) {
            int group = rows.firstPair() + pair;
            double sum = 0;
            for (int f = rows.start(pair); f < rows.start(pair + 1); f++) {
                sum += w[f];
            }
            perPair[pair] = dual.used(group) ? 1 / (dual.variance(group) + sum) : 0;
        }
    }

    Dual dual() {
        return dual;
    }

    /** Number of unknowns: groups that are no pairs. */
    int size() {
        return rows.firstPair();
    }

    double variance(int flow) {
        return w[flow];
    }

    double perPair(int pair) {
        return perPair[pair];
    }

    /** The right-hand side without the pairs. */
    void reduce(double[] r, double[] out) {
        Arrays.fill(out, 0);
        for (int pair = 0; pair < perPair.length; pair++) {
            double share = perPair[pair] == 0 ? 0 : r[rows.firstPair() + pair] * perPair[pair];
            for (int f = rows.start(pair); f < rows.start(pair + 1); f++) {
                perFlow[f] = w[f] * share;
            }
        }
        rows.addUpCrossed(perFlow, out);
        for (int g = 0; g < out.length; g++) {
            out[g] = dual.used(g) ? r[g] - out[g] : 0;
        }
    }

    /** Product of the matrix that is left. Time: two passes over flows and levels. */
    void multiply(double[] p, double[] out) {
        Arrays.fill(perFlow, 0);
        rows.spreadCrossed(p, perFlow);
        for (int pair = 0; pair < perPair.length; pair++) {
            double share = weighted(pair) * perPair[pair];
            for (int f = rows.start(pair); f < rows.start(pair + 1); f++) {
                perFlow[f] = w[f] * (perFlow[f] - share);
            }
        }
        Arrays.fill(out, 0);
        rows.addUpCrossed(perFlow, out);
        for (int g = 0; g < out.length; g++) {
            out[g] = dual.used(g) ? out[g] + dual.variance(g) * p[g] : 0;
        }
    }

    private double weighted(int pair) {
        double sum = 0;
        for (int f = rows.start(pair); f < rows.start(pair + 1); f++) {
            sum += w[f] * perFlow[f];
        }
        return sum;
    }

    /** Puts the pairs' unknowns beside those of the other groups. */
    void complete(double[] reduced, double[] r, double[] p) {
        System.arraycopy(reduced, 0, p, 0, reduced.length);
        Arrays.fill(perFlow, 0);
        rows.spreadCrossed(reduced, perFlow);
        for (int pair = 0; rows.hasPairs() && pair < perPair.length; pair++) {
            int group = rows.firstPair() + pair;
            p[group] = (r[group] - weighted(pair)) * perPair[pair];
        }
    }
}
