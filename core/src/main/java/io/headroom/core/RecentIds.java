package io.headroom.core;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/** The ids of records in open steps, at most a given number of them; the oldest step goes first. Not thread-safe. */
final class RecentIds {
    private final int maximum;
    private final Set<String> ids = new HashSet<>();
    private final TreeMap<Long, List<String>> byStep = new TreeMap<>();
    private long forgottenEarly;

    RecentIds(int maximum) {
        this.maximum = maximum;
    }

    /** Remembers an id; false if it is known. */
    boolean add(String id, long step) {
        if (!ids.add(id)) {
            return false;
        }
        byStep.computeIfAbsent(step, key -> new ArrayList<>()).add(id);
        while (ids.size() > maximum) {
            forgottenEarly += forget(byStep.pollFirstEntry());
        }
        return true;
    }

    void forgetBefore(long step) {
        while (!byStep.isEmpty() && byStep.firstKey() < step) {
            forget(byStep.pollFirstEntry());
        }
    }

    private int forget(Map.Entry<Long, List<String>> entry) {
        entry.getValue().forEach(ids::remove);
        return entry.getValue().size();
    }

    long forgottenEarly() {
        return forgottenEarly;
    }
}
