package io.headroom.simulation.strategy;

import java.time.Duration;
import java.util.Arrays;

/**
 * The Kubernetes horizontal autoscaler (v2) with default settings on one aggregate metric, one decision per step.
 *
 * <p>With {@code y} the last demand, {@code c} the unit and {@code u} the target utilisation:
 *
 * <pre>
 * ratio = y / (ready c u)
 * n     = total                         if |1 - ratio| &lt;= 0.1
 *       = ceil(ratio ready)             if ratio &lt;= 1 or nothing boots
 *       = otherwise booting units count as idle: ratio' = y / (total c u);
 *         total if |1 - ratio'| &lt;= 0.1, else max(total, ceil(ratio' total))
 * n &lt; total: min(total, largest n of this step and those of the last 300 s); else min(n, 16 total)
 * </pre>
 *
 * <p>The up limit is four syncs of 15 s, each doubling; with steps of other lengths than a minute it stays. The ratio
 * is not rounded to per cent, all booted units are counted, and the window starts empty; {@link HpaAlgorithm} has the
 * rest. The safety parameter is the target utilisation, in (0, 1]. O(1) per step but for the window's maximum.
 * Immutable and thread-safe.
 */
public final class HpaStrategy implements ScalingStrategy {

    private static final double TOLERANCE = 0.1;
    private static final int UP_FACTOR = 16;
    private static final Duration WINDOW = Duration.ofMinutes(5);

    /** The autoscaler with its default settings. */
    public HpaStrategy() {}

    @Override
    public String name() {
        return "hpa";
    }

    @Override
    public double startTarget(double safety) {
        return safety;
    }

    @Override
    public ScalingController start(StrategyContext context) {
        return new Controller(context.target(), context.unit(), FrontierProtocol.steps(WINDOW, context.step()));
    }

    private static final class Controller implements ScalingController {
        private final double target;
        private final double unit;
        /** The unlimited sizes of this step and the window's steps before it; 0 where none was yet. */
        private final int[] sizes;

        private int next;

        Controller(double target, double unit, int windowSteps) {
            this.target = target;
            this.unit = unit;
            this.sizes = new int[windowSteps + 1];
        }

        @Override
        public int total(SeenDemand seen, int ready, int booting) {
            int total = ready + booting;
            int size = size(seen.last(), ready, total);
            sizes[next] = size;
            next = (next + 1) % sizes.length;
            if (size < total) {
                return Math.min(total, Arrays.stream(sizes).max().orElse(size));
            }
            return (int) Math.min(size, (long) UP_FACTOR * total);
        }

        private int size(double demand, int ready, int total) {
            if (ready == 0) {
                return total; // no counted unit, no metric: keep
            }
            double ratio = demand / (ready * unit) / target;
            if (ratio <= 1 || ready == total) {
                return within(ratio) ? total : Units.ceil(ratio * ready);
            }
            double idle = demand / (total * unit) / target;
            return within(idle) ? total : Math.max(total, Units.ceil(idle * total));
        }

        private static boolean within(double ratio) {
            return Math.abs(1 - ratio) <= TOLERANCE;
        }
    }
}
