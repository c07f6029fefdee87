package io.headroom.forecasting.lstm;

import io.headroom.forecasting.lstm.internal.input.Encoder;
import io.headroom.forecasting.lstm.internal.network.Network;
import io.headroom.forecasting.lstm.internal.network.QuantileHead;
import java.util.ArrayList;
import java.util.List;

/** The loss on what is held out: a few origins of some series, all steps ahead. Not thread-safe. */
final class HoldOut {
    private static final int MOST_SERIES = 96;
    private static final int ORIGINS = 4;

    /** Steps that the memory is warmed up for, at least: the beginning of a long history says nothing any more. */
    private static final int WARM_UP = 256;

    private final LstmFrame frame;
    private final StopSign stop;
    private final List<Corpus.Piece> pieces = new ArrayList<>();
    private final float[] quantiles = new float[QuantileHead.size()];
    private double loss;
    private double weights;
    private double products;
    private double squares;

    HoldOut(LstmFrame frame, Corpus corpus, StopSign stop) {
        this.frame = frame;
        this.stop = stop;
        List<Corpus.Piece> held = corpus.held();
        int stride = Math.max(1, (held.size() + MOST_SERIES - 1) / MOST_SERIES);
        for (int i = 0; i < held.size(); i += stride) {
            pieces.add(held.get(i));
        }
    }

    boolean isEmpty() {
        return pieces.isEmpty();
    }

    /** Mean weighted loss; NaN if there is nothing to go by or time was up before the end. */
    double loss(Network network) {
        loss = 0;
        weights = 0;
        products = 0;
        squares = 0;
        for (Corpus.Piece piece : pieces) {
            if (stop.isUp()) {
                return Double.NaN;
            }
            judge(network, piece);
        }
        return weights > 0 ? loss / weights : Double.NaN;
    }

    /** How alike the errors of neighbouring steps were in the last run: their correlation, in [0, 0.98]. */
    double memory() {
        return squares > 0 ? Math.max(0, Math.min(0.98, products / squares)) : 0.5;
    }

    private void judge(Network network, Corpus.Piece piece) {
        TrainingSeries series = piece.series();
        int n = series.length();
        int least = Math.max(4, frame.period());
        int firstOrigin = Math.max(least - 1, piece.end() - 1);
        int stride = Math.max(1, (n - 1 - firstOrigin) / ORIGINS);
        HistoryWalk walk = new HistoryWalk(frame, network, series, Math.max(0, firstOrigin - WARM_UP));
        for (int origin = firstOrigin; origin < n - 1; origin += stride) {
            walk.moveTo(origin);
            double before = 0;
            for (int ahead = 1; ahead <= Math.min(frame.horizon(), n - 1 - origin); ahead++) {
                if (series.isMissing(origin + ahead)) {
                    before = 0;
                    continue;
                }
                walk.forecast(ahead, quantiles);
                before = tally(series, origin, ahead, before);
            }
        }
    }

    private double tally(TrainingSeries series, int origin, int ahead, double before) {
        float actual = series.ratio(origin + ahead, origin);
        double weight = Lanes.weight(series.surprise(origin), series.swing(origin));
        loss += weight * QuantileHead.loss(quantiles, actual);
        weights++;
        float width = quantiles[quantiles.length - 4] - quantiles[3];
        double error = width > 0 ? Math.max(-1, Math.min(1, (actual - quantiles[quantiles.length / 2]) / width)) : 0;
        products += before * error;
        squares += before == 0 ? 0 : (before * before + error * error) / 2;
        return error;
    }

    /** Walks a network along a history. */
    private static final class HistoryWalk {
        private final Network network;
        private final TrainingSeries series;
        private final TrainingSeries.Cursor view;
        private final Encoder encoder;
        private final float[] x;
        private final float[] hidden;
        private final float[] cells;
        private final float[] gates;
        private final float[] context;
        private final float[] target = new float[Encoder.TARGET_INPUTS];
        private final float[] anchors = new float[Encoder.ANCHORS];
        private final float[] units;
        private final float[] out;
        private int next;

        HistoryWalk(LstmFrame frame, Network network, TrainingSeries series, int from) {
            this.network = network;
            this.series = series;
            this.view = series.cursor();
            this.encoder = frame.encoder();
            int n = network.shape().hidden();
            this.x = new float[Encoder.INPUTS + network.shape().embedding()];
            this.hidden = new float[n];
            this.cells = new float[n];
            this.gates = new float[4 * n];
            this.context = new float[network.shape().decoder()];
            this.units = new float[context.length];
            this.out = new float[network.shape().outputs()];
            this.next = from;
            network.embed(series.names(), x, Encoder.INPUTS);
        }

        void moveTo(int origin) {
            for (; next <= origin; next++) {
                view.moveTo(next);
                encoder.passed(view, series.index(next), series.learned(next), x, 0);
                network.step(1, x, hidden, cells, gates);
            }
            network.context(hidden, context);
        }

        void forecast(int ahead, float[] quantiles) {
            int target0 = next - 1 + ahead;
            encoder.ahead(view, series.index(target0), ahead, series.learned(target0), target, 0, anchors, 0);
            network.decode(1, context, target, units, out);
            QuantileHead.quantiles(anchors.length, anchors, 0, series.surprise(next - 1), out, 0, quantiles);
        }
    }
}
