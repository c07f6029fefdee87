package io.headroom.forecasting.anomaly;

/** What an observation is. */
public enum AnomalyVerdict {
    /** In line with what was expected, or missing. */
    NORMAL(0),
    /** Out of line and too high; whether it stays there is not known yet. */
    SPIKE_UP(1),
    /** Out of line and too low; whether it stays there is not known yet. */
    SPIKE_DOWN(-1),
    /** A spike upwards has stayed: the level is higher now. */
    SHIFT_UP(1),
    /** A spike downwards has stayed: the level is lower now. */
    SHIFT_DOWN(-1);

    private final int direction;

    AnomalyVerdict(int direction) {
        this.direction = direction;
    }

    static AnomalyVerdict spike(boolean up) {
        return up ? SPIKE_UP : SPIKE_DOWN;
    }

    static AnomalyVerdict shift(boolean up) {
        return up ? SHIFT_UP : SHIFT_DOWN;
    }

    /**
     * Whether it is out of line by itself.
     *
     * @return true for the two spikes
     */
    public boolean isSpike() {
        return this == SPIKE_UP || this == SPIKE_DOWN;
    }

    /**
     * Whether it confirms a new level.
     *
     * @return true for the two shifts
     */
    public boolean isShift() {
        return this == SHIFT_UP || this == SHIFT_DOWN;
    }

    /**
     * Where it lies.
     *
     * @return 1 for too high, -1 for too low, 0 for normal
     */
    public int direction() {
        return direction;
    }
}
