package io.headroom.simulation.strategy;

/**
 * A constant fleet for the largest demand of the training part: {@code ceil(max / (target unit))}, from the start.
 *
 * <p>The safety parameter is the target utilisation, in (0, 1]. Immutable and thread-safe.
 */
public final class StaticPeakStrategy implements ScalingStrategy {

    /** The constant fleet. */
    public StaticPeakStrategy() {}

    @Override
    public String name() {
        return "static-peak";
    }

    @Override
    public double startTarget(double safety) {
        return safety;
    }

    @Override
    public int startFleet(StrategyContext context) {
        return Math.max(1, Units.ceil(context.training().max() / (context.target() * context.unit())));
    }

    @Override
    public ScalingController start(StrategyContext context) {
        int fleet = startFleet(context);
        return (seen, ready, booting) -> fleet;
    }
}
