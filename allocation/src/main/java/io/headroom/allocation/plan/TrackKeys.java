package io.headroom.allocation.plan;

import io.headroom.core.NodeGroup;
import io.headroom.core.Region;
import io.headroom.core.Resource;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** What is measured with the units of groups, "region/RESOURCE" of all that they bring; groups alike share one list. Not thread-safe. */
final class TrackKeys {
    private static final Resource[] RESOURCES = Resource.values();

    /** By region, and by the resources that a unit brings, as bits. */
    private final Map<Region, Map<Integer, List<String>>> known = new HashMap<>();

    List<String> of(NodeGroup group) {
        int bits = 0;
        for (int i = 0; i < RESOURCES.length; i++) {
            bits |= group.perUnit().get(RESOURCES[i]) > 0 ? 1 << i : 0;
        }
        return known.computeIfAbsent(Leads.region(group.location()), region -> new HashMap<>())
                .computeIfAbsent(bits, some -> keys(group));
    }

    private static List<String> keys(NodeGroup group) {
        List<String> keys = new ArrayList<>();
        for (Resource resource : RESOURCES) {
            if (group.perUnit().get(resource) > 0) {
                keys.add(LeadTimes.key(group.location(), resource));
            }
        }
        return List.copyOf(keys);
    }
}
