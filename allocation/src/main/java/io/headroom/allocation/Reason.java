package io.headroom.allocation;

import java.util.Locale;

/**
 * Why a rule changed a number, or refused to. Immutable and thread-safe.
 *
 * @param rule which rule
 * @param before the amount before it, in the resource's units
 * @param after the amount after it
 * @param bound the number that bound it, in words: "maximum 40", "lead time PT5M"
 */
public record Reason(Rule rule, double before, double after, String bound) {
    /**
     * The rules, in the order in which they are asked; a later one has the last word. Up to {@link #THRESHOLD} they make a
     * recommendation; up to {@link #REMOVAL_BUDGET} they hold it back; {@link #UNUSABLE} takes back; up to
     * {@link #ACTUAL_DEMAND} they look after what nobody must lose;
     * then come the operator's orders, and at last what cannot be had.
     */
    public enum Rule {
        /** The forecast's quantile over the window that this decision covers. */
        FORECAST,
        /** An event of the calendar multiplies the forecast. */
        EVENT,
        /** Measured demand at its utilisation target, combined with the forecast. */
        UTILISATION,
        /** Needed again before a unit given up now could be back. */
        HOLD_UNTIL_LEAD,
        /** The other end of its pairs, or a link to it, can't use more. */
        PARTNER,
        /** The delta does not exceed a share of what is there. */
        TOLERANCE,
        /** The delta does not exceed the threshold. */
        THRESHOLD,
        /** Not all recommendations of a while agree. */
        STABILISATION,
        /** Too soon after the last change. */
        COOLDOWN,
        /** Too many reversals in a while. */
        REVERSAL_BUDGET,
        /** The most that a period may change. */
        VELOCITY,
        /** The most that one cycle may change. */
        STEP_LIMIT,
        /** The most that may go, counted from the peak of a while. */
        REMOVAL_BUDGET,
        /** What was just added can't be used at the other end or on the link: it goes at once. */
        UNUSABLE,
        /** It was needed within the time for which what is stored has to be kept. */
        RETENTION,
        /** Telemetry is stale or missing: the fallback. */
        OUTAGE,
        /** Telemetry is stale or missing: nothing shrinks. */
        BLIND,
        /** An unexpected spike is followed at once, or what it needed is held. */
        ANOMALY,
        /** Measured rates or utilisation need it now. */
        ACTUAL_DEMAND,
        /** An operator holds it still. */
        PAUSE,
        /** An event of the calendar needs it. */
        EVENT_FLOOR,
        /** The minimum or maximum of a schedule that holds. */
        SCHEDULE,
        /** The policy's minimum or maximum. */
        BOUNDS,
        /** The policy's spending cap. */
        SPENDING_CAP,
        /** The provisioner's quota, or an offer's. */
        QUOTA,
        /** Node groups come in whole units, and one unit may bring several resources. */
        WHOLE_UNITS
    }

    @Override
    public String toString() {
        return String.format(Locale.ROOT, "%s: %.4g -> %.4g (%s)", rule, before, after, bound);
    }
}
