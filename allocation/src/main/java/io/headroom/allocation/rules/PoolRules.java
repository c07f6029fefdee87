package io.headroom.allocation.rules;

import java.util.List;

/**
 * The rules of one resource of one location beyond its sizing, bounds, step limits and cooldowns. Immutable and thread-safe.
 *
 * @param up how a forecast grows it
 * @param down how a forecast shrinks it
 * @param removal the most that is taken away, counted from a peak
 * @param reversals the most reversals
 * @param pause what an operator holds still
 * @param outage what happens while telemetry is stale or missing
 * @param utilisation a target on what is measured, beside the forecast
 * @param capBreach what happens when a recommendation exceeds the maximum
 * @param events what events of the calendar do to it
 * @param retention how long what is stored has to be kept
 * @param readyStock what waits ready beside the constant warm amount
 * @param spike what an unexpected spike does
 */
public record PoolRules(
        Pace up,
        Pace down,
        RemovalBudget removal,
        ReversalBudget reversals,
        Pause pause,
        OutagePolicy outage,
        UtilisationTarget utilisation,
        CapBreach capBreach,
        List<EventRule> events,
        Retention retention,
        ReadyStock readyStock,
        SpikeRule spike) {
    /** Rules that change nothing. */
    public static final PoolRules NONE = new PoolRules(
            Pace.FREE,
            Pace.FREE,
            RemovalBudget.NONE,
            ReversalBudget.NONE,
            Pause.NONE,
            OutagePolicy.HOLD,
            UtilisationTarget.NONE,
            CapBreach.HONOR,
            List.of());

    /**
     * Copies the list.
     *
     * @param up how a forecast grows it
     * @param down how a forecast shrinks it
     * @param removal the most that is taken away
     * @param reversals the most reversals
     * @param pause what an operator holds still
     * @param outage what happens while telemetry is stale or missing
     * @param utilisation a target on what is measured
     * @param capBreach what happens when a recommendation exceeds the maximum
     * @param events what events of the calendar do to it
     * @param retention how long what is stored has to be kept
     * @param readyStock what waits ready beside the constant warm amount
     * @param spike what an unexpected spike does
     */
    public PoolRules {
        events = List.copyOf(events);
    }

    /**
     * Rules without a retention, a ready stock or a rule for spikes.
     *
     * @param up how a forecast grows it
     * @param down how a forecast shrinks it
     * @param removal the most that is taken away
     * @param reversals the most reversals
     * @param pause what an operator holds still
     * @param outage what happens while telemetry is stale or missing
     * @param utilisation a target on what is measured
     * @param capBreach what happens when a recommendation exceeds the maximum
     * @param events what events of the calendar do to it
     */
    public PoolRules(
            Pace up,
            Pace down,
            RemovalBudget removal,
            ReversalBudget reversals,
            Pause pause,
            OutagePolicy outage,
            UtilisationTarget utilisation,
            CapBreach capBreach,
            List<EventRule> events) {
        this(
                up,
                down,
                removal,
                reversals,
                pause,
                outage,
                utilisation,
                capBreach,
                events,
                Retention.NONE,
                ReadyStock.NONE,
                SpikeRule.NONE);
    }
}
