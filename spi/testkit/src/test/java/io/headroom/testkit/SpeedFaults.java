package io.headroom.testkit;

import static io.headroom.testkit.TrackerDouble.row;

import io.headroom.spi.Deadline;
import io.headroom.spi.FitRequest;
import io.headroom.spi.FittedModel;
import io.headroom.spi.Predictor;
import io.headroom.spi.Tracker;
import java.time.Duration;
import java.util.List;

/** Predictors that are slow, or that take memory. */
final class SpeedFaults {
    private SpeedFaults() {}

    static List<BrokenDouble> rows() {
        return List.of(
                row("P17", "each observation makes an array", t -> new TrackerDouble(t) {
                    private double[] kept = {};

                    @Override
                    public void observe(double rate) {
                        double[] fresh = {rate, kept.length};
                        kept = fresh;
                        super.observe(rate);
                    }
                }),
                row("P18", "each observation adds up all before it", SpeedFaults::summing),
                PredictorDouble.row("P27", "the deadline is not seen", SpeedFaults::late),
                PredictorDouble.row("P28", "the interrupt flag is cleared", SpeedFaults::clearing),
                PredictorDouble.row("P28", "the interrupt is not seen", SpeedFaults::deaf));
    }

    private static Tracker summing(Tracker tracker) {
        return new TrackerDouble(tracker) {
            private final double[] all = new double[1 << 16];
            private int count;
            private double sum;

            @Override
            public void observe(double rate) {
                all[count++ % all.length] = rate;
                for (int i = 0; i < count; i++) {
                    sum += all[i % all.length];
                }
                super.observe(rate);
            }

            @Override
            public String toString() {
                return "sum " + sum;
            }
        };
    }

    private static Predictor late() {
        return new PredictorDouble() {
            @Override
            public FittedModel fit(FitRequest request) {
                if (request.deadline() != Deadline.none()) {
                    work(request.deadline().remaining().plusMillis(150), false);
                }
                return super.fit(request);
            }
        };
    }

    private static Predictor clearing() {
        return new PredictorDouble() {
            @Override
            public FittedModel fit(FitRequest request) {
                boolean cleared = Thread.interrupted();
                FittedModel model = super.fit(request);
                return cleared ? new ModelDouble(model) : model;
            }
        };
    }

    private static Predictor deaf() {
        return new PredictorDouble() {
            @Override
            public FittedModel fit(FitRequest request) {
                boolean slow = request.single().length() > 1000 && request.deadline() == Deadline.none();
                work(Duration.ofMillis(slow ? 200 : 0), Thread.currentThread().isInterrupted());
                return super.fit(request);
            }
        };
    }

    /** Keeps the thread busy. */
    private static void work(Duration time, boolean skipped) {
        long end = System.nanoTime() + time.toNanos();
        while (!skipped && System.nanoTime() < end) {
            Thread.onSpinWait();
        }
    }
}
