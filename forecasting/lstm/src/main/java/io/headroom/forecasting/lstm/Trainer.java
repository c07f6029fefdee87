package io.headroom.forecasting.lstm;

import io.headroom.forecasting.lstm.internal.network.Adam;
import io.headroom.forecasting.lstm.internal.network.Batch;
import io.headroom.forecasting.lstm.internal.network.Engine;
import io.headroom.forecasting.lstm.internal.network.Network;
import io.headroom.forecasting.lstm.internal.network.Pass;
import io.headroom.forecasting.lstm.internal.network.Shape;

/**
 * Trains a network: Adam on truncated backpropagation, the rate rising over the first steps and then falling along a cosine, until the
 * planned steps are done, the hold-out gets no better, or time is up. The result is the best mean of weights by the hold-out, which the
 * untrained network takes part in. One use, by one thread; the result depends on seed and data alone unless time is up.
 */
final class Trainer {
    private static final int MOST_LANES = 32;
    private static final int STEPS = 32;
    private static final int WARM_UP = 50;
    private static final int REPORTS = 25;
    private static final int PATIENCE = 8;
    private static final double CLIP = 1;
    private static final double AVERAGE = 0.99;
    private static final double DECAY = 0.01;
    private static final double LAST_RATE = 0.02;
    private static final int FEWEST = 150;
    private static final int MOST = 6_000;

    private final Engine engine;
    private final LstmFrame frame;
    private final LstmSettings settings;
    private final Corpus corpus;
    private final StopSign stop;
    private final TrainingListener listener;

    /** What came of a training: {@code updates} of {@code planned} steps were done; {@code finished} unless time was up. */
    record Outcome(Network network, int updates, int planned, boolean finished, double memory, double holdOutLoss) {}

    Trainer(
            Engine engine,
            LstmFrame frame,
            LstmSettings settings,
            Corpus corpus,
            StopSign stop,
            TrainingListener listener) {
        this.engine = engine;
        this.frame = frame;
        this.settings = settings;
        this.corpus = corpus;
        this.stop = stop;
        this.listener = listener;
    }

    Outcome train(Network start, long seed) {
        if (corpus.learned().isEmpty() || stop.isUp()) {
            return new Outcome(start, 0, 0, !stop.isUp(), 0.5, Double.NaN);
        }
        int lanes = (int) Math.max(1, Math.min(MOST_LANES, corpus.steps() / (2 * STEPS)));
        Batch batch = new Batch(start.shape(), lanes, STEPS, lanes * STEPS * Lanes.DRAWS);
        Lanes source = new Lanes(frame, corpus.learned(), lanes, seed);
        try (Pass pass =
                engine.pass(start.shape(), lanes, STEPS, lanes * STEPS * Lanes.DRAWS, settings.dropout(), seed)) {
            return train(start, batch, pass, source, planned(lanes));
        }
    }

    private Outcome train(Network start, Batch batch, Pass pass, Lanes source, int planned) {
        Shape shape = start.shape();
        int width = shape.allInputs();
        Adam adam = new Adam(start.weights(), CLIP, AVERAGE);
        float[] slope = new float[shape.size()];
        Best best = new Best(new HoldOut(frame, corpus, stop), start);
        listener.progress(new TrainingProgress(0, planned, Double.NaN, best.loss(), best.loss()));
        int every = Math.max(1, planned / REPORTS);
        double sum = 0;
        int done = 0;
        boolean stopped = false;
        while (done < planned && !stopped) {
            source.fill(batch, width, done == 0);
            sum += pass.slope(adam.weights(), batch, slope);
            adam.step(slope, rate(done, planned), DECAY);
            done++;
            if (stop.isUp()) {
                break;
            }
            if (done % every == 0 || done == planned) {
                double held = best.offer(Network.of(shape, adam.average()));
                int since = (done - 1) % every + 1;
                listener.progress(new TrainingProgress(done, planned, sum / since, held, best.loss()));
                sum = 0;
                stopped = best.since() >= PATIENCE;
            }
        }
        boolean finished = done == planned || stopped;
        Network result = best.holdOut().isEmpty() ? Network.of(shape, adam.average()) : best.network();
        return new Outcome(result, done, planned, finished, best.memory(), best.loss());
    }

    private int planned(int lanes) {
        if (settings.updates() > 0) {
            return settings.updates();
        }
        double wanted = settings.epochs() * corpus.steps() / (lanes * (double) STEPS);
        return (int) Math.max(FEWEST, Math.min(MOST, wanted));
    }

    private double rate(int done, int planned) {
        double warm = Math.min(1, (done + 1.0) / Math.min(WARM_UP, Math.max(1, planned / 10)));
        double cosine = 0.5 * (1 + StrictMath.cos(Math.PI * done / planned));
        return settings.learningRate() * warm * (LAST_RATE + (1 - LAST_RATE) * cosine);
    }

    /** The best network so far. */
    private static final class Best {
        private final HoldOut holdOut;
        private Network network;
        private double loss;
        private double memory;
        private int since;

        Best(HoldOut holdOut, Network start) {
            this.holdOut = holdOut;
            this.network = start;
            this.loss = holdOut.loss(start);
            this.memory = holdOut.memory();
        }

        HoldOut holdOut() {
            return holdOut;
        }

        double offer(Network offered) {
            double now = holdOut.loss(offered);
            since++;
            if (now < loss || Double.isNaN(loss)) {
                network = offered;
                loss = now;
                memory = holdOut.memory();
                since = 0;
            }
            return now;
        }

        Network network() {
            return network;
        }

        double loss() {
            return loss;
        }

        double memory() {
            return memory;
        }

        int since() {
            return since;
        }
    }
}
