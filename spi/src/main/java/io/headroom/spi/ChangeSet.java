package io.headroom.spi;

import io.headroom.core.Checks;
import io.headroom.core.NodeGroup;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * What a {@link Provisioner} should bring about: absolute targets, never a difference. Immutable and thread-safe.
 *
 * @param key names this request: a retry after an unknown outcome carries the same key and provisions once
 * @param targets at most one target a node group, in the order in which they should be applied
 */
public record ChangeSet(String key, List<GroupTarget> targets) {
    /**
     * Checks and copies.
     *
     * @param key names this request
     * @param targets at most one target a node group
     * @throws IllegalArgumentException if the key is blank or a group has two targets
     */
    public ChangeSet {
        if (key.isBlank()) {
            throw Checks.failure("change set key '" + key + "'", "must not be blank", "it was not generated");
        }
        targets = List.copyOf(targets);
        Set<NodeGroup> seen = new HashSet<>();
        for (GroupTarget target : targets) {
            if (!seen.add(target.group())) {
                throw Checks.failure(
                        "change set " + key, "must have one target for " + target.group(), "two decisions were merged");
            }
        }
    }
}
