package io.headroom.simulation.strategy;

/**
 * Target tracking with a predictive floor: predictive scaling beside dynamic scaling, the larger of both.
 *
 * <p>The floor at step t is {@code ceil(max(F[hour(t + L)], F[hour(t)]) / (u c))} with L the lead, u the target, c the
 * unit and F the {@linkplain HourlyProfile profile of the same hour} on the last 14 days. The real service's
 * forecaster is closed; this one is a stand-in. The safety parameter is the target utilisation, in (0, 1]. Immutable
 * and thread-safe.
 */
public final class PredictiveTrackingStrategy implements ScalingStrategy {

    private final TargetTrackingStrategy tracking = new TargetTrackingStrategy();

    /** Target tracking with its default alarms and the floor. */
    public PredictiveTrackingStrategy() {}

    @Override
    public String name() {
        return "tracking-predictive";
    }

    @Override
    public double startTarget(double safety) {
        return tracking.startTarget(safety);
    }

    @Override
    public ScalingController start(StrategyContext context) {
        ScalingController dynamic = tracking.start(context);
        HourlyProfile profile = new HourlyProfile(context.step());
        double sizing = context.target() * context.unit();
        int lead = context.leadSteps();
        return (seen, ready, booting) -> {
            profile.observe(seen);
            double load = Math.max(profile.forecast(seen.size() + lead), profile.forecast(seen.size()));
            return Math.max(dynamic.total(seen, ready, booting), Units.ceil(load / sizing));
        };
    }
}
