package io.headroom.simulation.report;

import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.zone.ZoneOffsetTransition;
import java.time.zone.ZoneRules;
import java.util.ArrayList;
import java.util.List;

/** The offsets from UTC that a zone has over a stretch of time, so that the page needs no time zone data of its own. */
final class ZoneOffsets {

    private ZoneOffsets() {}

    /**
     * Returns where each offset begins: the epoch second and the offset in seconds, the first at {@code from}.
     *
     * @param zone the zone
     * @param from the first epoch second
     * @param until the last epoch second
     */
    static List<long[]> between(ZoneId zone, long from, long until) {
        ZoneRules rules = zone.getRules();
        Instant start = Instant.ofEpochSecond(from);
        List<long[]> offsets = new ArrayList<>();
        offsets.add(new long[] {from, rules.getOffset(start).getTotalSeconds()});
        ZoneOffsetTransition next = rules.nextTransition(start);
        while (next != null && next.toEpochSecond() <= until) {
            offsets.add(new long[] {next.toEpochSecond(), next.getOffsetAfter().getTotalSeconds()});
            next = rules.nextTransition(next.getInstant());
        }
        return offsets;
    }

    /** Returns the zone's name as a person reads it. */
    static String name(ZoneId zone) {
        return zone.normalized().equals(ZoneOffset.UTC) ? "UTC" : zone.getId();
    }
}
