package io.headroom.forecasting.lstm;

import io.headroom.core.Checks;

/**
 * Size and training of the network. Immutable and thread-safe.
 *
 * @param hidden cells of the memory, in [1, 512]; by default 40
 * @param decoder units between memory and outputs, in [1, 512]; by default 48
 * @param embedding numbers that a region or type is known by, in [1, 64]; by default 4
 * @param horizon furthest step ahead to train for, in [1, 10000]; 0, the default, for two of the shortest season, at least 28 and at most
 *     48
 * @param updates most training steps, in [1, 10 million]; 0, the default, for {@link #epochs} times the data, at least 150 and at most
 *     6,000
 * @param epochs how often each value is learned from, if {@code updates} is 0, above 0; by default 6
 * @param learningRate first learning rate, above 0; by default 0.003
 * @param dropout share of the decoder's units that are left out at random while it learns, in [0, 0.9]; by default 0.3
 */
public record LstmSettings(
        int hidden,
        int decoder,
        int embedding,
        int horizon,
        int updates,
        double epochs,
        double learningRate,
        double dropout) {
    private static final LstmSettings DEFAULTS = new LstmSettings(40, 48, 4, 0, 0, 6, 0.003, 0.3);

    /**
     * Checks.
     *
     * @param hidden cells of the memory
     * @param decoder units between memory and outputs
     * @param embedding numbers that a region or type is known by
     * @param horizon furthest step ahead to train for
     * @param updates most training steps
     * @param epochs how often each value is learned from
     * @param learningRate first learning rate
     * @param dropout share of the decoder's units that are left out at random while it learns
     * @throws IllegalArgumentException if a number is out of its range
     */
    public LstmSettings {
        Checks.inRange(hidden, 1, 512, "cells of the memory");
        Checks.inRange(decoder, 1, 512, "units of the decoder");
        Checks.inRange(embedding, 1, 64, "size of an embedding");
        Checks.inRange(horizon, 0, 10_000, "horizon to train for");
        Checks.inRange(updates, 0, 10_000_000, "training steps");
        Checks.positive(epochs, "epochs");
        Checks.positive(learningRate, "learning rate");
        Checks.require(
                dropout >= 0 && dropout <= 0.9,
                "dropout " + dropout,
                "must be in [0, 0.9]",
                "the share that is kept was given");
    }

    /**
     * The defaults.
     *
     * @return settings
     */
    public static LstmSettings defaults() {
        return DEFAULTS;
    }

    /**
     * The same with another size of the network.
     *
     * @param newHidden cells of the memory
     * @param newDecoder units between memory and outputs
     * @return a copy
     * @throws IllegalArgumentException if a number is out of its range
     */
    public LstmSettings withSize(int newHidden, int newDecoder) {
        return new LstmSettings(newHidden, newDecoder, embedding, horizon, updates, epochs, learningRate, dropout);
    }

    /**
     * The same for another horizon.
     *
     * @param steps furthest step ahead to train for
     * @return a copy
     * @throws IllegalArgumentException if it is out of its range
     */
    public LstmSettings withHorizon(int steps) {
        return new LstmSettings(hidden, decoder, embedding, steps, updates, epochs, learningRate, dropout);
    }

    /**
     * The same with another number of training steps.
     *
     * @param steps most training steps
     * @return a copy
     * @throws IllegalArgumentException if it is out of its range
     */
    public LstmSettings withUpdates(int steps) {
        return new LstmSettings(hidden, decoder, embedding, horizon, steps, epochs, learningRate, dropout);
    }

    /**
     * The same with another learning rate.
     *
     * @param rate first learning rate
     * @return a copy
     * @throws IllegalArgumentException if it is out of its range
     */
    public LstmSettings withLearningRate(double rate) {
        return new LstmSettings(hidden, decoder, embedding, horizon, updates, epochs, rate, dropout);
    }

    /** Steps ahead to train for, given the shortest season. */
    int horizonFor(int period) {
        return horizon > 0 ? horizon : Math.max(28, Math.min(48, 2 * period));
    }
}
