package io.headroom.allocation;

import io.headroom.allocation.rules.EventRule;
import io.headroom.allocation.rules.PoolRules;
import io.headroom.core.Location;
import io.headroom.spi.CalendarEvent;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * All that the rules know of one resource of one location. Immutable.
 *
 * @param location where
 * @param active what holds of it now
 * @param need what it needs
 * @param unit the most that one unit brings of it, above 0
 * @param last when it last grew and shrank
 * @param recent what is remembered of it
 * @param failures cycles in a row, before this one, without fresh telemetry
 * @param now when the decision is made
 * @param freshness how far telemetry can be trusted
 * @param events events of the calendar
 * @param leadTime from asking for capacity to its being usable
 * @param ahead how far ahead of now the decision looks
 */
record PoolCase(
        Location location,
        ActivePolicy active,
        Need need,
        double unit,
        ChangeHistory.Last last,
        Recent recent,
        int failures,
        Instant now,
        Freshness freshness,
        List<CalendarEvent> events,
        Duration leadTime,
        Duration ahead) {
    ResourcePolicy policy() {
        return active.policy();
    }

    PoolRules rules() {
        return active.policy().rules();
    }

    boolean mayShrink() {
        return freshness.mayShrink();
    }

    /** The lead time, for reasons. */
    String lead() {
        return (need.leadTime().isPresent() ? "measured lead time " : "lead time ") + leadTime;
    }

    /** An event that makes a rule hold. */
    Optional<CalendarEvent> event(EventRule rule) {
        return events.stream()
                .filter(event -> rule.holds(event, location, now, ahead))
                .findFirst();
    }
}
