package io.headroom.forecasting.lstm.internal.input;

/** What an encoder sees of a series up to a moment. Missing values are filled in. */
public interface SeriesView {
    /**
     * A value of the past.
     *
     * @param lag 0 for the last step, in [0, {@link #reach})
     * @return rate, 0 or more
     */
    double value(int lag);

    /**
     * The mean of a step and the steps some shortest seasons before it, as known at that step.
     *
     * @param lag 0 for the last step, less than {@link #reach} and than the shortest season
     * @return rate, 0 or more
     */
    double profile(int lag);

    /**
     * The same over longest seasons, and over more of them.
     *
     * @param lag 0 for the last step, less than {@link #reach} and than the longest season
     * @return rate, 0 or more
     */
    double lastingProfile(int lag);

    /**
     * How far the last few values were from {@link #lastingProfile}.
     *
     * @return on the scale of {@link Ratio}
     */
    double drift();

    /**
     * How many steps of the past can be seen.
     *
     * @return 0 or more
     */
    int reach();

    /**
     * How many steps there were.
     *
     * @return 0 or more
     */
    long age();

    /**
     * Whether the last step was missing.
     *
     * @return true if its value is filled in
     */
    boolean missing();

    /**
     * The running level.
     *
     * @return rate, 0 or more
     */
    double level();

    /**
     * How far values usually are from the level.
     *
     * @return on the scale of {@link Ratio}, 0 or more
     */
    double swing();

    /**
     * How far values usually are from those of a season before.
     *
     * @return on the scale of {@link Ratio}, 0 or more
     */
    double surprise();
}
