package io.headroom.allocation.rules;

import io.headroom.core.Checks;
import io.headroom.core.Location;
import io.headroom.core.Region;
import io.headroom.core.RegionPair;
import io.headroom.spi.CalendarEvent;
import java.time.Duration;
import java.time.Instant;

/**
 * What an event of the calendar does to a pool that it touches. Predictors may know the event, too: a factor here comes on top of theirs.
 * The rule holds from {@code before} the event's start until {@code after} its end, and is heeded as soon as a decision's time until its
 * next reaches into that. Immutable and thread-safe.
 *
 * @param event the event's name; "*" is any
 * @param multiply factor on the forecast, finite, above 0; 1 changes nothing
 * @param floor never less while it holds, in the resource's own units, 0 or more; 0 changes nothing
 * @param before how long before the event's start it begins to hold, 0 or more
 * @param after how long after the event's end it holds on, 0 or more
 */
public record EventRule(String event, double multiply, double floor, Duration before, Duration after) {
    /** The name that stands for every event. */
    public static final String ANY = "*";

    /**
     * Checks the ranges.
     *
     * @param event the event's name
     * @param multiply factor on the forecast
     * @param floor never less while it holds
     * @param before how long before the event's start it begins to hold
     * @param after how long after the event's end it holds on
     * @throws IllegalArgumentException if the name is blank or a number is outside its range
     */
    public EventRule {
        Checks.require(!event.isBlank(), "event '" + event + "'", "must have a name", "'*' was meant, for any");
        Checks.positive(multiply, "event factor");
        Checks.notNegative(floor, "event floor");
        Durations.notNegative(before, "time before the event");
        Durations.notNegative(after, "time after the event");
    }

    /**
     * A floor while an event lasts.
     *
     * @param event the event's name; "*" is any
     * @param floor never less, in the resource's own units, 0 or more
     * @return the rule
     * @throws IllegalArgumentException if the name is blank or the floor is negative or not finite
     */
    public static EventRule floor(String event, double floor) {
        return new EventRule(event, 1, floor, Duration.ZERO, Duration.ZERO);
    }

    /**
     * A factor while an event lasts.
     *
     * @param event the event's name; "*" is any
     * @param factor on the forecast, finite, above 0
     * @return the rule
     * @throws IllegalArgumentException if the name is blank or the factor is not finite and above 0
     */
    public static EventRule multiply(String event, double factor) {
        return new EventRule(event, factor, 0, Duration.ZERO, Duration.ZERO);
    }

    /**
     * The same with margins.
     *
     * @param early how long before the event's start it begins to hold, 0 or more
     * @param late how long after the event's end it holds on, 0 or more
     * @return a copy
     * @throws IllegalArgumentException if one is negative
     */
    public EventRule around(Duration early, Duration late) {
        return new EventRule(event, multiply, floor, early, late);
    }

    /**
     * Whether an event makes the rule hold at a place within a span.
     *
     * @param candidate an event
     * @param location the place
     * @param from start of the span
     * @param ahead its length, 0 or more; an event that begins just then does not count
     * @return true if name and place match and the rule's time overlaps the span
     */
    public boolean holds(CalendarEvent candidate, Location location, Instant from, Duration ahead) {
        return (event.equals(ANY) || event.equals(candidate.name()))
                && touches(candidate, location)
                && seconds(from, candidate.start()) < seconds(ahead) + seconds(before)
                && seconds(candidate.end(), from) < seconds(after);
    }

    /** In seconds, as doubles: instants and durations at the ends of their ranges can't be added. */
    private static double seconds(Instant from, Instant to) {
        return (double) to.getEpochSecond() - from.getEpochSecond() + (to.getNano() - from.getNano()) * 1e-9;
    }

    private static double seconds(Duration duration) {
        return duration.getSeconds() + duration.getNano() * 1e-9;
    }

    /** An event that is bound to a type touches the places of its pair or region, whatever types meet there. */
    private static boolean touches(CalendarEvent candidate, Location location) {
        boolean byRegion =
                candidate.scope().region().map(region -> at(location, region)).orElse(true);
        boolean byPair = candidate
                .scope()
                .pair()
                .map(pair -> location instanceof Region region ? pair.touches(region) : pair.equals(location))
                .orElse(true);
        return byRegion && byPair;
    }

    private static boolean at(Location location, Region region) {
        return location instanceof RegionPair pair ? pair.touches(region) : location.equals(region);
    }
}
