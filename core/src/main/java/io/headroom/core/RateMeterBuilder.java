package io.headroom.core;

import java.time.Duration;

/** Builds a {@link RateMeter}. Not thread-safe. */
public final class RateMeterBuilder {
    final TimeGrid grid;
    Duration lateness = Duration.ZERO;
    Duration maximumJump = Duration.ofDays(1);
    int retainedSteps = 20_160;
    int maximumFlows = 100_000;
    int maximumIds = 1_000_000;
    boolean declaredCoverage;

    RateMeterBuilder(TimeGrid grid) {
        this.grid = grid;
    }

    /**
     * How late a record may come and still be counted. Default zero.
     *
     * @param value zero or more
     * @return this
     */
    public RateMeterBuilder lateness(Duration value) {
        this.lateness = value;
        return this;
    }

    /**
     * How far ahead of every instant seen so far a record may lie. Default one day. A meter that sees nothing for
     * longer than that is told so with {@link RateMeter#covered}: an empty span from now to now moves its time.
     *
     * @param value above zero
     * @return this
     */
    public RateMeterBuilder maximumJump(Duration value) {
        this.maximumJump = value;
        return this;
    }

    /**
     * How many closed steps are kept for each flow. Default 20,160, two weeks of minutes.
     *
     * @param value in [1, 10,000,000]
     * @return this
     */
    public RateMeterBuilder retainedSteps(int value) {
        this.retainedSteps = value;
        return this;
    }

    /**
     * How many flows may be metered. Default 100,000.
     *
     * @param value 1 or more
     * @return this
     */
    public RateMeterBuilder maximumFlows(int value) {
        this.maximumFlows = value;
        return this;
    }

    /**
     * How many ids of open steps are remembered. Default 1,000,000.
     *
     * @param value 1 or more
     * @return this
     */
    public RateMeterBuilder maximumIds(int value) {
        this.maximumIds = value;
        return this;
    }

    /**
     * Takes a step as covered only where the host says so with {@link RateMeter#covered}. Otherwise, by default, a step
     * is also covered for a flow once any record from the same source region falls into it.
     *
     * @return this
     */
    public RateMeterBuilder declaredCoverage() {
        this.declaredCoverage = true;
        return this;
    }

    /**
     * Checks the settings and builds.
     *
     * @return an empty meter
     * @throws IllegalArgumentException if a setting is outside its range
     */
    public RateMeter build() {
        if (lateness.isNegative()) {
            throw Checks.failure("lateness " + lateness, "must be 0 or more", "two instants were subtracted");
        }
        Checks.positive(maximumJump, "maximum jump");
        Checks.inRange(retainedSteps, 1, 10_000_000, "retained steps");
        Checks.inRange(maximumFlows, 1, Integer.MAX_VALUE, "maximum flows");
        Checks.inRange(maximumIds, 1, Integer.MAX_VALUE, "maximum ids");
        Checks.inRange(grid.stepsIn(lateness), 0, 1_000_000, "steps in the lateness");
        return new RateMeter(this);
    }
}
