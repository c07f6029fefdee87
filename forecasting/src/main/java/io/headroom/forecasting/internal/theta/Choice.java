package io.headroom.forecasting.internal.theta;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.BooleanSupplier;

/**
 * The choice of season, adjustment and form for one series: by the mean absolute error over the last two (shortest)
 * seasons, each candidate being fitted to what is before them. Errors one step ahead, or several origins closer to the
 * start, choose worse on the training parts of M3 and M4 Hourly. The static optimised form does not take part: its line
 * is drawn with hindsight, so that it overrates its slope. Not thread-safe.
 */
final class Choice {
    private static final int LEAST_FITTED = 8;
    private static final int MOST_AHEAD = 8;
    private static final double CLEARLY = 1 - 1e-9;
    private static final List<Adjustment> PREFERRED =
            List.of(Adjustment.LOGARITHM, Adjustment.FACTOR, Adjustment.DIFFERENCE);
    private static final List<ThetaForm> FORMS = List.of(ThetaForm.STANDARD, ThetaForm.DYNAMIC_OPTIMISED);

    private final Sample sample;
    private final List<Integer> periods;
    private final BooleanSupplier expired;
    private boolean complete = true;

    /** What to fit. */
    private record Candidate(int period, Adjustment adjustment, ThetaForm form) {}

    Choice(Sample sample, List<Integer> periods, BooleanSupplier expired) {
        this.sample = sample;
        this.periods = periods;
        this.expired = expired;
    }

    ThetaFit fit() {
        List<Candidate> candidates = candidates();
        Candidate best = candidates.get(0);
        int longest = 1;
        for (Candidate candidate : candidates) {
            longest = Math.max(longest, candidate.period());
        }
        int ahead = ahead(longest);
        if (ahead > 0) {
            best = compete(candidates, ahead);
        }
        Candidate winner = best;
        return new ThetaFit(
                sample.season(best.period(), best.adjustment()).map(season -> Fit.of(sample, season, winner.form())),
                complete);
    }

    /** Every season that is there with every adjustment that the values suit and every form; the default first. */
    private List<Candidate> candidates() {
        List<Candidate> candidates = new ArrayList<>();
        for (int period : seasons()) {
            for (Adjustment adjustment : PREFERRED) {
                boolean redundant = period == 1 && adjustment == Adjustment.FACTOR;
                if (!redundant && sample.season(period, adjustment).isPresent()) {
                    for (ThetaForm form : FORMS) {
                        candidates.add(new Candidate(period, adjustment, form));
                    }
                }
            }
        }
        return candidates;
    }

    private List<Integer> seasons() {
        List<Integer> found = new ArrayList<>();
        for (int period : periods) {
            if (sample.isSeasonal(period)) {
                found.add(period);
            }
        }
        return found.isEmpty() ? List.of(1) : found;
    }

    /** Steps to look ahead; 0 if too little would be left to fit. */
    private int ahead(int longestSeason) {
        int n = sample.y.length;
        int wanted = periods.isEmpty() ? Math.min(MOST_AHEAD, n / 3) : 2 * periods.get(0);
        int possible = Math.min(wanted, n - Math.max(LEAST_FITTED, 2 * longestSeason + 1));
        return possible >= wanted / 4 ? possible : 0;
    }

    private Candidate compete(List<Candidate> candidates, int ahead) {
        Sample before = sample.first(sample.y.length - ahead);
        Candidate best = candidates.get(0);
        double least = Double.POSITIVE_INFINITY;
        for (Candidate candidate : candidates) {
            if (expired.getAsBoolean()) {
                complete = false;
                return best;
            }
            double error = error(before, candidate, ahead);
            if (error < least * CLEARLY) {
                least = error;
                best = candidate;
            }
        }
        return best;
    }

    /** Mean absolute error ahead; infinite if there is nothing to compare. */
    private double error(Sample before, Candidate candidate, int ahead) {
        Optional<SeasonIndices> season = before.season(candidate.period(), candidate.adjustment());
        if (before.observed < LEAST_FITTED || season.isEmpty()) {
            return Double.POSITIVE_INFINITY;
        }
        ThetaState state = Fit.of(before, season.get(), candidate.form()).beginning();
        for (double value : before.y) {
            state.observe(value);
        }
        double[] means = state.means(ahead);
        double sum = 0;
        int count = 0;
        for (int h = 0; h < ahead; h++) {
            double value = sample.y[before.y.length + h];
            if (!Double.isNaN(value)) {
                sum += Math.abs(value - means[h]);
                count++;
            }
        }
        return count > 0 ? sum / count : Double.POSITIVE_INFINITY;
    }
}
