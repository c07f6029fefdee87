package io.headroom.allocation.plan;

import io.headroom.core.Checks;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The recent moves of one pool, and what is left of its {@link FlapBudget}. Plain values, to be saved and read back; immutable and
 * thread-safe. Size: the moves of one window.
 *
 * @param at when the budget was last counted; empty if never
 * @param left what was left of it then, finite
 * @param starts units started within the window and not stopped again, oldest first
 * @param stops units stopped within the window and not started again, oldest first
 */
public record Flaps(Optional<Instant> at, double left, List<Move> starts, List<Move> stops) {
    /** Nothing has moved yet. */
    public static final Flaps NONE = new Flaps(Optional.empty(), 0, List.of(), List.of());

    /**
     * Units that were moved together.
     *
     * @param at when
     * @param units how many, 1 or more
     */
    public record Move(Instant at, int units) {
        /**
         * Checks the units.
         *
         * @param at when
         * @param units how many
         * @throws IllegalArgumentException if there is none
         */
        public Move {
            Checks.inRange(units, 1, Integer.MAX_VALUE, "moved units");
        }
    }

    /**
     * Copies the lists.
     *
     * @param at when the budget was last counted
     * @param left what was left of it then
     * @param starts units started within the window
     * @param stops units stopped within the window
     * @throws IllegalArgumentException if the budget is not finite
     */
    public Flaps {
        Checks.finite(left, "budget of reversals");
        starts = List.copyOf(starts);
        stops = List.copyOf(stops);
    }

    /** The moves after units were started, or stopped if below 0: the newest opposite ones are undone, each once. */
    Flaps moved(Instant now, int change, double granted, Duration window) {
        List<Move> newStarts = within(starts, now, window);
        List<Move> newStops = within(stops, now, window);
        long undone = 0;
        if (change > 0) {
            undone = undo(newStops, change);
            newStarts.add(new Move(now, change));
        } else if (change < 0) {
            undone = undo(newStarts, -(long) change);
            newStops.add(new Move(now, (int) Math.min(Integer.MAX_VALUE, -(long) change)));
        }
        return new Flaps(Optional.of(now), granted - undone, newStarts, newStops);
    }

    private static List<Move> within(List<Move> moves, Instant now, Duration window) {
        List<Move> kept = new ArrayList<>();
        for (Move move : moves) {
            if (BootTrack.age(move.at(), now).compareTo(window) <= 0) {
                kept.add(move);
            }
        }
        return kept;
    }

    private static long undo(List<Move> moves, long units) {
        long rest = units;
        while (rest > 0 && !moves.isEmpty()) {
            Move newest = moves.remove(moves.size() - 1);
            long undone = Math.min(rest, newest.units());
            rest -= undone;
            if (undone < newest.units()) {
                moves.add(new Move(newest.at(), (int) (newest.units() - undone)));
            }
        }
        return units - rest;
    }

    static long units(List<Move> moves, Instant now, Duration window) {
        return within(moves, now, window).stream().mapToLong(Move::units).sum();
    }
}
