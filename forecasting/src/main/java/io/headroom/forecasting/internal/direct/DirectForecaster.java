package io.headroom.forecasting.internal.direct;

import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;

/**
 * Follows one series and forecasts it directly for 1, 2, 4, 6, 11, 16 and 32 steps ahead; a step between two of these takes the
 * coefficients of the further one, one beyond the last those of the last, whose errors then grow with the fourth root of
 * the horizon. It learns from the first value on, so it needs no fit. One observation costs 4 microseconds with a season of 24
 * steps, some 25 with 1,440 (moving sorted scores is most of it), without allocation once the memory for scores has grown;
 * memory is about 100 kB for a season of 24 steps and 600 kB for 1,440. Not thread-safe.
 */
public final class DirectForecaster {
    private static final int[] HORIZONS = {1, 2, 4, 6, 11, 16, 32};
    private static final int LONGEST_PERIOD = 1_000_000;

    private final int period;
    private final Signals signals;
    private final DirectStep[] steps;

    /**
     * A forecaster that has seen nothing.
     *
     * @param period steps in the season, 1 without
     */
    public DirectForecaster(int period) {
        this.period = period;
        this.signals = new Signals(period);
        this.steps = new DirectStep[HORIZONS.length];
        for (int i = 0; i < steps.length; i++) {
            steps[i] = new DirectStep(HORIZONS[i], period);
        }
    }

    private DirectForecaster(DirectForecaster other) {
        period = other.period;
        signals = other.signals.copy();
        steps = new DirectStep[HORIZONS.length];
        for (int i = 0; i < steps.length; i++) {
            steps[i] = other.steps[i].copy();
        }
    }

    /**
     * An independent copy.
     *
     * @return it
     */
    public DirectForecaster copy() {
        return new DirectForecaster(this);
    }

    /**
     * Steps in the season.
     *
     * @return 1 or more
     */
    public int period() {
        return period;
    }

    /**
     * Takes the next value.
     *
     * @param y the value, NaN if missing
     */
    public void observe(double y) {
        if (signals.count() == 0 && Double.isNaN(y)) {
            return;
        }
        for (DirectStep step : steps) {
            step.learn(signals, y);
        }
        signals.observe(y);
        for (DirectStep step : steps) {
            step.predict(signals);
        }
    }

    private DirectStep step(int ahead) {
        int i = 0;
        while (i < steps.length - 1 && HORIZONS[i] < ahead) {
            i++;
        }
        return steps[i];
    }

    /**
     * Mean some steps ahead.
     *
     * @param ahead 1 or more
     * @return 0 or more; NaN before the first value
     */
    public double mean(int ahead) {
        return step(ahead).meanAt(signals, ahead);
    }

    /**
     * Mean absolute error to expect some steps ahead.
     *
     * @param ahead 1 or more
     * @param mean the forecast there
     * @return 0 or more
     */
    public double size(int ahead, double mean) {
        int last = HORIZONS[HORIZONS.length - 1];
        double growth = ahead <= last ? 1 : Math.sqrt(Math.sqrt((double) ahead / last));
        return growth * step(ahead).sizeAt(signals, mean);
    }

    /**
     * Errors some steps ahead, divided by the size that was expected of them.
     *
     * @param ahead 1 or more
     * @return the live scores, which move with the next observation
     */
    public Scores scores(int ahead) {
        return step(ahead).scores();
    }

    /**
     * Writes what {@link #readFrom} reads.
     *
     * @param out takes it
     * @throws IOException if writing fails
     */
    public void writeTo(DataOutput out) throws IOException {
        out.writeInt(period);
        signals.write(out);
        for (DirectStep step : steps) {
            step.write(out);
        }
    }

    /**
     * Reads what {@link #writeTo} wrote.
     *
     * @param in gives it
     * @return the forecaster
     * @throws IOException if reading fails or what is read is none
     */
    public static DirectForecaster readFrom(DataInput in) throws IOException {
        int period = in.readInt();
        if (period < 1 || period > LONGEST_PERIOD) {
            throw new IOException("period " + period + " is not one");
        }
        DirectForecaster read = new DirectForecaster(period);
        read.signals.read(in);
        for (DirectStep step : read.steps) {
            step.read(in);
        }
        return read;
    }
}
