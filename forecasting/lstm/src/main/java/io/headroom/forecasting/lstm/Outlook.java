package io.headroom.forecasting.lstm;

import io.headroom.forecasting.lstm.internal.input.Encoder;
import io.headroom.forecasting.lstm.internal.input.Ratio;
import io.headroom.forecasting.lstm.internal.network.Network;
import io.headroom.forecasting.lstm.internal.network.QuantileHead;
import io.headroom.spi.EventEffects;
import java.util.Arrays;

/** Asks the network for the steps ahead of one series, without the effects of known events. Work space: not thread-safe. */
final class Outlook {
    /** Steps that are looked at together. */
    static final int ROWS = 64;

    private static final double[] LEVELS = QuantileHead.levels();
    private static final double[] MASS = mass();

    /** Where the central 80 % interval begins and ends, and its width in standard deviations of the normal law. */
    private static final int LOW = 3;

    private static final double WIDTH = 2.5631;

    private final LstmModel model;
    private final Encoder encoder;
    private final EventEffects events;
    private final Network network;
    private final float[] context;
    private final float[] targets = new float[ROWS * Encoder.TARGET_INPUTS];
    private final float[] anchors = new float[ROWS * Encoder.ANCHORS];
    private final float[] units;
    private final float[] out;
    private final float[] ratios = new float[LEVELS.length];
    private final double[][] rates = new double[ROWS][LEVELS.length];

    Outlook(LstmModel model, Encoder encoder, EventEffects events) {
        this.model = model;
        this.encoder = encoder;
        this.events = events;
        this.network = model.network();
        this.context = new float[network.shape().decoder()];
        this.units = new float[ROWS * context.length];
        this.out = new float[ROWS * network.shape().outputs()];
    }

    /** Probability that each quantile stands for in a mean; they add up to 1. */
    private static double[] mass() {
        double[] mass = new double[LEVELS.length];
        for (int k = 0; k < mass.length; k++) {
            double from = k == 0 ? 0 : (LEVELS[k - 1] + LEVELS[k]) / 2;
            double to = k == mass.length - 1 ? 1 : (LEVELS[k] + LEVELS[k + 1]) / 2;
            mass[k] = to - from;
        }
        return mass;
    }

    static double[] levels() {
        return LEVELS.clone();
    }

    /** Looks at some steps, the first of them {@code first} ahead. */
    void look(LstmState state, int first, int rows) {
        if (!state.gauge.started()) {
            for (int r = 0; r < rows; r++) {
                Arrays.fill(rates[r], 0);
            }
            return;
        }
        network.context(state.hidden, context);
        for (int r = 0; r < rows; r++) {
            long index = state.next + first - 1 + r;
            double event = events.learned(index);
            int at = r * Encoder.TARGET_INPUTS;
            int ao = r * Encoder.ANCHORS;
            if (r == 0) {
                encoder.ahead(state.gauge, index, first, event, targets, at, anchors, ao);
            } else {
                encoder.next(state.gauge, index, first + r, event, targets, at, anchors, ao);
            }
        }
        network.decode(rows, context, targets, units, out);
        float surprise = (float) state.gauge.surprise();
        int width = network.shape().outputs();
        for (int r = 0; r < rows; r++) {
            QuantileHead.quantiles(Encoder.ANCHORS, anchors, r * Encoder.ANCHORS, surprise, out, r * width, ratios);
            scale(state, widening(first + r), rates[r]);
        }
    }

    /** Beyond the horizon that was trained for the spread grows with the root of time. */
    private double widening(int ahead) {
        int horizon = model.frame().horizon();
        return ahead <= horizon ? 1 : Math.sqrt((double) ahead / horizon);
    }

    private void scale(LstmState state, double widening, double[] rates) {
        double level = state.gauge.level();
        double median = ratios[ratios.length / 2];
        for (int k = 0; k < rates.length; k++) {
            rates[k] = Ratio.rate(median + widening * (ratios[k] - median), level);
        }
    }

    double mean(int row) {
        double mean = 0;
        for (int k = 0; k < MASS.length; k++) {
            mean += MASS[k] * rates[row][k];
        }
        return mean;
    }

    double deviation(int row) {
        return (rates[row][LEVELS.length - 1 - LOW] - rates[row][LOW]) / WIDTH;
    }

    double[] quantiles(int row, double factor) {
        double[] quantiles = new double[LEVELS.length];
        for (int k = 0; k < quantiles.length; k++) {
            quantiles[k] = rates[row][k] * factor;
        }
        return quantiles;
    }
}
