package io.headroom.forecasting.lstm;

import io.headroom.forecasting.lstm.internal.input.Encoder;
import io.headroom.forecasting.lstm.internal.network.Batch;
import java.util.List;
import java.util.SplittableRandom;

/**
 * Walks through the series side by side and fills batches: each lane takes a series at random, reads it from its first step to its last
 * in pieces, carrying the memory along, and takes the next. Lanes begin at random places, so that a batch holds all sorts of moments.
 * From each step a few random steps ahead are to be forecast.
 *
 * <p>Histories of less than three weeks share the same few days. Half of those runs are upside down, all ratios with the other sign, so
 * that the network does not take for a law what befell all of them in those days. Not thread-safe.
 */
final class Lanes {
    /** Steps ahead drawn for each step. */
    static final int DRAWS = 2;

    /** How often a series is shown without its names, so that the network also knows what to do with an unknown one. */
    private static final double NAMELESS = 0.15;

    /** How often a brief series is shown upside down. */
    private static final double MIRRORED = 0.5;

    private static final float SWING = 2;
    private static final float LEAST = 1e-3f;

    private final List<Corpus.Piece> pieces;
    private final LstmFrame frame;
    private final Encoder encoder;
    private final SplittableRandom random;
    private final Corpus.Piece[] taken;
    private final TrainingSeries.Cursor[] cursors;
    private final int[] next;
    private final boolean[] named;
    private final boolean[] mirrored;

    Lanes(LstmFrame frame, List<Corpus.Piece> pieces, int lanes, long seed) {
        this.frame = frame;
        this.pieces = pieces;
        this.encoder = frame.encoder();
        this.random = new SplittableRandom(seed);
        this.taken = new Corpus.Piece[lanes];
        this.cursors = new TrainingSeries.Cursor[lanes];
        this.next = new int[lanes];
        this.named = new boolean[lanes];
        this.mirrored = new boolean[lanes];
        for (int lane = 0; lane < lanes; lane++) {
            take(lane);
            next[lane] = random.nextInt(taken[lane].series().length());
        }
    }

    private void take(int lane) {
        taken[lane] = pieces.get(random.nextInt(pieces.size()));
        cursors[lane] = taken[lane].series().cursor();
        // Some begin in the midst, so that the memory can't tell the time by counting steps from a start that all
        // histories share.
        int length = taken[lane].series().length();
        next[lane] = random.nextInt(1 + length / 2);
        named[lane] = random.nextDouble() >= NAMELESS;
        mirrored[lane] = frame.isBrief() && random.nextDouble() < MIRRORED;
    }

    /** Fills the next batch; {@code inputWidth} is the length of an input row, with room for the embedding. */
    void fill(Batch batch, int inputWidth, boolean first) {
        batch.clear();
        for (int step = 0; step < batch.steps; step++) {
            for (int lane = 0; lane < batch.lanes; lane++) {
                int row = step * batch.lanes + lane;
                batch.fresh[row] = first && step == 0;
                if (next[lane] >= taken[lane].series().length()) {
                    take(lane);
                    batch.fresh[row] = true;
                }
                fill(batch, row, lane, inputWidth);
            }
        }
    }

    private void fill(Batch batch, int row, int lane, int inputWidth) {
        TrainingSeries series = taken[lane].series();
        TrainingSeries.Cursor view = cursors[lane];
        int at = next[lane]++;
        view.moveTo(at);
        encoder.passed(view, series.index(at), series.learned(at), batch.inputs, row * inputWidth);
        if (mirrored[lane]) {
            negate(batch.inputs, row * inputWidth, Encoder.VALUES);
        }
        for (int k = 0; k < Batch.NAMES; k++) {
            batch.names[row * Batch.NAMES + k] = named[lane] ? series.names()[k] : 0;
        }
        if (at + 1 < Math.max(4, frame.period())) {
            return;
        }
        for (int draw = 0; draw < DRAWS; draw++) {
            double u = random.nextDouble();
            int ahead = 1 + (int) (frame.horizon() * u * Math.sqrt(Math.sqrt(u)));
            int target = at + ahead;
            if (target < taken[lane].end() && !series.isMissing(target)) {
                add(batch, row, lane, at, ahead);
            }
        }
    }

    private static void negate(float[] values, int from, int n) {
        for (int i = from; i < from + n; i++) {
            values[i] = -values[i];
        }
    }

    private void add(Batch batch, int row, int lane, int at, int ahead) {
        TrainingSeries series = taken[lane].series();
        int n = batch.size();
        int target = at + ahead;
        encoder.ahead(
                cursors[lane],
                series.index(target),
                ahead,
                series.learned(target),
                batch.targets,
                n * Encoder.TARGET_INPUTS,
                batch.anchors,
                n * Encoder.ANCHORS);
        float actual = series.ratio(target, at);
        if (mirrored[lane]) {
            negate(batch.targets, n * Encoder.TARGET_INPUTS, Encoder.ANCHORS);
            negate(batch.anchors, n * Encoder.ANCHORS, Encoder.ANCHORS);
            actual = -actual;
        }
        float scale = series.surprise(at);
        batch.add(row, scale, actual, weight(scale, series.swing(at)));
    }

    /** So that series with a small and with a large swing count nearly alike, and those with small surprises a little more. */
    static float weight(float surprise, float swing) {
        return 1 / (surprise + SWING * swing + LEAST);
    }
}
