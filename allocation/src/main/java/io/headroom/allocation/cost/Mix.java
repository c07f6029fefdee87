package io.headroom.allocation.cost;

/** Units by column. Not to be changed once made. */
final class Mix {
    private final int[] units;
    private final double gap;

    /**
     * A mix.
     *
     * @param units by column
     * @param gap how much less the cheapest may cost at most, 0 if these are the cheapest
     */
    Mix(int[] units, double gap) {
        this.units = units;
        this.gap = gap;
    }

    int[] units() {
        return units;
    }

    double gap() {
        return gap;
    }
}
