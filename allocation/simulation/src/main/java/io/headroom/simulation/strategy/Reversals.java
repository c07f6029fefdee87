package io.headroom.simulation.strategy;

/**
 * Counts the units whose start or stop was undone by an opposite move soon after. Each move is undone once, the newest
 * first, and may itself be undone by the next one.
 */
final class Reversals {

    private final int window;
    private final Moves starts;
    private final Moves stops;

    private Reversals(int window, int steps) {
        this.window = window;
        this.starts = new Moves(steps);
        this.stops = new Moves(steps);
    }

    /** Undone units over a run, at most {@code windowSteps} after the move that they undo. O(n) amortised. */
    static long count(int[] paid, int windowSteps) {
        Reversals reversals = new Reversals(windowSteps, paid.length);
        long undone = 0;
        for (int t = 1; t < paid.length; t++) {
            undone += reversals.move(t, paid[t] - paid[t - 1]);
        }
        return undone;
    }

    private int move(int step, int change) {
        int units = Math.abs(change);
        if (units == 0) {
            return 0;
        }
        (change > 0 ? starts : stops).push(step, units);
        return (change > 0 ? stops : starts).undo(step - window, units);
    }

    /** A stack of moves: their steps, and their units not undone yet. */
    private static final class Moves {
        private final int[] steps;
        private final int[] units;
        private int size;

        Moves(int capacity) {
            this.steps = new int[capacity];
            this.units = new int[capacity];
        }

        void push(int step, int count) {
            steps[size] = step;
            units[size++] = count;
        }

        /** Undoes up to {@code count} units of moves not before {@code oldest}; returns how many. */
        int undo(int oldest, int count) {
            int rest = count;
            while (rest > 0 && size > 0 && steps[size - 1] >= oldest) {
                int undone = Math.min(rest, units[size - 1]);
                rest -= undone;
                units[size - 1] -= undone;
                if (units[size - 1] == 0) {
                    size--;
                }
            }
            return count - rest;
        }
    }
}
