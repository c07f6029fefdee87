package io.headroom.forecasting.backtest;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/**
 * Where the origins of a series lie. Immutable and thread-safe.
 *
 * @param warmup steps before the first origin, at least
 * @param origins how many origins, counted from the end of the series; 0 for all from the warm-up on
 * @param stride steps from one origin to the next
 * @param reach steps that have to follow an origin
 */
record Schedule(int warmup, int origins, int stride, int reach) {
    /** The origins of a series, rising; empty if it is too short. */
    List<Integer> of(int length) {
        List<Integer> all = new ArrayList<>();
        int last = length - reach;
        if (origins == 0) {
            for (int origin = warmup; origin <= last; origin += stride) {
                all.add(origin);
            }
        } else {
            for (int origin = last; origin >= warmup && all.size() < origins; origin -= stride) {
                all.add(origin);
            }
            Collections.reverse(all);
        }
        return all;
    }
}
