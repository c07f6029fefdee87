package io.headroom.spi;

import io.headroom.core.Checks;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.List;

/**
 * What every predictor can be told when it is asked for by name. Immutable and thread-safe.
 *
 * @param periods declared seasons in steps, each 2 or more, shortest first; empty if there is none
 * @param zone the zone by whose wall clock daily and weekly seasons run
 */
public record PredictorSettings(List<Integer> periods, ZoneId zone) {
    /**
     * Checks and copies.
     *
     * @param periods declared seasons in steps
     * @param zone the zone by whose wall clock daily and weekly seasons run
     * @throws IllegalArgumentException if a period is below 2 or they do not rise
     */
    public PredictorSettings {
        periods = List.copyOf(periods);
        int before = 1;
        for (int period : periods) {
            Checks.inRange(period, 2, 10_000_000, "period");
            if (period <= before) {
                throw Checks.failure("period " + period, "must be above the one before, " + before, "sort the periods");
            }
            before = period;
        }
    }

    /**
     * Settings with seasons that run by UTC.
     *
     * @param periods seasons in steps, each 2 or more, rising
     * @return the settings
     * @throws IllegalArgumentException if a period is below 2 or they do not rise
     */
    public static PredictorSettings ofPeriods(int... periods) {
        return new PredictorSettings(Arrays.stream(periods).boxed().toList(), ZoneOffset.UTC);
    }

    /**
     * The same with seasons that run by another wall clock: clock changes then do not move the peak of a day.
     *
     * @param newZone the zone
     * @return a copy
     */
    public PredictorSettings inZone(ZoneId newZone) {
        return new PredictorSettings(periods, newZone);
    }
}
