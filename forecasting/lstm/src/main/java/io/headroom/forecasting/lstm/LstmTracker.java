package io.headroom.forecasting.lstm;

import io.headroom.core.Checks;
import io.headroom.core.Dependence;
import io.headroom.core.MarginalForecast;
import io.headroom.core.RateForecast;
import io.headroom.core.Rung;
import io.headroom.core.SeriesKey;
import io.headroom.core.TimeGrid;
import io.headroom.forecasting.lstm.internal.input.Encoder;
import io.headroom.spi.EventEffects;
import io.headroom.spi.Tracker;

/** Tracks one series: an observation is one step of the network's memory. Not thread-safe. */
final class LstmTracker implements Tracker {
    private final LstmModel model;
    private final SeriesKey key;
    private final LstmState state;
    private final EventEffects events;
    private final Encoder encoder;
    private final Outlook outlook;
    private final float[] x;
    private final float[] gates;

    LstmTracker(LstmModel model, SeriesKey key, LstmState state) {
        this.model = model;
        this.key = key;
        this.state = state;
        this.events = new EventEffects(model.events(), key.flow(), model.frame().grid());
        this.encoder = model.frame().encoder();
        this.outlook = new Outlook(model, encoder, events);
        this.x = new float[Encoder.INPUTS + model.network().shape().embedding()];
        this.gates = new float[4 * state.hidden.length];
        model.network().embed(model.names().rows(key), x, Encoder.INPUTS);
    }

    SeriesKey key() {
        return key;
    }

    LstmState state() {
        return state;
    }

    @Override
    public TimeGrid grid() {
        return model.frame().grid();
    }

    @Override
    public long nextIndex() {
        return state.next;
    }

    @Override
    public void observe(double rate) {
        if (!Double.isNaN(rate) && !(rate >= 0 && rate < Double.POSITIVE_INFINITY)) {
            Checks.notNegative(rate, "rate of " + key + " at " + grid().start(state.next));
        }
        state.gauge.observe(events.undo(state.next, rate));
        if (state.gauge.started()) {
            encoder.passed(state.gauge, state.next, events.learned(state.next), x, 0);
            model.network().step(1, x, state.hidden, state.cells, gates);
        }
        state.next++;
    }

    @Override
    public double nextMean() {
        outlook.look(state, 1, 1);
        return outlook.mean(0) * events.factor(state.next);
    }

    @Override
    public double nextDeviation() {
        outlook.look(state, 1, 1);
        return outlook.deviation(0) * events.factor(state.next);
    }

    @Override
    public RateForecast forecast(int horizon, Dependence dependence) {
        Checks.inRange(horizon, 1, 1_000_000, "horizon");
        double[] mean = new double[horizon];
        double[][] quantiles = new double[horizon][];
        for (int from = 0; from < horizon; from += Outlook.ROWS) {
            int rows = Math.min(Outlook.ROWS, horizon - from);
            outlook.look(state, from + 1, rows);
            for (int r = 0; r < rows; r++) {
                double factor = events.factor(state.next + from + r);
                mean[from + r] = outlook.mean(r) * factor;
                quantiles[from + r] = outlook.quantiles(r, factor);
            }
        }
        return MarginalForecast.builder(grid(), state.next)
                .mean(mean)
                .quantiles(Outlook.levels(), quantiles)
                .impulse(impulse(horizon))
                .dependence(dependence)
                .build();
    }

    /** Errors of neighbouring steps are correlated as they were on the hold-out. */
    private double[] impulse(int horizon) {
        double[] impulse = new double[Math.min(64, horizon) + 1];
        double left = 1;
        for (int k = 0; k < impulse.length - 1; k++) {
            impulse[k] = left;
            left *= model.verdict().memory();
        }
        return impulse;
    }

    @Override
    public Rung rung() {
        return state.gauge.started() ? model.rung() : Rung.PRIOR;
    }

    @Override
    public byte[] snapshot() {
        return LstmSnapshots.write(this, model);
    }
}
