package io.headroom.allocation.rules;

import io.headroom.core.Checks;
import java.util.Locale;

/**
 * A target on what is measured, beside the forecast: as reactive autoscalers track it, a recommendation of measured demand divided by the
 * target. It goes through tolerance, stabilisation, cooldowns and velocity as a forecast does; the floor that measured demand is under
 * every plan is another rule. Immutable and thread-safe.
 *
 * @param target share of capacity that measured demand should fill, in (0, 1]
 * @param combine what is made of the forecast's recommendation and this one
 */
public record UtilisationTarget(double target, Combine combine) {
    /** Forecasts alone. */
    public static final UtilisationTarget NONE = new UtilisationTarget(1, Combine.FORECAST);

    /** What is made of two recommendations; without a forecast, the measured one stands alone. */
    public enum Combine {
        /** The larger. */
        MAXIMUM,
        /** The smaller. */
        MINIMUM,
        /** The mean. */
        MEAN,
        /** The measured one: forecasts are not followed. */
        ACTUAL,
        /** The forecast: there is no such target. */
        FORECAST
    }

    /**
     * Checks the target.
     *
     * @param target share of capacity that measured demand should fill
     * @param combine what is made of both
     * @throws IllegalArgumentException if the target is not in (0, 1]
     */
    public UtilisationTarget {
        if (!(target > 0 && target <= 1)) {
            throw Checks.failure("utilisation target " + target, "must lie in (0, 1]", "it was given in percent");
        }
    }

    /**
     * The larger of forecast and measured demand at a target: as dynamic and predictive scaling are combined.
     *
     * @param target share of capacity that measured demand should fill, in (0, 1]
     * @return the target
     * @throws IllegalArgumentException if the target is not in (0, 1]
     */
    public static UtilisationTarget of(double target) {
        return new UtilisationTarget(target, Combine.MAXIMUM);
    }

    /**
     * Whether there is no such target.
     *
     * @return true if forecasts stand alone
     */
    public boolean isNone() {
        return combine == Combine.FORECAST;
    }

    /**
     * One recommendation of two.
     *
     * @param forecast the forecast's, 0 or more
     * @param actual the measured one, 0 or more
     * @return the combination, between both
     */
    public double combined(double forecast, double actual) {
        return switch (combine) {
            case MAXIMUM -> Math.max(forecast, actual);
            case MINIMUM -> Math.min(forecast, actual);
            case MEAN -> forecast / 2 + actual / 2;
            case ACTUAL -> actual;
            case FORECAST -> forecast;
        };
    }

    @Override
    public String toString() {
        return combine.name().toLowerCase(Locale.ROOT) + " with measured demand at " + target;
    }
}
