package io.headroom.simulation.strategy;

import java.time.Duration;
import java.util.List;
import java.util.Objects;

/**
 * The scaling rules of one direction. Immutable and thread-safe.
 *
 * @param stabilisation window over which the most cautious size wins, not negative
 * @param select which policy counts
 * @param policies the policies; at least one unless the direction is disabled
 */
public record HpaRules(Duration stabilisation, Select select, List<HpaPolicy> policies) {

    /** Which policy counts. */
    public enum Select {
        /** The one that allows the larger change. */
        MAX,
        /** The one that allows the smaller change. */
        MIN,
        /** None: this direction is frozen. */
        DISABLED
    }

    /**
     * Checks the ranges and copies the list.
     *
     * @param stabilisation window over which the most cautious size wins, not negative
     * @param select which policy counts
     * @param policies the policies
     * @throws IllegalArgumentException if the window is negative or a policy is missing
     */
    public HpaRules {
        Checks.notNegative("stabilisation", stabilisation);
        Objects.requireNonNull(select, "select");
        policies = List.copyOf(policies);
        if (select != Select.DISABLED) {
            Checks.atLeast("number of policies", policies.size(), 1);
        }
    }

    /**
     * The default of the upward direction: no window, the larger of 4 units and 100 % in 15 s.
     *
     * @return the rules
     */
    public static HpaRules defaultUp() {
        Duration period = Duration.ofSeconds(15);
        return new HpaRules(
                Duration.ZERO, Select.MAX, List.of(HpaPolicy.units(4, period), HpaPolicy.percent(100, period)));
    }

    /**
     * The default of the downward direction: a window of 300 s, 100 % in 15 s.
     *
     * @return the rules
     */
    public static HpaRules defaultDown() {
        return new HpaRules(Duration.ofMinutes(5), Select.MAX, List.of(HpaPolicy.percent(100, Duration.ofSeconds(15))));
    }

    /** The longest period of a policy; zero if there is none. */
    Duration longestPeriod() {
        return policies.stream().map(HpaPolicy::period).max(Duration::compareTo).orElse(Duration.ZERO);
    }
}
