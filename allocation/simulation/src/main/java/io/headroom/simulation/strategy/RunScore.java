package io.headroom.simulation.strategy;

import java.time.Duration;

/**
 * The figures of one run. Immutable and thread-safe.
 *
 * <p>With {@code y} demand, {@code s} ready units, {@code c} the unit capacity and
 * {@code d = max(min units, ceil(y / c))} the need, over T steps:
 *
 * @param steps T
 * @param violationPercent share of steps with {@code y > c s}, in [0, 100]
 * @param unservedPercent {@code 100 sum max(y - overload factor c s, 0) / sum y}, in [0, 100]; 0 without demand
 * @param cost unit-steps paid, booting ones included
 * @param oracleCost cost of {@link OraclePlan}, starts included
 * @param costRatio cost / oracle cost; 1 if both are 0; below 1 only with violations
 * @param thetaUnder {@code 100 mean(max(d - s, 0) / d)}, under-provisioning accuracy
 * @param thetaOver {@code 100 mean(max(s - d, 0) / d)}, over-provisioning accuracy
 * @param tauUnder share of steps with {@code d > s}, in [0, 100]
 * @param tauOver share of steps with {@code s > d}, in [0, 100]
 * @param moves {@code sum |paid[t] - paid[t-1]|}
 * @param oracleMoves the same of the oracle
 * @param movesRatio moves / max(1, oracle moves)
 * @param reversalsPerUnitDay units whose move was undone within the reversal window, per unit-day paid
 * @param burstIndex burst index of the demand
 * @param demandClass class of the demand
 */
public record RunScore(
        int steps,
        double violationPercent,
        double unservedPercent,
        long cost,
        double oracleCost,
        double costRatio,
        double thetaUnder,
        double thetaOver,
        double tauUnder,
        double tauOver,
        long moves,
        long oracleMoves,
        double movesRatio,
        double reversalsPerUnitDay,
        double burstIndex,
        DemandClass demandClass) {

    /** Relative margin that keeps rounding from inventing a violation or a unit. */
    static final double EPSILON = 1e-9;

    private static final double DAY_SECONDS = 86_400;

    /**
     * Scores a run. O(n log n) for the burst index, else linear in steps and moves.
     *
     * @param run the recorded run
     * @param settings by what to score it
     * @return the figures
     */
    public static RunScore of(ReplayRun run, ScoreSettings settings) {
        double[] demand = run.demand();
        int[] ready = run.ready();
        int[] paid = run.paid();
        int[] need = OraclePlan.need(demand, settings.unitCapacity(), settings.minUnits());
        OraclePlan oracle = OraclePlan.of(need, settings.bootCostSteps());
        Service service = Service.of(demand, ready, settings);
        Fit fit = Fit.of(need, ready);
        long cost = run.cost();
        long moves = moves(paid);
        double burstIndex = DemandClass.burstIndex(demand, settings.step());
        return new RunScore(
                run.steps(),
                service.violationPercent,
                service.unservedPercent,
                cost,
                oracle.cost(),
                ratio(cost, oracle.cost()),
                fit.thetaUnder,
                fit.thetaOver,
                fit.tauUnder,
                fit.tauOver,
                moves,
                oracle.moves(),
                (double) moves / Math.max(1, oracle.moves()),
                reversalsPerUnitDay(paid, cost, settings.step(), settings.reversalWindow()),
                burstIndex,
                DemandClass.ofBurstIndex(burstIndex));
    }

    private static double ratio(long cost, double oracleCost) {
        if (oracleCost > 0) {
            return cost / oracleCost;
        }
        return cost == 0 ? 1 : Double.POSITIVE_INFINITY;
    }

    private static long moves(int[] paid) {
        long moves = 0;
        for (int t = 1; t < paid.length; t++) {
            moves += Math.abs(paid[t] - paid[t - 1]);
        }
        return moves;
    }

    private static double reversalsPerUnitDay(int[] paid, long cost, Duration step, Duration window) {
        double stepSeconds = DemandClass.seconds(step);
        int windowSteps = (int) Math.floor(DemandClass.seconds(window) / stepSeconds + EPSILON);
        double unitDays = cost * stepSeconds / DAY_SECONDS;
        return unitDays > 0 ? Reversals.count(paid, windowSteps) / unitDays : 0;
    }

    private record Service(double violationPercent, double unservedPercent) {
        static Service of(double[] demand, int[] ready, ScoreSettings settings) {
            double capacity = settings.unitCapacity();
            double limit = settings.overloadFactor() * capacity;
            int violations = 0;
            double lost = 0;
            double total = 0;
            for (int t = 0; t < demand.length; t++) {
                if (demand[t] > capacity * ready[t] * (1 + EPSILON)) {
                    violations++;
                }
                lost += Math.max(demand[t] - limit * ready[t], 0);
                total += demand[t];
            }
            return new Service(100.0 * violations / demand.length, total > 0 ? 100 * lost / total : 0);
        }
    }

    private record Fit(double thetaUnder, double thetaOver, double tauUnder, double tauOver) {
        static Fit of(int[] need, int[] ready) {
            double under = 0;
            double over = 0;
            int underSteps = 0;
            int overSteps = 0;
            for (int t = 0; t < need.length; t++) {
                int spare = ready[t] - need[t];
                underSteps += spare < 0 ? 1 : 0;
                overSteps += spare > 0 ? 1 : 0;
                if (need[t] > 0) {
                    under += Math.max(-spare, 0) / (double) need[t];
                    over += Math.max(spare, 0) / (double) need[t];
                }
            }
            double n = need.length;
            return new Fit(100 * under / n, 100 * over / n, 100.0 * underSteps / n, 100.0 * overSteps / n);
        }
    }
}
