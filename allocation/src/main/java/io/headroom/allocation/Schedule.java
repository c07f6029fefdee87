package io.headroom.allocation;

import io.headroom.allocation.rules.Recurrence;
import io.headroom.core.Checks;
import java.util.HashSet;
import java.util.Set;

/**
 * What holds of a resource at times, instead of what holds otherwise. Immutable and thread-safe.
 *
 * @param name what reasons call it
 * @param when the times
 * @param instead what holds then
 */
public record Schedule(String name, Recurrence when, PolicyOverride instead) {
    /**
     * Checks the name.
     *
     * @param name what reasons call it
     * @param when the times
     * @param instead what holds then
     * @throws IllegalArgumentException if the name is none, or nothing differs
     */
    public Schedule {
        Checks.name(name, "schedule");
        Checks.require(
                !instead.fields().isEmpty(),
                "schedule '" + name + "'",
                "must change something",
                "its settings were put beside it");
    }

    /** Each schedule by itself must fit; where several hold at once and do not, the maximum wins. */
    static void check(ResourcePolicy policy) {
        Set<String> names = new HashSet<>();
        for (Schedule schedule : policy.schedules()) {
            Checks.require(
                    names.add(schedule.name()),
                    "schedule '" + schedule.name() + "'",
                    "must have a name of its own",
                    "it was added twice");
            ResourcePolicy then = schedule.instead().over(policy);
            double minimum = schedule.instead().fields().contains(PolicyField.MINIMUM)
                    ? schedule.instead().values().minimum()
                    : policy.minimum();
            Checks.require(
                    minimum <= then.maximum(),
                    "minimum " + minimum + " while schedule '" + schedule.name() + "' holds",
                    "must not exceed the maximum " + then.maximum(),
                    "the schedule has to raise the maximum, too");
        }
    }
}
