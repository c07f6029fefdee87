package io.headroom.allocation;

import io.headroom.core.Location;
import io.headroom.core.Resource;
import io.headroom.core.TimeGrid;
import io.headroom.core.Window;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;

/**
 * The steps that a decision covers for each resource of each location: from its lead time to its lead time plus the next decision. Immutable
 * and thread-safe.
 */
final class LeadWindows {
    private final Window standard;
    private final Map<Location, Map<Resource, Duration>> leadTimes;
    private final Map<Duration, Window> special = new HashMap<>();

    /** Lead times by location and resource that are not the policy's. */
    LeadWindows(AllocationPolicy policy, TimeGrid grid, Instant now, Map<Location, Map<Resource, Duration>> leadTimes) {
        this.standard = window(policy.leadTime(), policy, grid, now);
        this.leadTimes = leadTimes.isEmpty() ? Map.of() : leadTimes;
        Map<Resource, Duration> before = Map.of();
        for (Map<Resource, Duration> here : this.leadTimes.values()) {
            // The locations of a region share theirs.
            if (here != before) {
                here.values().forEach(lead -> special.computeIfAbsent(lead, key -> window(key, policy, grid, now)));
                before = here;
            }
        }
    }

    private static Window window(Duration lead, AllocationPolicy policy, TimeGrid grid, Instant now) {
        Instant ready = now.plus(lead);
        long first = grid.index(ready) - grid.index(now);
        long last = grid.index(ready.plus(policy.interval()).minusNanos(1)) - grid.index(now);
        return Window.of((int) first, (int) (last - first + 1));
    }

    /** The window of the policy's lead time. */
    Window standard() {
        return standard;
    }

    /** Steps that forecasts have to reach: those of the longest lead time. */
    int horizon() {
        return special.values().stream().mapToInt(Window::last).reduce(standard.last(), Math::max);
    }

    /** The window of a resource. */
    Window of(Location location, Resource resource) {
        Map<Resource, Duration> own = leadTimes.get(location);
        Duration lead = own == null ? null : own.get(resource);
        return lead == null ? standard : special.getOrDefault(lead, standard);
    }
}
