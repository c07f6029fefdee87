package io.headroom.forecasting.internal.blend;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Lets candidates forecast from many origins within the history and weighs them by what came. Costs O(origins x horizon
 * x lags) a candidate. Not thread-safe.
 */
final class Rehearsal {
    /** A member that has less than this share of the weight in every band is left out. */
    private static final double LEAST_SHARE = 0.01;

    /** The fixed part of the weights; as much again comes from live errors. */
    private static final int FIXED_POWER = 3;

    private static final int WHOLE_POWER = 6;

    /** The band that live errors are of. */
    private static final int LIVE_BAND = 1;

    private final double[] values;
    private final double[] filled;
    private final Origins origins;
    private final List<Candidate> candidates;
    private final double least;
    private final double largest;
    private final List<Integer> starts = new ArrayList<>();
    private final List<double[][]> paths = new ArrayList<>();

    /**
     * A rehearsal.
     *
     * @param values the history, NaN where missing
     * @param filled the same without gaps
     * @param period steps in the first season, 1 without one
     * @param candidates one or more
     */
    Rehearsal(double[] values, double[] filled, int period, List<Candidate> candidates) {
        this.values = values;
        this.filled = filled;
        this.candidates = candidates;
        this.least = Arrays.stream(filled).min().orElse(0);
        this.largest = Arrays.stream(filled).max().orElse(0);
        this.origins = new Origins(values.length, memory(), period);
        walk();
    }

    private int memory() {
        return candidates.stream().mapToInt(Candidate::memory).max().orElse(0);
    }

    private void walk() {
        History history = new History(Math.max(1, memory()), least, largest);
        for (int t = 0; t < values.length; t++) {
            int reach = origins.reach(t);
            if (reach > 0) {
                double[][] ahead = new double[candidates.size()][reach];
                for (int m = 0; m < ahead.length; m++) {
                    candidates.get(m).path(t, history, ahead[m]);
                }
                starts.add(t);
                paths.add(ahead);
            }
            for (Candidate candidate : candidates) {
                candidate.observe(values[t]);
            }
            history.add(filled[t]);
        }
    }

    /**
     * The blend of all candidates that earn a weight.
     *
     * @param period after which the state is at the same phase
     * @param complete whether all members were tried
     */
    BlendFit blend(int period, boolean complete) {
        double[][] errors = errors();
        return blend(period, complete, Weights.of(errors, FIXED_POWER), Weights.of(errors, WHOLE_POWER), errors);
    }

    /** The candidate with the least errors alone. */
    BlendFit best(int period, boolean complete) {
        double[][] errors = errors();
        Weights best = Weights.best(errors);
        return blend(period, complete, best, best, errors);
    }

    private BlendFit blend(int period, boolean complete, Weights fixed, Weights whole, double[][] errors) {
        boolean[] kept = new boolean[candidates.size()];
        List<Member> members = new ArrayList<>();
        double[] misses = new double[kept.length];
        int memory = 1;
        for (int m = 0; m < kept.length; m++) {
            kept[m] = fixed.share(m) >= LEAST_SHARE;
            if (kept[m]) {
                Member member = candidates.get(m).beginning().copy();
                misses[members.size()] = errors[LIVE_BAND][m];
                members.add(member);
                memory = Math.max(memory, member.memory());
            }
        }
        LiveErrors live = LiveErrors.of(Arrays.copyOf(misses, members.size()));
        History history = new History(memory, least, largest);
        Blend beginning = new Blend(members.toArray(Member[]::new), fixed.only(kept), live, history, period);
        return new BlendFit(beginning, pairs(whole.only(kept), kept), complete);
    }

    /** Mean absolute error by band and candidate. */
    private double[][] errors() {
        double[][] sums = new double[Weights.bands()][candidates.size()];
        int[] counts = new int[Weights.bands()];
        for (int i = 0; i < paths.size(); i++) {
            double[][] ahead = paths.get(i);
            for (int h = 0; h < ahead[0].length; h++) {
                double actual = values[starts.get(i) + h];
                if (!Double.isNaN(actual)) {
                    int band = Weights.band(h + 1);
                    counts[band]++;
                    for (int m = 0; m < ahead.length; m++) {
                        sums[band][m] += Math.abs(ahead[m][h] - actual);
                    }
                }
            }
        }
        for (int band = 0; band < counts.length; band++) {
            for (int m = 0; m < sums[band].length; m++) {
                sums[band][m] /= counts[band];
            }
            if (counts[band] == 0 && band > 0) {
                sums[band] = sums[band - 1].clone();
            }
        }
        return sums;
    }

    private List<BlendFit.Pair> pairs(Weights weights, boolean[] kept) {
        List<BlendFit.Pair> pairs = new ArrayList<>();
        for (int i = 0; i < paths.size(); i++) {
            double[][] ahead = paths.get(i);
            for (int h = 0; h < ahead[0].length; h++) {
                double actual = values[starts.get(i) + h];
                double sum = 0;
                double total = 0;
                int n = 0;
                for (int m = 0; m < ahead.length; m++) {
                    if (kept[m]) {
                        double weight = weights.at(h + 1, n);
                        n++;
                        sum += weight * ahead[m][h];
                        total += weight;
                    }
                }
                if (!Double.isNaN(actual) && !Double.isNaN(sum) && total > 0) {
                    pairs.add(new BlendFit.Pair(h + 1, sum / total, actual));
                }
            }
        }
        return pairs;
    }
}
