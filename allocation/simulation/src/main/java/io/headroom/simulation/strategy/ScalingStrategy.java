package io.headroom.simulation.strategy;

/**
 * A way to size a fleet, with one parameter that trades safety against cost.
 *
 * <p>A strategy holds settings only and is immutable; everything it learns lives in the controllers it starts.
 * Implementations must be safe for use by several threads.
 */
public interface ScalingStrategy {

    /**
     * The name under which results are reported.
     *
     * @return lower-case letters, digits and hyphens
     */
    String name();

    /**
     * Starts a run over one series.
     *
     * @param context what is known before the first evaluated step
     * @return a controller for this run alone, asked once per step in order
     * @throws IllegalArgumentException if {@link StrategyContext#safety()} lies outside this strategy's range
     */
    ScalingController start(StrategyContext context);

    /**
     * The utilisation at which the protocol sizes the start fleet.
     *
     * @param safety the safety parameter of the run
     * @return a share of a unit, in (0, 1]; {@value FrontierProtocol#DEFAULT_TARGET} for a strategy whose safety
     *     parameter is no target utilisation
     */
    default double startTarget(double safety) {
        return FrontierProtocol.DEFAULT_TARGET;
    }

    /**
     * The units ready before the first evaluated step, which cost nothing to start.
     *
     * @param context what is known before the first evaluated step
     * @return at least 1; the protocol's {@link StrategyContext#startFleet()} unless the strategy's plan needs another
     */
    default int startFleet(StrategyContext context) {
        return context.startFleet();
    }
}
