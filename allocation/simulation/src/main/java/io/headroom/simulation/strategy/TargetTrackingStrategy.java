package io.headroom.simulation.strategy;

import java.time.Duration;

/**
 * Target tracking in the manner of AWS: out after 3 minutes above the target, in after 15 minutes below 0.9 of it.
 *
 * <p>With {@code y} the last demand, {@code c} the unit and {@code u} the target utilisation, utilisation is
 * {@code y / (ready c)}: booting units are left out. Either alarm sizes to {@code ceil(y / (u c))}; the upper one never
 * shrinks, the lower one never grows the fleet and starts counting anew after it fired. The minutes are converted to
 * steps, rounded up. The safety parameter is the target utilisation, in (0, 1]. O(1) per step. Immutable and
 * thread-safe.
 */
public final class TargetTrackingStrategy implements ScalingStrategy {

    private static final Duration HIGH = Duration.ofMinutes(3);
    private static final Duration LOW = Duration.ofMinutes(15);
    private static final double LOW_SHARE = 0.9;

    /** Target tracking with its default alarms. */
    public TargetTrackingStrategy() {}

    @Override
    public String name() {
        return "tracking";
    }

    @Override
    public double startTarget(double safety) {
        return safety;
    }

    @Override
    public ScalingController start(StrategyContext context) {
        return new Controller(context);
    }

    private static final class Controller implements ScalingController {
        private final double target;
        private final double unit;
        private final int highSteps;
        private final int lowSteps;
        private int high;
        private int low;

        Controller(StrategyContext context) {
            this.target = context.target();
            this.unit = context.unit();
            this.highSteps = FrontierProtocol.steps(HIGH, context.step());
            this.lowSteps = FrontierProtocol.steps(LOW, context.step());
        }

        @Override
        public int total(SeenDemand seen, int ready, int booting) {
            double demand = seen.last();
            double utilisation = ready == 0 ? Double.POSITIVE_INFINITY : demand / (ready * unit);
            high = utilisation > target ? high + 1 : 0;
            low = utilisation < LOW_SHARE * target ? low + 1 : 0;
            int size = Units.ceil(demand / (target * unit));
            int wanted = ready + booting;
            if (high >= highSteps) {
                wanted = Math.max(wanted, size);
            }
            if (low >= lowSteps) {
                wanted = Math.min(wanted, size);
                low = 0;
            }
            return wanted;
        }
    }
}
