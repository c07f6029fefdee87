package io.headroom.forecasting;

import io.headroom.spi.EventEffects;
import io.headroom.spi.Tracker;
import java.util.function.LongToDoubleFunction;

/** Takes the one-step errors of a tracker. */
@FunctionalInterface
interface ErrorSink {
    /**
     * Takes one error.
     *
     * @param index the step
     * @param rate the actual rate
     * @param mean what was expected
     * @param deviation of the rate around its mean
     */
    void take(long index, double rate, double mean, double deviation);

    /** Moves a tracker on to a step and reports its errors, except where a rate teaches nothing. */
    static void walk(Tracker tracker, long to, LongToDoubleFunction rates, EventEffects effects, ErrorSink sink) {
        while (tracker.nextIndex() < to) {
            long index = tracker.nextIndex();
            double rate = rates.applyAsDouble(index);
            if (!Double.isNaN(effects.undo(index, rate))) {
                sink.take(index, rate, tracker.nextMean(), tracker.nextDeviation());
            }
            tracker.observe(rate);
        }
    }
}
