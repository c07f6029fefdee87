package io.headroom.allocation;

import java.util.function.BiConsumer;

/** What may be said of a resource apart from the rest: the settings of {@link ResourcePolicyBuilder}, schedules aside. */
public enum PolicyField {
    /** The probability with which capacity covers demand. */
    QUANTILE((from, to) -> to.quantile(from.sizing().quantile())),
    /** What a step without cover costs. */
    VIOLATION_COST((from, to) -> to.violationCost(from.sizing().violationCost())),
    /** The same as a multiple of the usual need. */
    VIOLATION_RATIO((from, to) -> to.violationRatio(from.sizing().violationRatio())),
    /** The share of capacity that demand may fill. */
    TARGET_UTILISATION((from, to) -> to.targetUtilisation(from.sizing().targetUtilisation())),
    /** The largest delta that changes nothing. */
    THRESHOLD((from, to) -> to.threshold(from.threshold())),
    /** The least that stays allocated. */
    MINIMUM((from, to) -> to.minimum(from.minimum())),
    /** The most that is allocated. */
    MAXIMUM((from, to) -> to.maximum(from.maximum())),
    /** The most that a forecast adds in one cycle. */
    STEP_UP((from, to) -> to.stepUp(from.stepUp())),
    /** The most that is removed in one cycle. */
    STEP_DOWN((from, to) -> to.stepDown(from.stepDown())),
    /** The time after a growth in which a forecast does not grow it again. */
    UP_COOLDOWN((from, to) -> to.upCooldown(from.upCooldown())),
    /** The time after a change in which it does not shrink. */
    DOWN_COOLDOWN((from, to) -> to.downCooldown(from.downCooldown())),
    /** What waits ready and unassigned. */
    WARM((from, to) -> to.warm(from.warm())),
    /** How a forecast grows it. */
    UP((from, to) -> to.up(from.rules().up())),
    /** How a forecast shrinks it. */
    DOWN((from, to) -> to.down(from.rules().down())),
    /** The most that is taken away. */
    REMOVAL_BUDGET((from, to) -> to.removalBudget(from.rules().removal())),
    /** The most reversals. */
    REVERSAL_BUDGET((from, to) -> to.reversalBudget(from.rules().reversals())),
    /** What is held still. */
    PAUSE((from, to) -> to.pause(from.rules().pause())),
    /** What happens while blind. */
    OUTAGE((from, to) -> to.outage(from.rules().outage())),
    /** A target on what is measured. */
    UTILISATION((from, to) -> to.utilisation(from.rules().utilisation())),
    /** What happens at the maximum. */
    CAP_BREACH((from, to) -> to.capBreach(from.rules().capBreach())),
    /** What events do. */
    EVENTS((from, to) -> to.events(from.rules().events())),
    /** How long what is stored has to be kept. */
    RETENTION((from, to) -> to.retention(from.rules().retention())),
    /** What waits ready, sized by the forecast. */
    READY_STOCK((from, to) -> to.readyStock(from.rules().readyStock())),
    /** What an unexpected spike does. */
    SPIKE((from, to) -> to.spike(from.rules().spike()));

    @SuppressWarnings("ImmutableEnumChecker") // the copiers above hold nothing
    private final BiConsumer<ResourcePolicy, ResourcePolicyBuilder> copier;

    PolicyField(BiConsumer<ResourcePolicy, ResourcePolicyBuilder> copier) {
        this.copier = copier;
    }

    void copy(ResourcePolicy from, ResourcePolicyBuilder to) {
        copier.accept(from, to);
    }
}
