package io.headroom.allocation.cost;

import java.util.Arrays;

/**
 * What some cheapest solution keeps to, because units could be exchanged otherwise: rules of the form "if there are p of column a, there
 * are q of column b". If t units of b bring no less than one of a for no more, then b has no room for t more; if one of b brings no less
 * than t of a for less, then b is used up. Such rules tell apart solutions that differ in nothing but the sizes of the same machine. Not to
 * be changed once made. Cost: columns squared x rows.
 */
final class Rules {
    private static final int FIELDS = 4;

    private final Covering p;
    private int[] rules = new int[64];
    private int size;

    Rules(Covering p) {
        this.p = p;
        for (int a = 0; a < p.columns(); a++) {
            for (int b = 0; b < p.columns(); b++) {
                if (a != b) {
                    addPair(a, b);
                }
            }
        }
    }

    private void addPair(int a, int b) {
        long times = Exchange.unitsFor(p, b, a);
        if (times > 0) {
            int room = (int) Math.max(0, p.limit[b] - times + 1);
            if (room > 0) {
                add(a, 1, b, room);
            }
            return;
        }
        long less = Exchange.unitsSaved(p, b, a);
        if (less > 1 && less <= p.limit[a]) {
            add(a, (int) less, b, p.limit[b]);
        }
    }

    private void add(int a, int atLeast, int b, int then) {
        if (size + FIELDS > rules.length) {
            rules = Arrays.copyOf(rules, 2 * rules.length);
        }
        rules[size++] = a;
        rules[size++] = atLeast;
        rules[size++] = b;
        rules[size++] = then;
    }

    /** Tightens a box; false if it breaks a rule throughout. */
    boolean tighten(int[] low, int[] high) {
        for (int r = 0; r < size; r += FIELDS) {
            int a = rules[r];
            int atLeast = rules[r + 1];
            int b = rules[r + 2];
            int then = rules[r + 3];
            if (high[a] >= atLeast) {
                if (high[b] < then) {
                    high[a] = atLeast - 1;
                    if (low[a] > high[a]) {
                        return false;
                    }
                } else if (low[a] >= atLeast && low[b] < then) {
                    low[b] = then;
                }
            }
        }
        return true;
    }
}
