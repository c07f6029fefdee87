package io.headroom.simulation.strategy;

import java.util.Objects;

/**
 * The scaling rules of both directions. Immutable and thread-safe.
 *
 * @param up the rules for growing
 * @param down the rules for shrinking
 */
public record HpaBehaviour(HpaRules up, HpaRules down) {

    /**
     * Checks that both are there.
     *
     * @param up the rules for growing
     * @param down the rules for shrinking
     */
    public HpaBehaviour {
        Objects.requireNonNull(up, "up");
        Objects.requireNonNull(down, "down");
    }

    /**
     * The defaults of both directions.
     *
     * @return the rules
     */
    public static HpaBehaviour defaults() {
        return new HpaBehaviour(HpaRules.defaultUp(), HpaRules.defaultDown());
    }
}
