package io.headroom.forecasting.internal.harmonic;

/**
 * Sums of a wave over the steps 0 to n - 1 in closed form: sum of exp(i w t) = exp(i w (n - 1) / 2) sin(n w / 2) /
 * sin(w / 2), w = 2 pi turns / steps. Angles are reduced in whole numbers first, so that they are exact for any n; up to
 * a limit their sines come from a table. Immutable and thread-safe.
 */
final class Dirichlet {
    private static final long LARGEST_TABLE = 1 << 16;

    private final long steps;
    private final long n;
    private final boolean fromTable;
    private final SineTable table;

    /**
     * Prepares for waves that turn a whole number of times in some steps.
     *
     * @param steps at least 1
     * @param n count of steps summed over
     */
    Dirichlet(long steps, long n) {
        this.steps = steps;
        this.n = n;
        this.fromTable = 2 * steps <= LARGEST_TABLE;
        this.table = SineTable.of(fromTable ? (int) (2 * steps) : 1);
    }

    /** Sum of cos(w t). */
    double cosines(long turns) {
        return turns % steps == 0 ? n : size(turns) * cosine(turns * (n - 1));
    }

    /** Sum of sin(w t). */
    double sines(long turns) {
        return turns % steps == 0 ? 0 : size(turns) * sine(turns * (n - 1));
    }

    private double size(long turns) {
        return sine(turns * n) / sine(turns);
    }

    /** Sine of half a step's angle times a whole number. */
    private double sine(long half) {
        long j = Math.floorMod(half, 2 * steps);
        return fromTable ? table.sine[(int) j] : StrictMath.sin(StrictMath.PI * j / steps);
    }

    private double cosine(long half) {
        long j = Math.floorMod(half, 2 * steps);
        return fromTable ? table.cosine[(int) j] : StrictMath.cos(StrictMath.PI * j / steps);
    }
}
