package io.headroom.allocation.cost;

import java.util.Comparator;
import java.util.PriorityQueue;
import org.jspecify.annotations.Nullable;

/**
 * Branch and bound. A box of solutions is bounded by its {@link BoxModel} and split at a fractional column. The search dives into the half
 * that the relaxation leans to, down to a box that holds nothing better, then goes on with the box of the least bound: so it looks at few
 * boxes that a proof could do without. Not thread-safe.
 */
final class CoveringSearch {
    private static final Comparator<Box> ORDER =
            (a, b) -> a.bound != b.bound ? Long.compare(a.bound, b.bound) : Integer.compare(b.id, a.id);

    private final Covering p;
    private final BoxModel model;
    private final PriorityQueue<Box> open = new PriorityQueue<>(ORDER);
    private final int[] units;
    private int[] best = new int[0];
    private long bestCost;
    private boolean improved;
    private int boxes;
    private int ids;

    /** A search for a solution that costs less than one that is known. */
    CoveringSearch(Presolve presolve, long knownCost) {
        p = presolve.covering;
        model = new BoxModel(presolve);
        units = new int[p.columns()];
        bestCost = knownCost;
        open.add(whole());
    }

    private Box whole() {
        return new Box(new int[p.columns()], p.limit.clone(), 0, ids++);
    }

    /** Whether it has found a solution that costs less than the one that was known. */
    boolean hasImproved() {
        return improved;
    }

    /** The best solution, if it has improved. */
    int[] best() {
        return best;
    }

    /** The cost of the best solution, or what was known. */
    long bestCost() {
        return bestCost;
    }

    /** How many boxes it has looked at. */
    int boxes() {
        return boxes;
    }

    /** Whether there may be a better solution. */
    boolean isOpen() {
        return !open.isEmpty() && open.peek().bound < bestCost;
    }

    /** No solution costs less. */
    long bound() {
        return isOpen() ? open.peek().bound : bestCost;
    }

    /** Goes from the box of the least bound down to one that holds nothing better, or until so many boxes have been looked at in all. */
    void dive(int limit) {
        Box box = isOpen() ? open.poll() : null;
        while (box != null && box.bound < bestCost) {
            if (boxes >= limit) {
                open.add(box);
                return;
            }
            boxes++;
            box = look(box);
        }
    }

    /** All solutions, tightened by the best so far. */
    Box core() {
        Box box = whole();
        if (model.tighten(box, bestCost) && !model.isCovered()) {
            model.bound(box, bestCost);
            model.fix(box, bestCost);
        }
        return box;
    }

    /** Looks at a box; the half to go on with, null if there is none. */
    private @Nullable Box look(Box box) {
        if (!model.tighten(box, bestCost)) {
            return null;
        }
        if (model.isCovered()) {
            offer(box.low);
            return null;
        }
        long bound = Math.max(box.bound, model.bound(box, bestCost));
        if (model.round(box, units)) {
            offer(units);
        }
        if (bound >= bestCost) {
            return null;
        }
        model.fix(box, bestCost);
        return split(box, bound);
    }

    private void offer(int[] solution) {
        long cost = p.cost(solution);
        if (cost < bestCost) {
            best = solution.clone();
            bestCost = cost;
            improved = true;
        }
    }

    private @Nullable Box split(Box box, long bound) {
        int chosen = model.branching(box);
        if (chosen < 0) {
            if (p.covers(box.low)) {
                offer(box.low);
            }
            return null;
        }
        int column = model.column(chosen);
        double at = model.units(chosen);
        // Reduced costs may have moved the ends since: the place is kept between them.
        int most = (int) Math.max(box.low[column], Math.min(box.high[column] - 1, Math.floor(at)));
        Box below = box.below(column, most, bound, ids++);
        Box above = box.above(column, most + 1, bound, ids++);
        boolean up = at - Math.floor(at) >= 0.5;
        open.add(up ? below : above);
        return up ? above : below;
    }
}
