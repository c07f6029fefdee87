package io.headroom.forecasting.internal.ets;

import java.util.List;
import java.util.Locale;

/**
 * What to consider in a fit. Immutable and thread-safe.
 *
 * @param forms the forms to choose from; forms that do not suit the series are left out; empty for all stable ones
 * @param horizon steps ahead that matter, at least 0 (default 0); above 0, {@link EtsFitter#select} prefers forms that
 *     forecast that far well within the series to forms with the best information criterion, which looks one step ahead
 *     only
 * @param longestFreeSeason the longest season whose initial states are estimated with the parameters, in steps, 2 to 64
 *     (default 24); those of longer seasons come from a decomposition
 */
public record EtsOptions(List<EtsForm> forms, int horizon, int longestFreeSeason) {

    private static final int SHORTEST = 2;
    private static final int LONGEST = 64;
    private static final EtsOptions DEFAULTS = new EtsOptions(List.of(), 0, 24);

    /**
     * Copies the list and checks the ranges.
     *
     * @param forms the forms to choose from, or empty
     * @param horizon steps ahead that matter, at least 0
     * @param longestFreeSeason in steps, 2 to 64
     * @throws IllegalArgumentException if the horizon is negative or the longest free season out of range
     */
    public EtsOptions {
        forms = List.copyOf(forms);
        if (horizon < 0) {
            throw new IllegalArgumentException(String.format(
                    Locale.ROOT,
                    "The horizon is %d steps, not at least 0.%nMaybe 0, the information criterion alone, was meant.",
                    horizon));
        }
        if (longestFreeSeason < SHORTEST || longestFreeSeason > LONGEST) {
            throw new IllegalArgumentException(String.format(
                    Locale.ROOT,
                    "The longest free season is %d steps, not %d to %d.%nMaybe the season itself was meant; it may be"
                            + " longer.",
                    longestFreeSeason,
                    SHORTEST,
                    LONGEST));
        }
    }

    /**
     * Returns the defaults: all stable forms, by information criterion, seasons estimated up to 24 steps.
     *
     * @return the defaults
     */
    public static EtsOptions defaults() {
        return DEFAULTS;
    }

    /**
     * Returns these options with other forms.
     *
     * @param choice the forms to choose from
     * @return new options
     */
    public EtsOptions withForms(List<EtsForm> choice) {
        return new EtsOptions(choice, horizon, longestFreeSeason);
    }

    /**
     * Returns these options with another horizon.
     *
     * @param steps steps ahead that matter, at least 0
     * @return new options
     */
    public EtsOptions withHorizon(int steps) {
        return new EtsOptions(forms, steps, longestFreeSeason);
    }
}
