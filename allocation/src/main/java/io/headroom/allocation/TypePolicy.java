package io.headroom.allocation;

import io.headroom.allocation.rules.Priority;
import java.util.Optional;

/**
 * What holds of a transaction type, wherever it is served. Immutable and thread-safe.
 *
 * @param priority who is served first when capacity is short
 * @param sizing how its share of a requirement is read off the forecast; empty: as the pool says. Types of one sizing are summed as joint
 *     distributions, the requirements of several sizings are added
 */
public record TypePolicy(Priority priority, Optional<Sizing> sizing) {
    /** Interactive, sized as the pool says. */
    public static final TypePolicy STANDARD = new TypePolicy(Priority.INTERACTIVE, Optional.empty());

    /**
     * A priority.
     *
     * @param priority who is served first
     * @return the policy, sized as the pool says
     */
    public static TypePolicy of(Priority priority) {
        return new TypePolicy(priority, Optional.empty());
    }

    /**
     * The same with a sizing of its own.
     *
     * @param value how its share of a requirement is read off the forecast
     * @return a copy
     */
    public TypePolicy sizedBy(Sizing value) {
        return new TypePolicy(priority, Optional.of(value));
    }
}
