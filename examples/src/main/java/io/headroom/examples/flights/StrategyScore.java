package io.headroom.examples.flights;

import io.headroom.core.NodeGroup;
import java.util.Map;
import java.util.TreeMap;

/**
 * What a strategy did over all pools. Immutable and thread-safe.
 */
final class StrategyScore {
    private final String strategy;
    private final String parameter;
    private final Map<NodeGroup, int[]> ready;
    private final long violatedSteps;
    private final long steps;
    private final double cost;
    private final long moves;

    private StrategyScore(Builder b) {
        this.strategy = b.strategy;
        this.parameter = b.parameter;
        this.ready = new TreeMap<>(b.ready);
        this.violatedSteps = b.violatedSteps;
        this.steps = b.steps;
        this.cost = b.cost;
        this.moves = b.moves;
    }

    String strategy() {
        return strategy;
    }

    String parameter() {
        return parameter;
    }

    /** Usable units of a group, one number a step. */
    int[] ready(NodeGroup group) {
        return ready.getOrDefault(group, new int[0]).clone();
    }

    /** Pool-hours in which demand exceeded what was usable. */
    long violatedHours() {
        return violatedSteps;
    }

    double violationPercent() {
        return 100.0 * violatedSteps / steps;
    }

    double cost() {
        return cost;
    }

    long moves() {
        return moves;
    }

    /** Adds pool by pool. */
    static final class Builder {
        private final String strategy;
        private final String parameter;
        private final Map<NodeGroup, int[]> ready = new TreeMap<>();
        private long violatedSteps;
        private long steps;
        private double cost;
        private long moves;

        Builder(String strategy, String parameter) {
            this.strategy = strategy;
            this.parameter = parameter;
        }

        void add(NodeGroup group, double[] demand, int[] usable, int[] paid) {
            double unit = group.perUnit().get(FlightScenario.resource(group));
            double price = FlightScenario.prices().unitHour(group);
            for (int t = 0; t < demand.length; t++) {
                if (demand[t] > usable[t] * unit * (1 + 1e-9)) {
                    violatedSteps++;
                }
                cost += paid[t] * price;
                moves += t == 0 ? 0 : Math.abs(paid[t] - paid[t - 1]);
            }
            steps += demand.length;
            ready.put(group, usable);
        }

        StrategyScore build() {
            return new StrategyScore(this);
        }
    }
}
