package io.headroom.testkit;

import io.headroom.core.NodeGroup;
import io.headroom.spi.GroupTarget;
import io.headroom.spi.Provisioner;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/**
 * The contract of {@link Provisioner}. A subclass supplies a provisioner over a test bed and two groups that the kit
 * may grow and shrink; each clause begins by bringing them to zero.
 *
 * <p>Fences rise from {@link #firstEpoch} on and keys are unique in a run of the Java machine, so a test bed that
 * outlives it overrides {@link #firstEpoch} with a number that rises from run to run; keys are made from it.
 */
public abstract class ProvisionerContract extends Contract {
    /** For subclasses. */
    protected ProvisionerContract() {}

    /**
     * Makes the provisioner; called once in each clause.
     *
     * @return a provisioner whose fleet has all of {@link #groups}, at any size
     */
    protected abstract Provisioner create();

    /**
     * Groups without a limit that matters.
     *
     * @return two groups or more that may each have 6 units
     */
    protected abstract List<NodeGroup> groups();

    /**
     * Waits, or moves a virtual clock, until all units that were asked for are ready.
     *
     * @param provisioner what {@link #create} made
     */
    protected void settle(Provisioner provisioner) {}

    /**
     * A group with a quota.
     *
     * @return a group that may have 2 to 100 units and no more, none of {@link #groups}; by default none, which fails
     *     the clauses that need {@link Capability#QUOTA}
     */
    protected Optional<NodeGroup> limitedGroup() {
        return Optional.empty();
    }

    /**
     * A target that this provisioner refuses.
     *
     * @return by default one unit of a group that does not exist
     */
    protected GroupTarget impossibleTarget() {
        NodeGroup like = groups().get(0);
        return new GroupTarget(new NodeGroup("no-such-group", like.location(), like.kind(), like.perUnit()), 1, 0);
    }

    /**
     * Lets the next apply take effect and lose its answer: it then throws or returns unknown outcomes. For
     * {@link Capability#LOST_ANSWER}.
     *
     * @param provisioner what {@link #create} made
     */
    protected void loseNextAnswer(Provisioner provisioner) {
        throw missing("loseNextAnswer()", Capability.LOST_ANSWER);
    }

    /**
     * Cuts off the world behind the provisioner for the rest of the clause. For {@link Capability#OUTAGE}.
     *
     * @param provisioner what {@link #create} made
     */
    protected void cutOff(Provisioner provisioner) {
        throw missing("cutOff()", Capability.OUTAGE);
    }

    /**
     * The epoch that fences of this run start from.
     *
     * @return 0 or more; by default 0
     */
    protected long firstEpoch() {
        return 0;
    }

    private void with(FleetClause body) {
        check(c -> {
            c.at("before the clause");
            c.mend("create() did not make a provisioner that can be emptied: let it start from an empty fleet");
            body.run(c, FleetBed.emptied(c, this));
        });
    }

    @Test
    @DisplayName("V1 A target is accepted and served")
    final void serves() {
        with(ApplyClauses::serves);
    }

    @Test
    @DisplayName("V2 An accepted outcome says what will be there")
    final void accepts() {
        with(ApplyClauses::tellsTruth);
    }

    @Test
    @DisplayName("V3 What is there already is unchanged, booting units included")
    final void unchanged() {
        with(ApplyClauses::unchanged);
    }

    @Test
    @DisplayName("V4 Apply returns one outcome for each target, in the same order")
    final void outcomeForEach() {
        with(ApplyClauses::oneForEach);
    }

    @Test
    @DisplayName("V5 A target that fails does not stop the others")
    final void failureIsAlone() {
        with(ApplyClauses::failureIsAlone);
    }

    @Test
    @DisplayName("V6 The same key applied again provisions once")
    final void sameKey() {
        with(SafetyClauses::sameKey);
    }

    @Test
    @DisplayName("V7 A late repeat of an older key does not undo what came after it")
    final void lateKey() {
        with(SafetyClauses::lateKey);
    }

    @Test
    @DisplayName("V8 A retry after a lost answer provisions once")
    final void lostAnswer() {
        with(SafetyClauses::lostAnswer);
    }

    @Test
    @DisplayName("V9 A lower fence is refused and changes nothing")
    final void lowerFence() {
        with(SafetyClauses::lowerFence);
    }

    @Test
    @DisplayName("V10 The same fence is accepted again")
    final void sameFence() {
        with(SafetyClauses::sameFence);
    }

    @Test
    @DisplayName("V11 Warm units wait unassigned")
    final void warmUnits() {
        with(ApplyClauses::warmUnits);
    }

    @Test
    @DisplayName("V12 Growth is served from warm units first, at once")
    final void warmFirst() {
        with(ApplyClauses::warmFirst);
    }

    @Test
    @DisplayName("V13 Shrinking cancels booting units first")
    final void cancelsBooting() {
        with(ApplyClauses::cancelsBooting);
    }

    @Test
    @DisplayName("V14 A quota grants what it can and says so")
    final void quotaGrants() {
        with(QuotaClauses::grants);
    }

    @Test
    @DisplayName("V15 A quota never blocks shrinking")
    final void quotaAndShrinking() {
        with(QuotaClauses::shrinks);
    }

    @Test
    @DisplayName("V16 An observation names the quota")
    final void quotaObserved() {
        with(QuotaClauses::observed);
    }

    @Test
    @DisplayName("V17 A plan notes what a quota cuts off, and only that")
    final void quotaPlanned() {
        with(QuotaClauses::planned);
    }

    @Test
    @DisplayName("V18 An observation lists empty groups, too")
    final void listsEmptyGroups() {
        with(ObserveClauses::listsEmptyGroups);
    }

    @Test
    @DisplayName("V19 A plan changes nothing")
    final void planChangesNothing() {
        with(ObserveClauses::planChangesNothing);
    }

    @Test
    @DisplayName("V20 A plan says what is and what would be, for each target in the same order")
    final void planIsTrue() {
        with(ObserveClauses::planIsTrue);
    }

    @Test
    @DisplayName("V21 After its deadline a call ends at once, with an answer or an AdapterException")
    final void deadline() {
        with(SafetyClauses::deadline);
    }

    @Test
    @DisplayName("V22 A world that can't be reached is an AdapterException or an unknown outcome")
    final void outage() {
        with(SafetyClauses::outage);
    }

    @Test
    @DisplayName("V23 Many threads may call at a time")
    final void threadSafe() {
        with(ObserveClauses::threadSafe);
    }

    /** The body of a clause, with the fleet it works on. */
    @FunctionalInterface
    private interface FleetClause {
        void run(Clause c, FleetBed bed) throws Exception;
    }
}
