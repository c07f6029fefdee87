package io.headroom.simulation;

import io.headroom.core.Checks;
import io.headroom.core.Flow;
import io.headroom.core.RateSeries;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.SplittableRandom;

/**
 * The true rates that a simulation plays. A pure function: the same answer for the same arguments. Implementations are thread-safe.
 */
@FunctionalInterface
public interface Workload {
    /**
     * The true rate of a flow over a step.
     *
     * @param flow the flow
     * @param start start of the step
     * @param step length of the step
     * @return transactions per second, finite, 0 or more; empty if it was not recorded
     */
    OptionalDouble rate(Flow flow, Instant start, Duration step);

    /**
     * Recorded rates.
     *
     * @param series the recorded series of each flow; outside of it a rate is not recorded
     * @return the workload
     */
    static Workload recorded(Map<Flow, RateSeries> series) {
        Map<Flow, RateSeries> copy = Map.copyOf(series);
        return (flow, start, step) -> {
            RateSeries s = copy.get(flow);
            if (s == null) {
                return OptionalDouble.empty();
            }
            long i = s.grid().index(start) - s.firstIndex();
            return i < 0 || i >= s.length() || s.isMissing((int) i)
                    ? OptionalDouble.empty()
                    : OptionalDouble.of(s.rate((int) i));
        };
    }

    /**
     * A daily wave with noise: mean * (1 + swing * sin) * noise, where the phase and the noise depend on seed, flow and time alone.
     *
     * @param mean mean rate per second, above 0
     * @param swing size of the wave, in [0, 1]
     * @param noise relative standard deviation of the noise, 0 or more
     * @param seed seed of phases and noise
     * @return the workload
     * @throws IllegalArgumentException if a number is outside its range
     */
    static Workload daily(double mean, double swing, double noise, long seed) {
        Checks.positive(mean, "mean rate");
        Checks.require(swing >= 0 && swing <= 1, "swing " + swing, "must lie in [0, 1]", "it was given in percent");
        Checks.notNegative(noise, "noise");
        return (flow, start, step) -> {
            long key = seed * 0x9E3779B97F4A7C15L + flow.key().hashCode();
            double phase = new SplittableRandom(key).nextDouble() * 0.2;
            double day = start.getEpochSecond() / 86_400.0 + phase;
            SplittableRandom random = new SplittableRandom(key ^ (start.toEpochMilli() * 0xBF58476D1CE4E5B9L));
            double wave = 1 + swing * StrictMath.sin(2 * Math.PI * (day - Math.floor(day)));
            return OptionalDouble.of(Math.max(0, mean * wave * (1 + noise * random.nextGaussian())));
        };
    }

    /**
     * The same workload with a change from a moment on: a level shift, a spike, a drop.
     *
     * @param from start of the change
     * @param to end of the change, exclusive
     * @param factor what rates are multiplied with meanwhile, finite, 0 or more
     * @return the changed workload
     * @throws IllegalArgumentException if the factor is negative or not finite
     */
    default Workload during(Instant from, Instant to, double factor) {
        Checks.notNegative(factor, "factor");
        return (flow, start, step) -> {
            OptionalDouble rate = rate(flow, start, step);
            boolean inside = !start.isBefore(from) && start.isBefore(to);
            return inside && rate.isPresent() ? OptionalDouble.of(rate.getAsDouble() * factor) : rate;
        };
    }
}
