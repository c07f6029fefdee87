package io.headroom.forecasting.lstm;

import io.headroom.forecasting.lstm.internal.input.Gauge;

/** Where a series stands: its gauge, and the memory of the network. Not thread-safe. */
final class LstmState {
    final Gauge gauge;
    final float[] hidden;
    final float[] cells;
    long next;

    LstmState(Gauge gauge, int size, long next) {
        this(gauge, new float[size], new float[size], next);
    }

    private LstmState(Gauge gauge, float[] hidden, float[] cells, long next) {
        this.gauge = gauge;
        this.hidden = hidden;
        this.cells = cells;
        this.next = next;
    }

    LstmState copy() {
        return new LstmState(gauge.copy(), hidden.clone(), cells.clone(), next);
    }
}
