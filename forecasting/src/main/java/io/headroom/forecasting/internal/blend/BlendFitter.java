package io.headroom.forecasting.internal.blend;

import io.headroom.forecasting.internal.autoregression.LagFitter;
import io.headroom.forecasting.internal.autoregression.LagSet;
import io.headroom.forecasting.internal.autoregression.Standardization;
import io.headroom.forecasting.internal.autoregression.Transform;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.BooleanSupplier;

/**
 * Fits a blend to a series of values that are 0 or more. Immutable and thread-safe.
 *
 * <p>Members of the whole blend: a smoothed level; the value one season ago; two profiles, one that forgets fast on a
 * relative scale (logs, or roots where zeros occur) and one that forgets slowly on roots; autoregressions on roots with
 * short lags, of values and of differences, and on levels with seasonal lags, of values and of seasonal differences. Which members these are was chosen
 * on training parts of hourly and of 5-minute series. Cost: O(values x lags^2), a few milliseconds for a thousand values.
 */
public final class BlendFitter {
    private static final double RIDGE = 1e-3;
    private static final double RIDGE_OF_DIFFERENCES = 1e-2;
    private static final int HALVING_SEASONS = 14;

    /** Seasons after which the weight of a season halves, in the two profiles. */
    private static final double FAST = 2.5;

    private static final double SLOW = 8;

    private final int period;
    private final int longest;
    private final Choice choice;

    /** What becomes of the candidates. */
    public enum Choice {
        /** All of them, weighed by their errors. */
        ALL,
        /** The autoregression with the least errors alone. */
        BEST_AUTOREGRESSION
    }

    /**
     * A fitter.
     *
     * @param period the first season in steps; 1 if there is none
     * @param longest the longest season in steps; the same as {@code period} if there is one only
     * @param choice what becomes of the candidates
     */
    public BlendFitter(int period, int longest, Choice choice) {
        this.choice = choice;
        this.period = period;
        this.longest = longest;
    }

    /**
     * Fits.
     *
     * @param values 0 or more, NaN where missing
     * @param expired whether time is up; members that are not fitted by then are left out
     * @return the fit; empty if the values are too few
     */
    public Optional<BlendFit> fit(double[] values, BooleanSupplier expired) {
        double least = Double.POSITIVE_INFINITY;
        for (double y : values) {
            least = y < least ? y : least;
        }
        if (least == Double.POSITIVE_INFINITY) {
            return Optional.empty();
        }
        double[] filled = filled(values);
        List<Candidate> candidates = candidates(values, least, expired);
        if (candidates.isEmpty()) {
            return Optional.empty();
        }
        Rehearsal rehearsal = new Rehearsal(values, filled, period, candidates);
        int phase = Math.max(period, season(values));
        boolean complete = !expired.getAsBoolean();
        return Optional.of(choice == Choice.ALL ? rehearsal.blend(phase, complete) : rehearsal.best(phase, complete));
    }

    /** Gaps take the value one season before, or the value before; at the beginning the first one. */
    private double[] filled(double[] values) {
        double[] filled = values.clone();
        double last =
                Arrays.stream(values).filter(y -> !Double.isNaN(y)).findFirst().orElse(0);
        for (int t = 0; t < filled.length; t++) {
            if (Double.isNaN(filled[t])) {
                filled[t] = period > 1 && t >= period ? filled[t - period] : last;
            }
            last = filled[t];
        }
        return filled;
    }

    private List<Candidate> candidates(double[] values, double least, BooleanSupplier expired) {
        Casting casting = new Casting(values, expired);
        Transform relative = least > 0 ? Transform.LOG : Transform.ROOT;
        int season = season(values);
        if (choice == Choice.ALL) {
            casting.add(LevelMember.fit(values));
            if (season > 1) {
                casting.add(new SeasonMember(season));
                casting.add(ProfileMember.fit(relative, values, season, FAST));
                casting.add(ProfileMember.fit(Transform.ROOT, values, season, SLOW));
            }
        }
        LagFitter shorts = new LagFitter(LagSet.shortLags(values.length), 0, Double.POSITIVE_INFINITY, RIDGE);
        casting.add(Transform.ROOT, shorts);
        if (choice == Choice.ALL) {
            int[] lags = LagSet.shortLags(values.length);
            casting.add(Transform.ROOT, new LagFitter(lags, 1, Double.POSITIVE_INFINITY, RIDGE_OF_DIFFERENCES));
        }
        if (season > 1) {
            int[] lags = LagSet.seasonalLags(period, season, values.length);
            double halving = (double) HALVING_SEASONS * period;
            LagFitter plain = new LagFitter(lags, 0, halving, RIDGE);
            LagFitter differences = new LagFitter(lags, period, halving, RIDGE_OF_DIFFERENCES);
            casting.add(Transform.LEVEL, plain);
            casting.add(Transform.LEVEL, differences);
            if (choice == Choice.BEST_AUTOREGRESSION) {
                casting.add(relative, plain);
                casting.add(relative, differences);
            }
        }
        if (season == 1 || choice == Choice.BEST_AUTOREGRESSION) {
            casting.add(Transform.LEVEL, shorts);
        }
        return casting.candidates;
    }

    /** The longest season that was seen twice; 1 if none was. */
    private int season(double[] values) {
        if (longest > period && values.length >= 2 * longest) {
            return longest;
        }
        return values.length >= 2 * period ? period : 1;
    }

    /** Collects candidates until time is up. Not thread-safe. */
    private static final class Casting {
        private final List<Candidate> candidates = new ArrayList<>();
        private final double[] values;
        private final BooleanSupplier expired;

        Casting(double[] values, BooleanSupplier expired) {
            this.values = values;
            this.expired = expired;
        }

        void add(Member member) {
            candidates.add(Candidate.of(member));
        }

        void add(Transform transform, LagFitter fitter) {
            if (!expired.getAsBoolean()) {
                Standardization scale = Standardization.of(transform, values);
                fitter.fit(scale, scale.forward(values)).ifPresent(fit -> candidates.add(Candidate.of(fit)));
            }
        }
    }
}
