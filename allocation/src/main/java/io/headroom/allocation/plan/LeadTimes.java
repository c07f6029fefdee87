package io.headroom.allocation.plan;

import io.headroom.core.Location;
import io.headroom.core.NodeGroup;
import io.headroom.core.Resource;
import io.headroom.spi.FleetObservation;
import io.headroom.spi.Outcome;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * How long it takes from asking for a unit to its being usable, measured per region and resource from what a provisioner grants and what is
 * then observed. A link counts to the region that sources it. Call {@link #observed} once a cycle, before deciding, {@link #granted} after
 * applying, and read {@link #leads}.
 *
 * <p>A unit counts as usable when it is first seen so: a lead time is measured too long by up to the time between two looks, never too short.
 * One request is one measurement each time that some of its units have arrived, however many they are; those that were cancelled or lost are
 * none. The last {@value #WINDOW} are kept. Plain values, to be saved and read back; immutable and thread-safe. A cycle costs O(groups).
 *
 * @param measured lead times in milliseconds by "region/RESOURCE", oldest first
 * @param tracks units on their way, by name of the node group; groups without any are left out
 */
public record LeadTimes(Map<String, List<Long>> measured, Map<String, BootTrack> tracks) {
    /** Measurements kept for each region and resource. */
    public static final int WINDOW = 64;

    /** Nothing was measured yet. */
    public static final LeadTimes NONE = new LeadTimes(Map.of(), Map.of());

    /**
     * Copies the maps.
     *
     * @param measured lead times in milliseconds by "region/RESOURCE"
     * @param tracks units on their way, by name of the node group
     */
    public LeadTimes {
        Map<String, List<Long>> copy = new TreeMap<>();
        measured.forEach((key, millis) -> copy.put(key, List.copyOf(millis)));
        measured = Collections.unmodifiableMap(copy);
        tracks = sorted(tracks);
    }

    /** In the order of the names, looked up by hash: fleets are large, and most often in order. */
    private static Map<String, BootTrack> sorted(Map<String, BootTrack> tracks) {
        List<Map.Entry<String, BootTrack>> entries = new ArrayList<>(tracks.entrySet());
        entries.sort(Map.Entry.comparingByKey());
        Map<String, BootTrack> copy = new LinkedHashMap<>(entries.size() * 4 / 3 + 1);
        entries.forEach(e -> copy.put(e.getKey(), e.getValue()));
        return Collections.unmodifiableMap(copy);
    }

    /**
     * What is known after another look at the fleet.
     *
     * @param fleet what is there
     * @param now when it was looked at
     * @return a copy
     */
    public LeadTimes observed(FleetObservation fleet, Instant now) {
        Map<String, List<Long>> more = new HashMap<>();
        Map<String, BootTrack> coming = new LinkedHashMap<>();
        TrackKeys keys = new TrackKeys();
        fleet.stocks().forEach((group, stock) -> {
            BootTrack before = tracks.get(group.name());
            if (before != null || stock.booting() > 0 || stock.warming() > 0) {
                BootTrack track = before == null
                        ? BootTrack.of(keys.of(group), now, stock)
                        : before.after(stock, now, lead -> before.keys().forEach(key -> add(more, key, lead)));
                if (!track.coming().isEmpty()) {
                    coming.put(group.name(), track);
                }
            }
        });
        return new LeadTimes(with(more), coming);
    }

    private static void add(Map<String, List<Long>> more, String key, Duration lead) {
        more.computeIfAbsent(key, k -> new ArrayList<>()).add(lead.toMillis());
    }

    /** The last measurements of each key, once there are more of some. */
    private Map<String, List<Long>> with(Map<String, List<Long>> more) {
        Map<String, List<Long>> all = new HashMap<>(measured);
        more.forEach((key, millis) -> {
            List<Long> both = new ArrayList<>(measured.getOrDefault(key, List.of()));
            both.addAll(millis);
            all.put(key, both.subList(Math.max(0, both.size() - WINDOW), both.size()));
        });
        return all;
    }

    /**
     * What is known after changes were applied.
     *
     * @param outcomes what became of them
     * @param fleet what was there before, as it was given to {@link #observed}
     * @param at when they were asked for
     * @return a copy
     */
    public LeadTimes granted(List<Outcome> outcomes, FleetObservation fleet, Instant at) {
        Map<String, BootTrack> coming = new LinkedHashMap<>(tracks);
        TrackKeys keys = new TrackKeys();
        for (Outcome outcome : outcomes) {
            NodeGroup group = outcome.group();
            BootTrack known = coming.get(group.name());
            BootTrack before = known == null ? BootTrack.of(keys.of(group), at, fleet.stock(group)) : known;
            if (outcome instanceof Outcome.Accepted accepted) {
                long total = (long) accepted.allocated() + accepted.warm();
                coming.put(group.name(), before.granted(at, total));
            } else if (outcome instanceof Outcome.Unknown) {
                // Whatever is then seen to be on its way was asked for now.
                coming.put(group.name(), new BootTrack(before.keys(), at, before.usable(), before.coming()));
            }
        }
        return new LeadTimes(measured, coming);
    }

    /**
     * The lead times to plan with. Units that are still on their way count with at least their age.
     *
     * @param now the time up to which they have waited
     * @param rule how a lead time is read off
     * @return the lead times of all regions and resources
     */
    public Leads leads(Instant now, LeadRule rule) {
        Map<String, List<Long>> waiting = new HashMap<>();
        for (BootTrack track : tracks.values()) {
            for (BootTrack.Asked asked : track.coming()) {
                asked.at()
                        .ifPresent(at -> track.keys()
                                .forEach(key -> waiting.computeIfAbsent(key, k -> new ArrayList<>())
                                        .add(BootTrack.age(at, now).toMillis())));
            }
        }
        return Leads.of(measured, waiting, rule);
    }

    static String key(Location location, Resource resource) {
        return Leads.region(location).name() + "/" + resource;
    }
}
