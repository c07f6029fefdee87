package io.headroom.forecasting.internal.arima;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;

/**
 * All candidates fitted to one differenced series; they give each other starts, so that more orders are hardly ever
 * less likely than fewer. Not thread-safe.
 */
final class Pool {
    private static final int FIRST_STEPS = 3;
    private static final int STEPS = 12;
    private static final double ROUGH = 0.02;
    private static final double GRID = 0x1p-16;
    private static final double SMALL = 0.1;

    private final Differenced data;
    private final Likelihood likelihood;
    private final BooleanSupplier expired;
    private final Map<Key, Candidate> candidates = new LinkedHashMap<>();
    private final double[] correlations;
    private final double[] centred;
    private final Effort effort;
    private @Nullable LaggedRegression regression;
    private double leastValue = Double.POSITIVE_INFINITY;

    private record Key(ArimaOrder order, boolean constant) {}

    /**
     * How hard to try, and where.
     *
     * @param strict whether roots stay out of wider circles than that of radius 1
     * @param starts how many starts to follow
     * @param slack likelihood by which a candidate may trail after its first steps and still go on
     * @param polishingSteps most steps to the maximum itself
     * @param tolerance likelihood that the last of them promises
     */
    record Effort(boolean strict, int starts, double slack, int polishingSteps, double tolerance) {
        static final Effort FULL = new Effort(false, 3, Double.POSITIVE_INFINITY, 60, 1e-9);
        static final Effort USUAL = new Effort(true, 2, 50, 30, 1e-7);
        static final Effort THRIFTY = new Effort(true, 1, 15, 12, 1e-5);
    }

    Pool(Differenced data, int longestLag, Effort effort, BooleanSupplier expired) {
        this.effort = effort;
        this.data = data;
        this.expired = expired;
        likelihood = new Likelihood(data);
        centred = centred(data.series());
        correlations = correlations(centred, Math.min(longestLag, data.n - 1));
    }

    private static double[] centred(double[] w) {
        double mean = 0;
        for (double value : w) {
            mean += value / w.length;
        }
        double[] e = new double[w.length];
        for (int t = 0; t < e.length; t++) {
            e[t] = w[t] - mean;
        }
        return e;
    }

    private static double[] correlations(double[] e, int last) {
        double[] r = new double[last + 1];
        for (int lag = 0; lag <= last; lag++) {
            r[lag] = Likelihood.dot(e, lag, e, 0, e.length - lag);
        }
        return r;
    }

    Collection<Candidate> all() {
        return candidates.values();
    }

    Likelihood likelihood() {
        return likelihood;
    }

    boolean has(ArimaOrder order, boolean constant) {
        return candidates.containsKey(new Key(order, constant));
    }

    /** Fits orders roughly, unless that was done. */
    Candidate visit(ArimaOrder order, boolean constant) {
        Candidate known = candidates.get(new Key(order, constant));
        if (known != null) {
            return known;
        }
        Candidate candidate = new Candidate(order, constant, effort.strict(), data.regressors + 1);
        Descent descent = descent(candidate);
        List<double[]> starts = starts(candidate);
        double[] values = new double[starts.size()];
        for (int i = 0; i < values.length; i++) {
            values[i] = descent.value(starts.get(i));
        }
        for (int round = 0; round < Math.min(effort.starts(), values.length); round++) {
            int best = least(values);
            double[] x = starts.get(best);
            values[best] = Double.POSITIVE_INFINITY;
            double value = descent.descend(x, FIRST_STEPS, ROUGH, false);
            if (descent.predicted() > ROUGH && !isHopeless(candidate, value)) {
                value = descent.descend(x, STEPS, ROUGH, false);
            }
            if (value < candidate.value) {
                settle(candidate, descent, x);
            }
        }
        lead(candidate);
        candidates.put(new Key(order, constant), candidate);
        return candidate;
    }

    /** Keeps the errors of the best candidate. */
    private void lead(Candidate candidate) {
        double criterion = candidate.value + candidate.estimates();
        if (criterion < leastValue) {
            leastValue = criterion;
            if (candidate.order.size() > 0) {
                descent(candidate).value(candidate.x);
                regression = new LaggedRegression(centred, likelihood.innovations(), candidate.order.period());
            }
        }
    }

    private boolean isHopeless(Candidate candidate, double value) {
        return value + candidate.estimates() > leastValue + effort.slack();
    }

    /**
     * Takes numbers over, rounded: what the rounding of arithmetic leaves in them is lost, so that a multiple of the
     * series gives the same ones, and the likelihood loses some 1e-8.
     */
    private void settle(Candidate candidate, Descent descent, double[] x) {
        double[] rounded = new double[x.length];
        for (int i = 0; i < x.length; i++) {
            rounded[i] = Math.rint(x[i] / GRID) * GRID;
        }
        candidate.take(rounded, descent.value(rounded), likelihood.effective());
    }

    private static int least(double[] values) {
        int best = 0;
        for (int i = 1; i < values.length; i++) {
            best = values[i] < values[best] ? i : best;
        }
        return best;
    }

    /** Goes on with a candidate of another pool: the same series, with missing values treated in another way. */
    Candidate adopt(Candidate other) {
        Candidate candidate = new Candidate(other.order, other.constant, effort.strict(), data.regressors + 1);
        candidate.take(other.x.clone(), descent(candidate).value(other.x), likelihood.effective());
        polish(candidate);
        return candidate;
    }

    /** Goes on to the maximum itself. */
    void polish(Candidate candidate) {
        if (!candidate.polished) {
            double[] x = candidate.x.clone();
            Descent descent = descent(candidate);
            if (descent.descend(x, effort.polishingSteps(), effort.tolerance(), true) < candidate.value) {
                settle(candidate, descent, x);
            }
            candidate.polished = true;
        }
    }

    private Descent descent(Candidate candidate) {
        return new Descent(likelihood, candidate.layout, candidate.order.size(), data.n, candidate.constant, expired);
    }

    private List<double[]> starts(Candidate candidate) {
        int k = candidate.order.size();
        List<double[]> starts = new ArrayList<>();
        if (k == 0) {
            starts.add(new double[0]);
            return starts;
        }
        double[] small = new double[k];
        Arrays.fill(small, SMALL);
        starts.add(small);
        if (candidate.order.ar() + candidate.order.seasonalAr() > 0) {
            starts.add(partial(candidate, small));
        }
        if (regression != null) {
            double[] x = regression.start(candidate.order, candidate.layout);
            if (x.length == k) {
                starts.add(x);
            }
        }
        @Nullable Candidate below = null;
        @Nullable Candidate above = null;
        for (Candidate other : candidates.values()) {
            boolean near = other.value < Double.POSITIVE_INFINITY && other.order.size() > 0;
            if (near && other.order.within(candidate.order)) {
                below = below == null || other.value < below.value ? other : below;
            } else if (near && candidate.order.within(other.order)) {
                above = above == null || other.value < above.value ? other : above;
            }
        }
        if (below != null) {
            starts.add(candidate.layout.adapt(below.x, below.layout));
        }
        if (above != null) {
            starts.add(candidate.layout.adapt(above.x, above.layout));
        }
        return starts;
    }

    /** A start from sample autocorrelations, as if there were no moving average. */
    private double[] partial(Candidate candidate, double[] small) {
        double[] x = small.clone();
        for (int block = 0; block < Coefficients.BLOCKS; block += 2) {
            int count = candidate.layout.count(block);
            int spacing = candidate.layout.spacing(block);
            if (count > 0 && count * spacing < correlations.length && correlations[0] > 0) {
                yuleWalker(spacing, count, x, candidate.layout.from(block));
            }
        }
        return x;
    }

    private void yuleWalker(int spacing, int count, double[] x, int at) {
        double[] a = new double[count];
        double[] last = new double[count];
        double variance = correlations[0];
        for (int j = 0; j < count; j++) {
            double sum = correlations[(j + 1) * spacing];
            for (int i = 0; i < j; i++) {
                sum -= last[i] * correlations[(j - i) * spacing];
            }
            double partial = Math.max(-0.98, Math.min(0.98, sum / variance));
            for (int i = 0; i < j; i++) {
                a[i] = last[i] - partial * last[j - 1 - i];
            }
            a[j] = partial;
            System.arraycopy(a, 0, last, 0, j + 1);
            variance *= 1 - partial * partial;
            x[at + j] = partial / Math.sqrt(1 - partial * partial);
        }
    }
}
