package io.headroom.allocation;

import java.time.Instant;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/**
 * What holds of a resource at a moment: its policy with the schedules that hold put over it.
 *
 * @param policy the policy, without schedules
 * @param schedules for each setting that comes from a schedule, the schedule's name
 */
record ActivePolicy(ResourcePolicy policy, Map<PolicyField, String> schedules) {
    static ActivePolicy of(ResourcePolicy policy, Instant now) {
        if (policy.schedules().isEmpty()) {
            return new ActivePolicy(policy, Map.of());
        }
        ResourcePolicy active = policy;
        Map<PolicyField, String> by = new EnumMap<>(PolicyField.class);
        for (Schedule schedule : policy.schedules()) {
            if (schedule.when().holds(now)) {
                active = schedule.instead().over(active);
                schedule.instead().fields().forEach(field -> by.put(field, schedule.name()));
            }
        }
        return new ActivePolicy(active.toBuilder().schedules(List.of()).unchecked(), by);
    }

    /** Whether a schedule has put this setting there. */
    boolean scheduled(PolicyField field) {
        return schedules.containsKey(field);
    }

    /** A text for reasons: who said so, if it was a schedule. */
    String by(PolicyField field) {
        String name = schedules.get(field);
        return name == null ? "" : " by schedule '" + name + "'";
    }
}
