package io.headroom.simulation.strategy;

/**
 * The running side of a strategy: names the wanted total of one fleet, step after step.
 *
 * <p>A controller may be stateful and is used by one thread.
 */
@FunctionalInterface
public interface ScalingController {

    /**
     * Names the total for the step that starts now. Called exactly once per step, in order; the step's index is
     * {@code seen.size()}.
     *
     * @param seen the demand of all steps before this one, training included
     * @param ready the units that serve during this step unless the answer removes some, at least 0
     * @param booting the units ordered earlier and not ready yet, at least 0
     * @return the wanted number of ready and booting units together; the replay raises a value below 1 to 1
     */
    int total(SeenDemand seen, int ready, int booting);
}
