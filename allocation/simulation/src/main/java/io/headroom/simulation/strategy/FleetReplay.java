package io.headroom.simulation.strategy;

import java.time.Duration;
import java.util.Objects;

/**
 * Plays a demand series against a controller. Immutable and thread-safe; a run is deterministic.
 *
 * <p>At each step, in this order:
 *
 * <ol>
 *   <li>units ordered {@code leadSteps} or more steps ago become ready;
 *   <li>the controller sees demand up to the step before, and the fleet, and names a total; below 1 means 1;
 *   <li>a lower total cancels booting units, the youngest first, then removes ready ones, at once; a higher one
 *       orders units, paid from this step on;
 *   <li>ready and paid (ready and booting) units are recorded.
 * </ol>
 */
public final class FleetReplay {

    private final int leadSteps;

    /**
     * A replay in which units boot for a fixed number of steps.
     *
     * @param leadSteps steps from ordering a unit to its being ready, at least 1
     * @throws IllegalArgumentException if the lead is below 1
     */
    public FleetReplay(int leadSteps) {
        this.leadSteps = Checks.atLeast("leadSteps", leadSteps, 1);
    }

    /**
     * Runs a strategy over the evaluated part of a plan.
     *
     * @param plan the series and its evaluation
     * @param strategy the strategy to start
     * @param lead from ordering a unit to its being ready; rounded up to whole steps, at least one
     * @param safety the strategy's safety parameter
     * @return the recorded run
     * @throws IllegalArgumentException if the safety parameter is out of the strategy's range
     */
    public static ReplayRun run(EvaluationPlan plan, ScalingStrategy strategy, Duration lead, double safety) {
        int leadSteps = FrontierProtocol.steps(lead, plan.step());
        StrategyContext context = plan.context(leadSteps, safety, strategy.startTarget(safety));
        return new FleetReplay(leadSteps)
                .run(plan.series(), plan.firstStep(), strategy.startFleet(context), strategy.start(context));
    }

    /**
     * Runs a controller over the steps [firstStep, demand.size()).
     *
     * @param demand the whole series, training included
     * @param firstStep index of the first evaluated step, in [1, demand.size())
     * @param startFleet units ready before the first evaluated step, at least 1
     * @param controller asked once per step
     * @return the recorded run
     * @throws IllegalArgumentException if a value is out of its range
     */
    public ReplayRun run(SeenDemand demand, int firstStep, int startFleet, ScalingController controller) {
        Objects.requireNonNull(controller, "controller");
        Checks.atLeast("firstStep", firstStep, 1);
        Checks.atLeast("steps after firstStep", demand.size() - firstStep, 1);
        Fleet fleet = new Fleet(leadSteps, Checks.atLeast("startFleet", startFleet, 1));
        double[] evaluated = demand.copy(firstStep, demand.size());
        int[] ready = new int[evaluated.length];
        int[] paid = new int[evaluated.length];
        for (int i = 0; i < evaluated.length; i++) {
            fleet.arrive(i);
            SeenDemand seen = demand.first(firstStep + i);
            fleet.resize(i, Math.max(1, controller.total(seen, fleet.ready(), fleet.booting())));
            ready[i] = fleet.ready();
            paid[i] = fleet.ready() + fleet.booting();
        }
        return new ReplayRun(evaluated, ready, paid);
    }

    /** Ready units, and booting ones by the step of their order in a ring. */
    private static final class Fleet {
        private final int[] ordered;
        private int ready;
        private int booting;

        Fleet(int leadSteps, int ready) {
            this.ordered = new int[leadSteps];
            this.ready = ready;
        }

        int ready() {
            return ready;
        }

        int booting() {
            return booting;
        }

        void arrive(int step) {
            int slot = step % ordered.length;
            ready += ordered[slot];
            booting -= ordered[slot];
            ordered[slot] = 0;
        }

        void resize(int step, int total) {
            int more = total - ready - booting;
            if (more > 0) {
                ordered[step % ordered.length] += more;
                booting += more;
                return;
            }
            int fewer = -more;
            // From this step's slot backwards: the youngest order first.
            for (int age = 0; fewer > 0 && age < ordered.length; age++) {
                int slot = Math.floorMod(step - age, ordered.length);
                int cancelled = Math.min(fewer, ordered[slot]);
                ordered[slot] -= cancelled;
                booting -= cancelled;
                fewer -= cancelled;
            }
            ready -= fewer;
        }
    }
}
