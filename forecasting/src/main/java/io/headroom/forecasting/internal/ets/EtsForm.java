package io.headroom.forecasting.internal.ets;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;

/**
 * The form of an exponential smoothing model: how its error, trend and season enter.
 *
 * <p>Immutable and thread-safe. Written as in Hyndman, Koehler, Ord and Snyder (2008), for example {@code A,Ad,M}.
 *
 * @param error how the one-step error enters
 * @param trend the kind of trend, always additive when there is one
 * @param season how the season enters
 */
public record EtsForm(ErrorKind error, TrendKind trend, SeasonKind season) {

    /** How the one-step error enters: in units of the series, or relative to its mean. */
    public enum ErrorKind {
        /** y = mean + e. */
        ADDITIVE("A"),
        /** y = mean (1 + e). */
        MULTIPLICATIVE("M");

        private final String letters;

        ErrorKind(String letters) {
            this.letters = letters;
        }
    }

    /** The kind of trend. */
    public enum TrendKind {
        /** No slope. */
        NONE("N"),
        /** A slope that goes on for ever. */
        ADDITIVE("A"),
        /** A slope that shrinks by phi each step. */
        DAMPED("Ad");

        private final String letters;

        TrendKind(String letters) {
            this.letters = letters;
        }
    }

    /** How the season enters. */
    public enum SeasonKind {
        /** No season. */
        NONE("N"),
        /** Added to level and trend. */
        ADDITIVE("A"),
        /** A factor on level and trend. */
        MULTIPLICATIVE("M");

        private final String letters;

        SeasonKind(String letters) {
            this.letters = letters;
        }
    }

    /**
     * Refuses missing parts.
     *
     * @param error how the one-step error enters
     * @param trend the kind of trend
     * @param season how the season enters
     * @throws NullPointerException if a part is null
     */
    public EtsForm {
        Objects.requireNonNull(error, "error");
        Objects.requireNonNull(trend, "trend");
        Objects.requireNonNull(season, "season");
    }

    /**
     * Reads what {@link #toString()} writes.
     *
     * @param text three parts with commas between, such as {@code M,Ad,A}
     * @return the form
     * @throws IllegalArgumentException if the text names no form
     */
    public static EtsForm parse(String text) {
        for (ErrorKind error : ErrorKind.values()) {
            for (TrendKind trend : TrendKind.values()) {
                for (SeasonKind season : SeasonKind.values()) {
                    EtsForm form = new EtsForm(error, trend, season);
                    if (form.toString().equals(text)) {
                        return form;
                    }
                }
            }
        }
        throw new IllegalArgumentException(String.format(
                Locale.ROOT,
                "No exponential smoothing form is called %s.%nMaybe you meant one such as A,Ad,N or M,A,M.",
                text));
    }

    /**
     * Lists the forms whose likelihood is numerically stable: all but those with an additive error and a multiplicative
     * season, which divide by a season that nothing keeps away from zero.
     *
     * @param seasonal whether the series has a season
     * @param positive whether every value is above zero; multiplicative errors and seasons need it
     * @return the forms, the simplest of each error kind first
     */
    public static List<EtsForm> admissible(boolean seasonal, boolean positive) {
        List<EtsForm> forms = new ArrayList<>();
        for (ErrorKind error : ErrorKind.values()) {
            for (SeasonKind season : SeasonKind.values()) {
                for (TrendKind trend : TrendKind.values()) {
                    EtsForm form = new EtsForm(error, trend, season);
                    boolean suits = (seasonal || !form.hasSeason()) && (positive || !form.needsPositive());
                    if (suits && form.isStable()) {
                        forms.add(form);
                    }
                }
            }
        }
        return List.copyOf(forms);
    }

    /**
     * Tells whether there is a slope.
     *
     * @return false for trend N
     */
    public boolean hasTrend() {
        return trend != TrendKind.NONE;
    }

    /**
     * Tells whether there is a season.
     *
     * @return false for season N
     */
    public boolean hasSeason() {
        return season != SeasonKind.NONE;
    }

    /**
     * Tells whether the slope shrinks.
     *
     * @return true for trend Ad
     */
    public boolean isDamped() {
        return trend == TrendKind.DAMPED;
    }

    /**
     * Tells whether errors are relative.
     *
     * @return true for error M
     */
    public boolean hasRelativeError() {
        return error == ErrorKind.MULTIPLICATIVE;
    }

    /**
     * Tells whether the season is a factor.
     *
     * @return true for season M
     */
    public boolean hasSeasonFactors() {
        return season == SeasonKind.MULTIPLICATIVE;
    }

    /**
     * Tells whether the form makes sense for positive series only.
     *
     * @return true if error or season are multiplicative
     */
    public boolean needsPositive() {
        return hasRelativeError() || hasSeasonFactors();
    }

    /**
     * Tells whether the likelihood is numerically stable.
     *
     * @return false for A,*,M
     */
    public boolean isStable() {
        return hasRelativeError() || !hasSeasonFactors();
    }

    /**
     * Counts what a fit estimates: smoothing parameters, initial states (a season has one redundant) and the error
     * variance.
     *
     * @param period steps in a season, at least 2 for a seasonal form, else ignored
     * @return the count that information criteria use, at least 3
     */
    public int parameterCount(int period) {
        int smoothing = 1 + (hasTrend() ? 1 : 0) + (isDamped() ? 1 : 0) + (hasSeason() ? 1 : 0);
        int states = 1 + (hasTrend() ? 1 : 0) + (hasSeason() ? period - 1 : 0);
        return smoothing + states + 1;
    }

    @Override
    public String toString() {
        return error.letters + "," + trend.letters + "," + season.letters;
    }
}
