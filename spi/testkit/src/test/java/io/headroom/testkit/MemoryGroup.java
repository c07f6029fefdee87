package io.headroom.testkit;

import io.headroom.core.Stock;
import java.util.ArrayDeque;
import java.util.Deque;

/** The units of one group of {@link MemoryProvisioner}. Times are those of its virtual clock. */
final class MemoryGroup {
    private final Deque<Long> booting = new ArrayDeque<>();
    private final Deque<Long> warming = new ArrayDeque<>();
    private int allocated;
    private int warm;

    Stock stock() {
        return new Stock(allocated, booting.size(), warm, warming.size());
    }

    /** Units whose time has come are ready. */
    void advance(long now) {
        while (!booting.isEmpty() && booting.peekFirst() <= now) {
            booting.removeFirst();
            allocated++;
        }
        while (!warming.isEmpty() && warming.peekFirst() <= now) {
            warming.removeFirst();
            warm++;
        }
    }

    /** Grows from warm units first; shrinks by booting units first. */
    void target(int allocatedTarget, int warmTarget, long readyAt) {
        while (allocated + booting.size() < allocatedTarget) {
            if (warm > 0) {
                warm--;
                allocated++;
            } else {
                booting.addLast(readyAt);
            }
        }
        while (allocated + booting.size() > allocatedTarget) {
            if (booting.isEmpty()) {
                allocated--;
            } else {
                booting.removeLast();
            }
        }
        while (warm + warming.size() < warmTarget) {
            warming.addLast(readyAt);
        }
        while (warm + warming.size() > warmTarget) {
            if (warming.isEmpty()) {
                warm--;
            } else {
                warming.removeLast();
            }
        }
    }

    /** Assigns warm units without being asked. */
    void assignWarm() {
        allocated += warm;
        warm = 0;
    }

    /** Gives up usable units although others boot. */
    void giveUpUsable(int units) {
        allocated -= Math.min(units, allocated);
    }

    /** Boots although warm units wait, which are then thrown away. */
    void throwAwayWarm() {
        warm = 0;
    }
}
