package io.headroom.simulation.strategy;

import java.util.Objects;

/**
 * Perfect foresight: the cheapest run without a violation, which no strategy that sees only the past can beat.
 *
 * <p>It follows the trajectory x of {@link OraclePlan} with the lead as boot cost by naming
 * {@code max(x[t], ..., x[t + L])}. That is exact: the plan never stops a unit and starts one again within L steps, so
 * within such a window x only rises, then falls, and nothing that boots is ever cancelled; and it starts nothing within
 * the first L steps. The replay then pays exactly {@link OraclePlan#cost()}. The safety parameter is ignored.
 *
 * <p>The future comes in through the constructor, as no {@link StrategyContext} carries it; an instance serves one
 * series. Immutable and thread-safe.
 */
public final class OracleStrategy implements ScalingStrategy {

    private final int[] need;

    private OracleStrategy(int[] need) {
        this.need = need;
    }

    /**
     * The oracle of a plan's series.
     *
     * @param plan the series and its evaluation
     * @return a strategy for this series alone
     */
    public static OracleStrategy of(EvaluationPlan plan) {
        return new OracleStrategy(OraclePlan.need(plan.evaluated(), plan.unitCapacity(), 1));
    }

    /**
     * The oracle of known needs.
     *
     * @param need units needed at each evaluated step, each at least 1; not empty; copied
     * @return a strategy for this series alone
     * @throws IllegalArgumentException if a need is below 1 or there is none
     */
    public static OracleStrategy of(int... need) {
        Checks.atLeast("number of needs", need.length, 1);
        int[] copy = need.clone();
        for (int units : copy) {
            Checks.atLeast("need", units, 1);
        }
        return new OracleStrategy(copy);
    }

    @Override
    public String name() {
        return "oracle";
    }

    /**
     * The exact optimum that a run of this strategy follows.
     *
     * @param leadSteps boot lead, which is the cost of a start in unit-steps, at least 1
     * @return the optimum over the evaluated steps
     * @throws IllegalArgumentException if the lead is below 1
     */
    public OraclePlan optimum(int leadSteps) {
        return OraclePlan.of(need, Checks.atLeast("leadSteps", leadSteps, 1));
    }

    @Override
    public int startFleet(StrategyContext context) {
        return optimum(context.leadSteps()).trajectory()[0];
    }

    /**
     * {@inheritDoc}
     *
     * @throws IndexOutOfBoundsException from the controller if it is asked beyond the last known step
     */
    @Override
    public ScalingController start(StrategyContext context) {
        int[] fleet = optimum(context.leadSteps()).trajectory();
        int lead = context.leadSteps();
        int firstStep = context.firstStep();
        return (seen, ready, booting) -> {
            int now = Objects.checkIndex(seen.size() - firstStep, fleet.length);
            int total = fleet[now];
            for (int t = now + 1; t <= now + lead && t < fleet.length; t++) {
                total = Math.max(total, fleet[t]);
            }
            return total;
        };
    }
}
