package io.headroom.allocation;

import io.headroom.core.Location;
import io.headroom.core.PredictionData;
import io.headroom.core.Resource;
import io.headroom.core.Resources;
import io.headroom.core.TimeGrid;
import io.headroom.core.Window;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/**
 * The steps that a decision covers for each resource of each location: from its lead time to its lead time plus the next decision. Immutable.
 * Cost of an outlook: one for each distinct window, of the locations that have it.
 */
final class LeadWindows {
    private final Window standard;
    private final Map<Location, Map<Resource, Window>> special = new TreeMap<>(Location.ORDER);
    private final Map<Window, Set<Location>> byWindow = new HashMap<>();

    /** Lead times by location and resource that are not the policy's, and all locations. */
    LeadWindows(
            AllocationPolicy policy,
            TimeGrid grid,
            Instant now,
            Map<Location, Map<Resource, Duration>> leadTimes,
            Set<Location> locations) {
        this.standard = window(policy.leadTime(), policy, grid, now);
        if (leadTimes.isEmpty()) {
            byWindow.put(standard, locations);
            return;
        }
        for (Location location : locations) {
            Map<Resource, Duration> own = leadTimes.getOrDefault(location, Map.of());
            Map<Resource, Window> here = new EnumMap<>(Resource.class);
            for (Resource resource : Resource.values()) {
                Duration lead = own.get(resource);
                Window window = lead == null ? standard : window(lead, policy, grid, now);
                here.put(resource, window);
                byWindow.computeIfAbsent(window, key -> new HashSet<>()).add(location);
            }
            if (!own.isEmpty()) {
                special.put(location, here);
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
        return byWindow.keySet().stream().mapToInt(Window::last).reduce(standard.last(), Math::max);
    }

    /** What each location requires, each resource in its own window. */
    ResourceDeltaCalculator.Outlook outlook(
            ResourceDeltaCalculator calculator, Collection<PredictionData> predictions, SizingPlan plan) {
        Map<Window, ResourceDeltaCalculator.Outlook> outlooks = new HashMap<>();
        byWindow.forEach(
                (window, locations) -> outlooks.put(window, calculator.outlook(predictions, window, plan, locations)));
        if (outlooks.size() == 1) {
            return outlooks.values().iterator().next();
        }
        Map<Location, Resources> later = new TreeMap<>(Location.ORDER);
        Map<Location, Resources> sooner = new TreeMap<>(Location.ORDER);
        outlooks.forEach((window, outlook) -> outlook.later().forEach((location, requirement) -> {
            for (Resource resource : Resource.values()) {
                if (window(location, resource).equals(window)) {
                    double until = outlook.sooner()
                            .getOrDefault(location, Resources.NONE)
                            .get(resource);
                    put(later, location, resource, requirement.get(resource));
                    put(sooner, location, resource, until);
                }
            }
        }));
        return new ResourceDeltaCalculator.Outlook(later, sooner);
    }

    private static void put(Map<Location, Resources> to, Location location, Resource resource, double amount) {
        to.put(location, to.getOrDefault(location, Resources.NONE).with(resource, amount));
    }

    private Window window(Location location, Resource resource) {
        return special.getOrDefault(location, Map.of()).getOrDefault(resource, standard);
    }
}
