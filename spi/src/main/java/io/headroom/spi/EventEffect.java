package io.headroom.spi;

import io.headroom.core.Checks;

/** What a known event does to rates while it lasts. Immutable and thread-safe. */
public sealed interface EventEffect {
    /**
     * The rate is multiplied, in the forecast; in the history it is divided by the same factor before anything is learned.
     *
     * @param factor finite, above 0; 1.3 is a campaign that brings 30 % more
     */
    record Multiply(double factor) implements EventEffect {
        /**
         * Checks the factor.
         *
         * @param factor finite
         * @throws IllegalArgumentException if it is not finite and above 0
         */
        public Multiply {
            Checks.positive(factor, "event factor");
        }
    }

    /**
     * The rate is multiplied by a factor that each fit estimates for its flow from past events of the same name, and that is kept near 1
     * where there are few of them: one occurrence counts half, two count two thirds. Before the first one the event does nothing.
     * Predictors that cannot learn it take it for nothing.
     */
    record Learned() implements EventEffect {}

    /** The flow is closed: the rate is 0 in the forecast, and history inside the event teaches nothing. */
    record Closed() implements EventEffect {}
}
