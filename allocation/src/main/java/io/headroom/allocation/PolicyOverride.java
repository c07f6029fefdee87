package io.headroom.allocation;

import java.util.Collections;
import java.util.EnumSet;
import java.util.Set;

/**
 * Some settings of a resource's policy, to be put in the place of others. Immutable and thread-safe.
 *
 * @param values a policy without schedules that has the settings
 * @param fields which of its settings are meant
 */
public record PolicyOverride(ResourcePolicy values, Set<PolicyField> fields) {
    /**
     * Copies the fields.
     *
     * @param values a policy without schedules that has the settings
     * @param fields which of its settings are meant
     */
    public PolicyOverride {
        EnumSet<PolicyField> copy = EnumSet.noneOf(PolicyField.class);
        copy.addAll(fields);
        fields = Collections.unmodifiableSet(copy);
    }

    /**
     * A policy with the settings in the place of its own. If the minimum then exceeds the maximum, the maximum wins.
     *
     * @param policy the policy
     * @return a copy, with its schedules
     */
    public ResourcePolicy over(ResourcePolicy policy) {
        ResourcePolicyBuilder builder = policy.toBuilder();
        fields.forEach(field -> field.copy(values, builder));
        double minimum = fields.contains(PolicyField.MINIMUM) ? values.minimum() : policy.minimum();
        double maximum = fields.contains(PolicyField.MAXIMUM) ? values.maximum() : policy.maximum();
        return builder.minimum(Math.min(minimum, maximum)).unchecked();
    }
}
