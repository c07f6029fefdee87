package io.headroom.testkit;

import io.headroom.spi.StateStore;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/**
 * The contract of {@link StateStore}. A subclass supplies a store; keys that the kit uses are unique in a run of the
 * Java machine, so a store that outlives it is emptied by the subclass.
 */
public abstract class StateStoreContract extends Contract {
    /** For subclasses. */
    protected StateStoreContract() {}

    /**
     * Makes the store; called once in each clause.
     *
     * @return a store without content
     */
    protected abstract StateStore create();

    /**
     * Makes a second store over the content of the one that {@link #create} made last. For
     * {@link Capability#DURABILITY}.
     *
     * @return another object that shares the content
     */
    protected StateStore reopen() {
        throw missing("reopen()", Capability.DURABILITY);
    }

    /**
     * Damages the content of a key behind the store's back: flips a byte, or cuts it off. For
     * {@link Capability#DAMAGE}.
     *
     * @param store what {@link #create} made
     * @param key a key that was saved
     */
    protected void damage(StateStore store, String key) {
        throw missing("damage()", Capability.DAMAGE);
    }

    /**
     * Lets the next save break off half-way, as if the process died: it then throws anything. For
     * {@link Capability#CRASH}.
     *
     * @param store what {@link #create} made
     */
    protected void breakOffNextSave(StateStore store) {
        throw missing("breakOffNextSave()", Capability.CRASH);
    }

    /**
     * The largest content that the store is made for.
     *
     * @return bytes, 1000 or more; by default 1 MiB
     */
    protected int largestContent() {
        return 1 << 20;
    }

    @Test
    @DisplayName("S1 A key that was not saved loads as empty")
    final void loadsEmpty() {
        check(c -> StateClauses.loadsEmpty(c, this));
    }

    @Test
    @DisplayName("S2 What was saved last is loaded as a whole")
    final void loadsSaved() {
        check(c -> StateClauses.loadsSaved(c, this));
    }

    @Test
    @DisplayName("S3 A save that expects another revision fails and changes nothing")
    final void comparesRevision() {
        check(c -> StateClauses.comparesRevision(c, this));
    }

    @Test
    @DisplayName("S4 Revision numbers rise with every save")
    final void numbersRise() {
        check(c -> StateClauses.numbersRise(c, this));
    }

    @Test
    @DisplayName("S5 Content of any size and any bytes comes back the same")
    final void anyContent() {
        check(c -> StateClauses.anyContent(c, this));
    }

    @Test
    @DisplayName("S6 Keys do not touch each other")
    final void keysApart() {
        check(c -> StateClauses.keysApart(c, this));
    }

    @Test
    @DisplayName("S7 A text that is no key is refused")
    final void refusesKeys() {
        check(c -> StateClauses.refusesKeys(c, this));
    }

    @Test
    @DisplayName("S8 Arrays are copied on their way in and out")
    final void copies() {
        check(c -> StateClauses.copies(c, this));
    }

    @Test
    @DisplayName("S9 Of several that expect the same revision, one succeeds")
    final void oneWins() {
        check(c -> StateRaceClauses.oneWins(c, this));
    }

    @Test
    @DisplayName("S10 A load is never a mixture of two saves")
    final void noMixture() {
        check(c -> StateRaceClauses.noMixture(c, this));
    }

    @Test
    @DisplayName("S11 An interrupted thread leaves the store working and its content whole")
    final void interrupt() {
        check(c -> StateRaceClauses.interrupt(c, this));
    }

    @Test
    @DisplayName("S12 Content and revision outlive the object")
    final void durable() {
        check(c -> StateRaceClauses.durable(c, this));
    }

    @Test
    @DisplayName("S13 Damaged content is reported by an AdapterException that names the key, and is left alone")
    final void damaged() {
        check(c -> StateRaceClauses.damaged(c, this));
    }

    @Test
    @DisplayName("S14 After a save that broke off, the content before it or its own is there as a whole")
    final void crash() {
        check(c -> StateRaceClauses.crash(c, this));
    }
}
