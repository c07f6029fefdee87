package io.headroom.forecasting.lstm;

import io.headroom.core.RateSeries;
import io.headroom.core.SeriesKey;
import io.headroom.forecasting.lstm.internal.input.Encoder;
import io.headroom.forecasting.lstm.internal.input.Gauge;
import io.headroom.forecasting.lstm.internal.input.Ratio;
import io.headroom.forecasting.lstm.internal.input.SeriesView;
import io.headroom.spi.EventEffects;

/** A history from its first value on, with the gauge's readings after each step, to be walked any number of times. Immutable. */
final class TrainingSeries {
    private final long first;
    private final int[] names;
    private final double[] values;
    private final double[] levels;
    private final double[] profile;
    private final double[] lastingProfile;
    private final double[] drifts;
    private final float[] swings;
    private final float[] surprises;
    private final float[] learned;
    private final boolean[] missing;
    private final int reach;

    private TrainingSeries(long first, int length, int[] names, int reach) {
        this.first = first;
        this.names = names;
        this.reach = reach;
        this.values = new double[length];
        this.levels = new double[length];
        this.profile = new double[length];
        this.lastingProfile = new double[length];
        this.drifts = new double[length];
        this.swings = new float[length];
        this.surprises = new float[length];
        this.learned = new float[length];
        this.missing = new boolean[length];
    }

    static TrainingSeries of(LstmFrame frame, SeriesKey key, RateSeries history, EventEffects events, int[] names) {
        int from = 0;
        while (from < history.length() && Double.isNaN(events.undo(history.firstIndex() + from, history.rate(from)))) {
            from++;
        }
        long first = history.firstIndex() + from;
        int n = history.length() - from;
        TrainingSeries series = new TrainingSeries(first, n, names, Encoder.reach(frame.periods()));
        Gauge gauge = frame.gauge();
        for (int i = 0; i < n; i++) {
            gauge.observe(events.undo(first + i, history.rate(from + i)));
            series.values[i] = gauge.value(0);
            series.levels[i] = gauge.level();
            series.profile[i] = gauge.profile(0);
            series.lastingProfile[i] = gauge.lastingProfile(0);
            series.drifts[i] = gauge.drift();
            series.swings[i] = (float) gauge.swing();
            series.surprises[i] = (float) gauge.surprise();
            series.learned[i] = (float) events.learned(first + i);
            series.missing[i] = gauge.missing();
        }
        return series;
    }

    int length() {
        return values.length;
    }

    int[] names() {
        return names;
    }

    long index(int i) {
        return first + i;
    }

    boolean isMissing(int i) {
        return missing[i];
    }

    float learned(int i) {
        return learned[i];
    }

    /** Size of a surprise as it was known after a step. */
    float surprise(int origin) {
        return surprises[origin];
    }

    float swing(int origin) {
        return swings[origin];
    }

    /** A value on the scale that was known after a step. */
    float ratio(int i, int origin) {
        return (float) Ratio.of(values[i], levels[origin]);
    }

    /** A view that can be moved to any step. */
    Cursor cursor() {
        return new Cursor();
    }

    /** What was known after a step. Not thread-safe. */
    final class Cursor implements SeriesView {
        private int at;

        void moveTo(int step) {
            at = step;
        }

        @Override
        public double value(int lag) {
            return values[at - lag];
        }

        @Override
        public double profile(int lag) {
            return profile[at - lag];
        }

        @Override
        public double lastingProfile(int lag) {
            return lastingProfile[at - lag];
        }

        @Override
        public double drift() {
            return drifts[at];
        }

        @Override
        public int reach() {
            return Math.min(at + 1, reach);
        }

        @Override
        public long age() {
            return at + 1L;
        }

        @Override
        public boolean missing() {
            return missing[at];
        }

        @Override
        public double level() {
            return levels[at];
        }

        @Override
        public double swing() {
            return swings[at];
        }

        @Override
        public double surprise() {
            return surprises[at];
        }
    }
}
