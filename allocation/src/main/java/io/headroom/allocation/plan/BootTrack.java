package io.headroom.allocation.plan;

import io.headroom.core.Checks;
import io.headroom.core.Stock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * The units of one node group that are on their way, by the moment they were asked for. Units have no names: those that were asked for first
 * are taken to arrive first, those asked for last to be cancelled first. Immutable and thread-safe.
 *
 * @param keys what is measured with them: "region/RESOURCE" of all that a unit brings
 * @param seen when the group was last looked at or asked for units
 * @param usable units that were usable then, 0 or more
 * @param coming units on their way, oldest first
 */
public record BootTrack(List<String> keys, Instant seen, int usable, List<Asked> coming) {
    private static final Duration LONGEST = Duration.ofDays(100_000);

    /**
     * Units that were asked for together.
     *
     * @param at when; empty if it was before anybody looked
     * @param units how many are still on their way, 1 or more
     */
    public record Asked(Optional<Instant> at, int units) {
        /**
         * Checks the units.
         *
         * @param at when
         * @param units how many are still on their way
         * @throws IllegalArgumentException if there is none
         */
        public Asked {
            Checks.inRange(units, 1, Integer.MAX_VALUE, "units asked for");
        }
    }

    /**
     * Copies the lists.
     *
     * @param keys what is measured with them
     * @param seen when the group was last looked at or asked for units
     * @param usable units that were usable then
     * @param coming units on their way
     * @throws IllegalArgumentException if the number is negative
     */
    public BootTrack {
        keys = List.copyOf(keys);
        Checks.inRange(usable, 0, Integer.MAX_VALUE, "usable units");
        coming = List.copyOf(coming);
    }

    /** A group at first sight: nobody knows when its booting units were asked for. */
    static BootTrack of(List<String> keys, Instant now, Stock stock) {
        int booting = sum(stock.booting(), stock.warming());
        List<Asked> coming = booting > 0 ? List.of(new Asked(Optional.empty(), booting)) : List.of();
        return new BootTrack(keys, now, sum(stock.allocated(), stock.warm()), coming);
    }

    /** Absurd counts are cut off: a fleet's answer must not end a cycle. */
    private static int sum(int a, int b) {
        return (int) Math.min(Integer.MAX_VALUE, (long) a + b);
    }

    private long expected() {
        long sum = 0;
        for (Asked asked : coming) {
            sum += asked.units();
        }
        return sum;
    }

    /** The track after so many units, usable and on their way, were granted in all: more are new, fewer cancel. */
    BootTrack granted(Instant at, long total) {
        long more = total - usable - expected();
        if (more >= 0) {
            return new BootTrack(keys, at, usable, with(coming, at, more));
        }
        long cancelled = Math.min(-more, expected());
        return new BootTrack(keys, at, (int) (usable - (-more - cancelled)), withoutYoungest(coming, cancelled));
    }

    /**
     * The track after another look. Of the units that are no longer on their way, as many have arrived as there are more usable ones; the
     * rest was lost. Units on their way that nobody is known to have asked for were asked for at the last look at the earliest.
     *
     * @param leads is told how long the units of each request took, when some of them have arrived
     */
    BootTrack after(Stock stock, Instant now, Consumer<Duration> leads) {
        int usableNow = sum(stock.allocated(), stock.warm());
        long gone = expected() - stock.booting() - stock.warming();
        if (gone <= 0) {
            return new BootTrack(keys, now, usableNow, with(coming, seen, -gone));
        }
        long arrived = Math.max(0, Math.min(gone, (long) usableNow - usable));
        List<Asked> left = withoutYoungest(withoutOldest(arrived, now, leads), gone - arrived);
        return new BootTrack(keys, now, usableNow, left);
    }

    private List<Asked> withoutOldest(long units, Instant now, Consumer<Duration> leads) {
        List<Asked> left = new ArrayList<>();
        long rest = units;
        for (Asked asked : coming) {
            int arrived = (int) Math.min(rest, asked.units());
            rest -= arrived;
            if (arrived > 0) {
                asked.at().ifPresent(at -> leads.accept(age(at, now)));
            }
            if (arrived < asked.units()) {
                left.add(new Asked(asked.at(), asked.units() - arrived));
            }
        }
        return left;
    }

    private static List<Asked> withoutYoungest(List<Asked> from, long units) {
        List<Asked> left = new ArrayList<>(from);
        long rest = units;
        while (rest > 0 && !left.isEmpty()) {
            Asked youngest = left.remove(left.size() - 1);
            int cancelled = (int) Math.min(rest, youngest.units());
            rest -= cancelled;
            if (cancelled < youngest.units()) {
                left.add(new Asked(youngest.at(), youngest.units() - cancelled));
            }
        }
        return left;
    }

    private static List<Asked> with(List<Asked> coming, Instant at, long units) {
        if (units <= 0) {
            return coming;
        }
        List<Asked> more = new ArrayList<>(coming);
        more.add(new Asked(Optional.of(at), (int) Math.min(Integer.MAX_VALUE, units)));
        return more;
    }

    /** Time since units were asked for; zero if the clock was set back, and no longer than can be counted in milliseconds. */
    static Duration age(Instant at, Instant now) {
        if (!at.isBefore(now)) {
            return Duration.ZERO;
        }
        Duration age = Duration.between(at, now);
        return age.compareTo(LONGEST) < 0 ? age : LONGEST;
    }
}
