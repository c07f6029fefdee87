package io.headroom.allocation;

import io.headroom.allocation.rules.CapBreach;
import io.headroom.allocation.rules.EventRule;
import io.headroom.allocation.rules.OutagePolicy;
import io.headroom.allocation.rules.Pace;
import io.headroom.allocation.rules.Pause;
import io.headroom.allocation.rules.PoolRules;
import io.headroom.allocation.rules.ReadyStock;
import io.headroom.allocation.rules.Recurrence;
import io.headroom.allocation.rules.RemovalBudget;
import io.headroom.allocation.rules.Retention;
import io.headroom.allocation.rules.ReversalBudget;
import io.headroom.allocation.rules.SpikeRule;
import io.headroom.allocation.rules.UtilisationTarget;
import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/** Builds a {@link ResourcePolicy}. Not thread-safe. */
public final class ResourcePolicyBuilder {
    private double quantile = 0.99;
    private double targetUtilisation = 1;
    private double violationCost;
    private double violationRatio;
    private double threshold;
    private double minimum;
    private double maximum = Double.POSITIVE_INFINITY;
    private double stepUp = Double.POSITIVE_INFINITY;
    private double stepDown = Double.POSITIVE_INFINITY;
    private Duration upCooldown = Duration.ZERO;
    private Duration downCooldown = Duration.ZERO;
    private double warm;
    private Pace up = Pace.FREE;
    private Pace down = Pace.FREE;
    private RemovalBudget removal = RemovalBudget.NONE;
    private ReversalBudget reversals = ReversalBudget.NONE;
    private Pause pause = Pause.NONE;
    private OutagePolicy outage = OutagePolicy.HOLD;
    private UtilisationTarget utilisation = UtilisationTarget.NONE;
    private CapBreach capBreach = CapBreach.HONOR;
    private List<EventRule> events = List.of();
    private Retention retention = Retention.NONE;
    private ReadyStock readyStock = ReadyStock.NONE;
    private SpikeRule spike = SpikeRule.NONE;
    private final List<Schedule> schedules = new ArrayList<>();
    private final Set<PolicyField> set = EnumSet.noneOf(PolicyField.class);

    ResourcePolicyBuilder() {}

    ResourcePolicyBuilder(ResourcePolicy from) {
        for (PolicyField field : PolicyField.values()) {
            field.copy(from, this);
        }
        schedules.addAll(from.schedules());
        set.clear();
    }

    /**
     * The probability with which capacity covers demand. Default 0.99.
     *
     * @param value in (0, 1)
     * @return this
     */
    public ResourcePolicyBuilder quantile(double value) {
        this.quantile = value;
        return set(PolicyField.QUANTILE);
    }

    /**
     * Sizes by what a step without cover costs, instead of by the quantile: see {@link Sizing}. Default 0: by the quantile.
     *
     * @param value capacity in the resource's units that costs as much, held for a step, 0 or more
     * @return this
     */
    public ResourcePolicyBuilder violationCost(double value) {
        this.violationCost = value;
        return set(PolicyField.VIOLATION_COST);
    }

    /**
     * Sizes by what a step without cover costs, as a multiple of the usual need, on top of {@link #violationCost}. Default 0. With the usual
     * need learned over three days it suits pools of any size, and pools that grow: 100 covers about 99 % of steps, 1,000 about 99.9 %, at
     * less cost than a quantile.
     *
     * @param value multiple of the mean need of late that costs as much, held for a step, 0 or more
     * @return this
     */
    public ResourcePolicyBuilder violationRatio(double value) {
        this.violationRatio = value;
        return set(PolicyField.VIOLATION_RATIO);
    }

    /**
     * The share of capacity that demand may fill. Default 1.
     *
     * @param value in (0, 1]
     * @return this
     */
    public ResourcePolicyBuilder targetUtilisation(double value) {
        this.targetUtilisation = value;
        return set(PolicyField.TARGET_UTILISATION);
    }

    /**
     * The largest delta that changes nothing. Default 0.
     *
     * @param value in the resource's units, 0 or more
     * @return this
     */
    public ResourcePolicyBuilder threshold(double value) {
        this.threshold = value;
        return set(PolicyField.THRESHOLD);
    }

    /**
     * The least that stays allocated. Default 0.
     *
     * @param value in the resource's units, 0 or more
     * @return this
     */
    public ResourcePolicyBuilder minimum(double value) {
        this.minimum = value;
        return set(PolicyField.MINIMUM);
    }

    /**
     * The most that is allocated. Default: no bound.
     *
     * @param value in the resource's units, the minimum or more
     * @return this
     */
    public ResourcePolicyBuilder maximum(double value) {
        this.maximum = value;
        return set(PolicyField.MAXIMUM);
    }

    /**
     * The most that a forecast adds in one cycle, rounded up to whole units. Default: no limit.
     *
     * @param value in the resource's units, above 0
     * @return this
     */
    public ResourcePolicyBuilder stepUp(double value) {
        this.stepUp = value;
        return set(PolicyField.STEP_UP);
    }

    /**
     * The most that is removed in one cycle, rounded down to whole units but one unit at least. Default: no limit.
     *
     * @param value in the resource's units, above 0
     * @return this
     */
    public ResourcePolicyBuilder stepDown(double value) {
        this.stepDown = value;
        return set(PolicyField.STEP_DOWN);
    }

    /**
     * How long a forecast does not grow the pool again after a growth. Default zero.
     *
     * @param value zero or more
     * @return this
     */
    public ResourcePolicyBuilder upCooldown(Duration value) {
        this.upCooldown = value;
        return set(PolicyField.UP_COOLDOWN);
    }

    /**
     * How long the pool does not shrink after a change. Default zero.
     *
     * @param value zero or more
     * @return this
     */
    public ResourcePolicyBuilder downCooldown(Duration value) {
        this.downCooldown = value;
        return set(PolicyField.DOWN_COOLDOWN);
    }

    /**
     * What waits ready and unassigned, beside what is allocated: in the first groups with room. Default 0.
     *
     * @param value in the resource's units, 0 or more
     * @return this
     */
    public ResourcePolicyBuilder warm(double value) {
        this.warm = value;
        return set(PolicyField.WARM);
    }

    /**
     * How a forecast grows the pool. Default: at once.
     *
     * @param value tolerance, stabilisation and velocity
     * @return this
     */
    public ResourcePolicyBuilder up(Pace value) {
        this.up = value;
        return set(PolicyField.UP);
    }

    /**
     * How a forecast shrinks the pool. Default: at once.
     *
     * @param value tolerance, stabilisation and velocity
     * @return this
     */
    public ResourcePolicyBuilder down(Pace value) {
        this.down = value;
        return set(PolicyField.DOWN);
    }

    /**
     * The most that is taken away, counted from a peak. Default: all.
     *
     * @param value the budget
     * @return this
     */
    public ResourcePolicyBuilder removalBudget(RemovalBudget value) {
        this.removal = value;
        return set(PolicyField.REMOVAL_BUDGET);
    }

    /**
     * The most reversals within a window. Default: any number.
     *
     * @param value the budget
     * @return this
     */
    public ResourcePolicyBuilder reversalBudget(ReversalBudget value) {
        this.reversals = value;
        return set(PolicyField.REVERSAL_BUDGET);
    }

    /**
     * What is held still. Default: nothing.
     *
     * @param value the pause
     * @return this
     */
    public ResourcePolicyBuilder pause(Pause value) {
        this.pause = value;
        return set(PolicyField.PAUSE);
    }

    /**
     * What happens while telemetry is stale or missing. Default: nothing shrinks, forecasts still grow.
     *
     * @param value the behaviour
     * @return this
     */
    public ResourcePolicyBuilder outage(OutagePolicy value) {
        this.outage = value;
        return set(PolicyField.OUTAGE);
    }

    /**
     * A target on what is measured, beside the forecast. Default: none.
     *
     * @param value the target
     * @return this
     */
    public ResourcePolicyBuilder utilisation(UtilisationTarget value) {
        this.utilisation = value;
        return set(PolicyField.UTILISATION);
    }

    /**
     * What happens when a recommendation exceeds the maximum. Default: the maximum holds.
     *
     * @param value the behaviour
     * @return this
     */
    public ResourcePolicyBuilder capBreach(CapBreach value) {
        this.capBreach = value;
        return set(PolicyField.CAP_BREACH);
    }

    /**
     * What events of the calendar do. Default: nothing.
     *
     * @param values the rules, instead of any that were given before
     * @return this
     */
    public ResourcePolicyBuilder events(List<EventRule> values) {
        this.events = List.copyOf(values);
        return set(PolicyField.EVENTS);
    }

    /**
     * How long what is stored has to be kept before it may be given up: for storage. Default: not at all.
     *
     * @param value the retention
     * @return this
     */
    public ResourcePolicyBuilder retention(Retention value) {
        this.retention = value;
        return set(PolicyField.RETENTION);
    }

    /**
     * What waits ready and unassigned, sized by the forecast; the constant {@link #warm} amount is then the least that waits. Default: none.
     *
     * @param value the stock
     * @return this
     */
    public ResourcePolicyBuilder readyStock(ReadyStock value) {
        this.readyStock = value;
        return set(PolicyField.READY_STOCK);
    }

    /**
     * What an unexpected spike does, and how long what it needed is held. Default: it is served as it is measured.
     *
     * @param value the rule
     * @return this
     */
    public ResourcePolicyBuilder spike(SpikeRule value) {
        this.spike = value;
        return set(PolicyField.SPIKE);
    }

    /**
     * What holds at times instead. Default: nothing.
     *
     * @param values the schedules, instead of any that were given before
     * @return this
     */
    public ResourcePolicyBuilder schedules(List<Schedule> values) {
        List<Schedule> copy = List.copyOf(values);
        schedules.clear();
        schedules.addAll(copy);
        return this;
    }

    /**
     * Adds what holds at times instead.
     *
     * @param value the schedule
     * @return this
     */
    public ResourcePolicyBuilder schedule(Schedule value) {
        schedules.add(value);
        return this;
    }

    /**
     * Adds what holds at times instead.
     *
     * @param name what reasons call it
     * @param when the times
     * @param instead a builder on which just that was set which differs then
     * @return this
     * @throws IllegalArgumentException if what differs is refused
     */
    public ResourcePolicyBuilder schedule(String name, Recurrence when, ResourcePolicyBuilder instead) {
        return schedule(new Schedule(name, when, instead.overrides()));
    }

    /**
     * What was set on this builder, to be said of other policies.
     *
     * @return the settings, without schedules
     * @throws IllegalArgumentException if they are refused
     */
    public PolicyOverride overrides() {
        return new PolicyOverride(
                new ResourcePolicyBuilder(build()).schedules(List.of()).unchecked(), set);
    }

    private ResourcePolicyBuilder set(PolicyField field) {
        set.add(field);
        return this;
    }

    /**
     * Checks the settings and builds.
     *
     * @return the policy
     * @throws IllegalArgumentException if a number is outside its range, the minimum exceeds the maximum, in general or while a schedule
     *     holds, or two schedules share a name
     */
    public ResourcePolicy build() {
        ResourcePolicy policy = unchecked();
        Schedule.check(policy);
        return policy;
    }

    /** Builds without a look at the schedules. */
    ResourcePolicy unchecked() {
        PoolRules rules = new PoolRules(
                up,
                down,
                removal,
                reversals,
                pause,
                outage,
                utilisation,
                capBreach,
                events,
                retention,
                readyStock,
                spike);
        return new ResourcePolicy(
                new Sizing(quantile, targetUtilisation, violationCost, violationRatio),
                threshold,
                minimum,
                maximum,
                stepUp,
                stepDown,
                upCooldown,
                downCooldown,
                warm,
                rules,
                schedules);
    }
}
