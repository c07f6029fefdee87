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
    /** The rules, in the order in which they are asked. */
    public enum Rule {
        /** The forecast's quantile over the window that this decision covers. */
        FORECAST,
        /** Needed again before a unit given up now could be back. */
        HOLD_UNTIL_LEAD,
        /** The delta does not exceed the threshold. */
        THRESHOLD,
        /** Too soon after the last change. */
        COOLDOWN,
        /** The most that one cycle may change. */
        STEP_LIMIT,
        /** Telemetry is stale or missing: nothing shrinks. */
        BLIND,
        /** Measured rates or utilisation need it now. */
        ACTUAL_DEMAND,
        /** The policy's minimum or maximum. */
        BOUNDS,
        /** The provisioner's quota. */
        QUOTA,
        /** Node groups come in whole units, and one unit may bring several resources. */
        WHOLE_UNITS
    }

    @Override
    public String toString() {
        return String.format(Locale.ROOT, "%s: %.4g -> %.4g (%s)", rule, before, after, bound);
    }
}
