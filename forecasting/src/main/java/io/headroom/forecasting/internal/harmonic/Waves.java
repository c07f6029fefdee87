package io.headroom.forecasting.internal.harmonic;

import java.util.ArrayList;
import java.util.List;

/** Which waves to consider. Stateless. */
final class Waves {
    /** Sharp peaks within a day need no more. */
    private static final int MOST_OF_SHORTEST = 20;

    /** A week's waves up to between eight and nine a day let every weekday have its own shape. */
    private static final int MOST_OF_LONGER = 60;

    private static final int VALUES_A_WAVE = 4;

    private Waves() {}

    /**
     * Lists waves, season after season. One that a shorter season has already is left out.
     *
     * @param periods steps in each season, rising
     * @param values count of values to fit them to
     */
    static List<Wave> candidates(int[] periods, int values) {
        List<Wave> waves = new ArrayList<>();
        for (int i = 0; i < periods.length; i++) {
            int most = Math.min(i == 0 ? MOST_OF_SHORTEST : MOST_OF_LONGER, periods[i] / 2);
            most = Math.min(most, values / (VALUES_A_WAVE * periods.length));
            for (int order = 1; order <= most; order++) {
                Wave wave = new Wave(periods[i], order);
                if (waves.stream().noneMatch(other -> isSame(other, wave))) {
                    waves.add(wave);
                }
            }
        }
        return waves;
    }

    private static boolean isSame(Wave a, Wave b) {
        return (long) a.order() * b.period() == (long) b.order() * a.period();
    }

    /** The waves of each season up to the last one that counts. */
    static boolean[] upToLast(List<Wave> waves, boolean[] counts) {
        boolean[] keep = counts.clone();
        for (int i = keep.length - 2; i >= 0; i--) {
            keep[i] |= keep[i + 1] && waves.get(i).period() == waves.get(i + 1).period();
        }
        return keep;
    }
}
