package io.headroom.benchmarks.allocation;

import io.headroom.simulation.strategy.ScalingController;
import io.headroom.simulation.strategy.ScalingStrategy;
import io.headroom.simulation.strategy.StrategyContext;
import io.headroom.spi.Predictor;

/**
 * This library as a strategy: an allocator over a simulated fleet of one node group, fed by a transaction predictor that has
 * learned the training part. The safety parameter x, in (0, 1), says what a step without cover costs: as much as x / (1 - x)
 * times the usual need, held for a step. A shrinking goes to the largest
 * recommendation of 31 minutes, and one of less than a twentieth is left out. Every other setting is the library's
 * default, but for those that the run fixes: lead time, interval, at least one unit, and fits that run at once and without a limit
 * on their time, so that a run can be repeated. Immutable and thread-safe.
 */
public final class HeadroomStrategy implements ScalingStrategy {
    private final Predictor predictor;
    private final SizingKind sizing;
    private final long seed;

    /**
     * A strategy.
     *
     * @param predictor forecasts the demand
     * @param sizing what the safety parameter means
     * @param seed seed of fits and scenarios
     */
    public HeadroomStrategy(Predictor predictor, SizingKind sizing, long seed) {
        this.predictor = predictor;
        this.sizing = sizing;
        this.seed = seed;
    }

    @Override
    public String name() {
        return StrategyName.HEADROOM.toString();
    }

    /**
     * {@inheritDoc}
     *
     * <p>Learns the training part before it returns.
     */
    @Override
    public ScalingController start(StrategyContext context) {
        return new HeadroomController(context, predictor, sizing, seed);
    }
}
